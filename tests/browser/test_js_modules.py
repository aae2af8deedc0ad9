"""The live client's modules, each tested alone inside Chromium. The sentences stand in tests/js/."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from deploy import browser as chromium
from dialogue.commands import limits
from dialogue.refusals import REFUSALS
from tests.house.project import ROOT

MODULES = ("reading", "screentime", "sending", "words")
SENTENCES = [
    (module, name)
    for module in MODULES
    for name in re.findall(r'^test\("(.+?)", ', (ROOT / "tests" / "js" / f"{module}.js").read_text("utf-8"), re.M)
]
# What only the live layer refuses (docs/protocol.md).
LIVE_CODES = {
    "bad_request", "unknown_command", "idempotency_conflict", "try_again", "too_many", "not_joined", "server_error",
    "too_big", "covered",
}  # fmt: skip
PAGE = """<!doctype html><html lang="en" {attributes}><body data-asset-root="/static">
<div id="live-status" role="status"></div><div id="live-alert" role="alert"></div></body></html>"""
UKRAINIAN = 'export const messages = {"Listen": "Слухай", "{n} doubt": ["{n} сумнів", "{n} сумніви", "{n} сумнівів"]};'
PLURAL = "export const plural = (n) => (n % 10 === 1 && n % 100 !== 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 ? 1 : 2);"


class _Files(http.server.SimpleHTTPRequestHandler):
    """The project's static files and tests, and an empty page with the two live regions."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012 - as in the base class

    def do_GET(self) -> None:
        made = {
            "/page": (PAGE.format(attributes=""), "text/html"),
            "/page-uk": (PAGE.format(attributes='data-catalogue="/catalogue.js"'), "text/html"),
            "/catalogue.js": (f"{UKRAINIAN}\n{PLURAL}", "text/javascript"),
        }
        if self.path not in made:
            super().do_GET()
            return
        text, kind = made[self.path]
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Files, directory=str(ROOT)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    # A name that no browser takes for a secure place: localhost hides what is missing on a plain network.
    yield f"http://room.test:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = chromium.find()
    assert found, chromium.needed()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--host-resolver-rules=MAP room.test 127.0.0.1"]
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{address}/page")
    yield opened
    context.close()


@pytest.mark.parametrize(("module", "name"), SENTENCES, ids=[name for _, name in SENTENCES])
def test_in_the_browser(page: Page, module: str, name: str) -> None:
    assert page.evaluate("window.isSecureContext") is False
    page.evaluate(
        """async ([module, name]) => {
            await import(`/tests/js/${module}.js`);
            const { run } = await import("/tests/js/harness.js");
            await run(name);
        }""",
        [module, name],
    )


def test_every_refusal_has_its_sentence_on_the_screen(page: Page) -> None:
    codes = sorted((set(REFUSALS) | LIVE_CODES) - {"too_long"})
    sentences = page.evaluate(
        """async (codes) => {
            const { sentenceFor } = await import("/static/js/codes.js");
            return codes.map((code) => sentenceFor({ code, message: "" }));
        }""",
        codes,
    )
    unknown = page.evaluate(
        """async () => (await import("/static/js/codes.js")).sentenceFor({ code: "no such code", message: "" })"""
    )
    assert [code for code, sentence in zip(codes, sentences, strict=True) if sentence == unknown] == []


def test_the_screen_knows_the_same_limits_as_the_rules(page: Page) -> None:
    known = page.evaluate("""async () => (await import("/static/js/texts.js")).LIMITS""")
    assert known == {
        "pseudonym": limits.PSEUDONYM.graphemes,
        "network": limits.NETWORK_NAME.graphemes,
        "networkPassword": limits.NETWORK_PASSWORD.graphemes,
        "question": limits.QUESTION.graphemes,
        "title": limits.TITLE.graphemes,
        "account": limits.ACCOUNT.graphemes,
        "sentence": limits.SENTENCE.graphemes,
        "statement": limits.STATEMENT.graphemes,
        "answer": limits.SENTENCE.graphemes,
        "doubt": limits.REASON.graphemes,
        "reason": limits.REASON.graphemes,
        "remark": limits.OPTIONAL_COMMENT.graphemes,
        "comment": limits.COMMENT.graphemes,
    }


def test_a_language_brings_its_own_plurals(page: Page, address: str) -> None:
    page.goto(f"{address}/page-uk")
    said = page.evaluate(
        """async () => {
            const { ready, t, tn } = await import("/static/js/i18n.js");
            await ready;
            return [t("Listen"), t("Not translated"), ...[1, 3, 5].map((n) => tn("{n} doubt", "{n} doubts", n))];
        }"""
    )
    assert said == ["Слухай", "Not translated", "1 сумнів", "3 сумніви", "5 сумнівів"]
