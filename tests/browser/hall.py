"""A whole evening's equipment: the real server in a process of its own, and windows of a real Chromium before it.

The server is reached under a made-up name, so that the windows are no secure place, as on any network without
certificates: what browsers then withhold has to be done without.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, WebSocket, expect, sync_playwright

from deploy import browser as chromium
from tests.sessions.pages.given import PASSWORD, SERVE, Served, server

NAME = "dialogue.test"
ORIGIN = f"http://{NAME}"
PATIENCE = 20_000  # milliseconds; waiting ends as soon as the words are there
PHONE = (390, 844)
TABLET = (1024, 768)
CONSOLE = (1280, 800)
PROJECTOR = (1920, 1080)
# What a browser says of a network, or of a way through it, that the test itself has taken away.
CUT = re.compile(r"net::ERR_(INTERNET_DISCONNECTED|CONNECTION_|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|/nowhere/")


@dataclass
class Window:
    """One person's browser: a page with cookies of its own, what it complained of, and what came over its socket."""

    page: Page
    whose: str
    errors: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    was_cut_off: bool = False

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.heard.append(frame if isinstance(frame, str) else frame.decode()))

    @property
    def complaints(self) -> list[str]:
        """Errors of the page, without those about a network that was taken away on purpose."""
        return [error for error in self.errors if not (self.was_cut_off and CUT.search(error))]

    @property
    def text(self) -> str:
        """Everything that stands in the page, also what only screen readers are told."""
        return self.page.locator("body").text_content() or ""

    def loses_the_network(self) -> None:
        """From now on nothing gets through."""
        self.was_cut_off = True
        self.page.context.set_offline(True)

    def finds_the_network(self) -> None:
        """And now it does again."""
        self.page.context.set_offline(False)

    def press(self, name: str, where: Locator | None = None) -> None:
        """Press the one button of exactly this name."""
        (where or self.page).get_by_role("button", name=name, exact=True).click()

    def sees(self, words: str) -> None:
        """Waits until the words stand somewhere where they can be seen."""
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def lacks(self, words: str) -> None:
        """Waits until the words stand nowhere where they can be seen."""
        expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(0)

    def shows_once(self, words: str) -> None:
        """Waits until the words stand in exactly one place."""
        expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(1)

    def shot(self, stage: str) -> None:
        """A picture for a person to look at, where the environment's SHOTS names a folder."""
        if folder := os.environ.get("SHOTS"):
            self.page.screenshot(path=Path(folder) / f"{stage}-{self.whose.lower()}.png")


class Hall:
    """The server and everybody's windows."""

    def __init__(
        self, data: Path, playwright: Playwright, closing: ExitStack, run: tuple[str, ...], environ: dict[str, str]
    ) -> None:
        self.data, self.run, self.environ = data, run, environ
        self.closing = closing
        self.served = self._start("0")
        self.setup = self.served.setup
        self.browser = self._browser(playwright)
        self.windows: list[Window] = []

    def _start(self, port: str) -> Served:
        mode = os.environ.get("ASYNC_MODE") or "eventlet"
        return self.closing.enter_context(
            server(self.data, mode, self.run, PORT=port, PUBLIC_URL=ORIGIN, **self.environ)
        )

    def _browser(self, playwright: Playwright) -> Browser:
        # The name leads to the port as well, so that the address is as short as on a real network.
        rule = f"--host-resolver-rules=MAP {NAME} 127.0.0.1:{self.served.port}"
        arguments = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run", rule]
        started = playwright.chromium.launch(executable_path=chromium.needed(), args=arguments)
        self.closing.callback(started.close)
        return started

    def window(
        self, whose: str, size: tuple[int, int], *, javascript: bool = True, at: str = "/", locale: str = "en-GB"
    ) -> Window:
        """Somebody opens a browser of their own, which reads this language."""
        width, height = size
        phone = size == PHONE
        context = self.browser.new_context(
            base_url=ORIGIN,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            has_touch=phone,
            is_mobile=phone,
            locale=locale,
        )
        context.set_default_timeout(PATIENCE)
        return self.watch(context.new_page(), whose, at)

    def watch(self, page: Page, whose: str, at: str = "") -> Window:
        """A page as one of the windows; `at` is where it goes first."""
        opened = Window(page, whose)
        self.windows.append(opened)
        if at:
            page.goto(at)
        return opened

    def goes_home(self, stay: int) -> None:
        """All but the first windows are closed."""
        for window in self.windows[stay:]:
            window.page.context.close()
        del self.windows[stay:]

    def crash(self) -> None:
        """The server ends where it stands (kill -9)."""
        for window in self.windows:
            window.was_cut_off = True
        self.served.process.kill()
        self.served.process.wait()

    def restart(self) -> None:
        """The server again, on the same data and the same port."""
        self.served = self._start(str(self.served.port))

    def was_quiet(self) -> None:
        """No window complained of anything so far."""
        loud = {window.whose: window.complaints for window in self.windows if window.complaints}
        assert not loud, loud


@contextmanager
def hall(data: Path, run: tuple[str, ...] = SERVE, **environ: str) -> Iterator[Hall]:
    """A server on the data folder, of another kind with `run`, and a browser; both end with the block, which no window
    may spoil by an error."""
    expect.set_options(timeout=PATIENCE)
    with ExitStack() as closing:
        opened = Hall(data, closing.enter_context(sync_playwright()), closing, run, environ)
        yield opened
        opened.was_quiet()


def sign_up(window: Window, link: str) -> None:
    """The first facilitator's account, from the link that the server printed."""
    window.page.goto(link)
    window.page.get_by_label("Name to sign in with").fill("Lead")
    window.page.get_by_label("Choose a password").fill(PASSWORD)
    window.press("Make the account")
    window.sees("Nothing here yet")
