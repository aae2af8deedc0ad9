"""The demo, watched in the browser in which one leads dialogues of one's own: neither takes the other's place."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.sessions.pages.given import PASSWORD, server
from tests.sessions.rehearsal.given import LINK, demo_in


def test_watching_the_demo_leaves_ones_own_console_as_it_was(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    with server(tmp_path / "data") as served, demo_in(tmp_path / "demo", "--speed", "100") as running:
        context = browser.new_context()  # one jar of cookies, for both ports
        own = context.new_page()
        _leads_a_dialogue(own, served.origin + served.setup)
        said = running.until_said("It begins as soon as you open one of the links")
        for _whose, origin, path in LINK.findall(said):
            watching = context.new_page()
            watching.goto(origin + path)
            expect(watching).to_have_url(re.compile(f"^{origin}/d/"))
        own.reload()
        expect(own.get_by_role("button", name="Open the door")).to_be_visible()
        own.goto(served.origin)
        expect(own.get_by_role("heading", name="Prepared")).to_be_visible()
        running.until_said("The server stays up")
        assert "not taken" not in running.log.read_text("utf-8")
        context.close()


def _leads_a_dialogue(own: Page, setup: str) -> None:
    own.goto(setup)
    own.get_by_label("Name to sign in with").fill("Lead")
    own.get_by_label("Choose a password").fill(PASSWORD)
    own.get_by_role("button", name="Make the account").click()
    own.get_by_role("link", name="Prepare a dialogue").click()
    own.get_by_label("Name of the dialogue").fill("Mine")
    own.get_by_role("button", name="Keep the plan and go to the room").click()
    expect(own.get_by_role("button", name="Open the door")).to_be_visible()
