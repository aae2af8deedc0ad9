"""A shared computer in a real Chromium that the server covers: no line for two minutes, no script, the record open."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.hall import Hall, hall
from tests.browser.kiosk import Kiosk
from tests.browser.lead import Lead
from tests.browser.rooms import TITLE
from tests.tools.serve_later import RUN, Clock

COVERED = "Covered: nobody was here for two minutes"
QUESTION = "When is it right to trust?"
# The server's two minutes can be let pass, the browser's can't: what the page asks for is asked for once more, at once.
SOONER = """
() => {
  const asked = document.querySelector("noscript > meta[http-equiv=refresh]").cloneNode();
  asked.content = asked.content.replace("121;", "0;");
  document.head.append(asked);
}
"""


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    return Clock(tmp_path_factory.mktemp("clock") / "minutes")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[tuple[Hall, Lead]]:
    with hall(tmp_path_factory.mktemp("data"), RUN, LATER=str(clock.file)) as opened:
        lead = Lead(opened)
        lead.prepares("Trust", question=QUESTION)
        lead.opens_the_door()
        lead.lets_latecomers_in()
        lead.moves_on("Experiences")
        yield opened, lead


def test_a_network_that_drops_for_three_minutes_asks_for_the_code_and_loses_nothing(
    place: tuple[Hall, Lead], clock: Clock
) -> None:
    """What was sent meanwhile and what was only typed are both behind the cover."""
    kiosk = Kiosk(place[0], place[1].code)
    own = kiosk.sits_down("Ash")
    kiosk.press("I agree")
    kiosk.tells("Before it dropped")
    kiosk.sees("Yours, on the wall without your name")
    kiosk.window.loses_the_network()
    kiosk.press("Add another title")
    kiosk.tells("Sent into the void")
    kiosk.press("Add another title")
    kiosk.field(TITLE).fill("Only typed")
    clock.passes(3)
    kiosk.window.errors.clear()
    kiosk.window.finds_the_network()
    kiosk.sees(COVERED)
    assert QUESTION not in kiosk.window.text
    place[1].window.lacks("Sent into the void")
    kiosk.page.get_by_label("Return code").fill(own)
    kiosk.press("Go on")
    expect(kiosk.field(TITLE)).to_have_value("Only typed")
    place[1].window.shows_once("Sent into the void")


def test_a_tab_closed_instead_of_done_opens_the_cover_from_the_history(place: tuple[Hall, Lead], clock: Clock) -> None:
    kiosk = Kiosk(place[0], place[1].code)
    kiosk.sits_down("Birch")
    kiosk.press("I agree")
    expect(kiosk.field(TITLE)).to_be_visible()
    room, anew = kiosk.page.url, kiosk.page.context.new_page()
    kiosk.page.close()
    anew.wait_for_timeout(1000)  # the server notices that the line ended; only then the two minutes begin
    clock.passes(2.1)
    anew.goto(room)
    expect(anew.get_by_text(COVERED)).to_be_visible()
    assert QUESTION not in anew.content()


def test_without_script_the_page_covers_itself(place: tuple[Hall, Lead], clock: Clock) -> None:
    kiosk = Kiosk(place[0], place[1].code, javascript=False)
    kiosk.sits_down("Cedar")
    assert "This page covers itself after two minutes." in kiosk.page.locator("body").inner_text()
    kiosk.window.shot("kiosk-plain")
    clock.passes(2.1)
    kiosk.page.evaluate(SOONER)
    kiosk.sees(COVERED)
    assert QUESTION not in kiosk.window.text


def test_the_record_has_the_bar_and_the_cover_and_whoever_reads_is_not_covered(
    place: tuple[Hall, Lead], clock: Clock
) -> None:
    kiosk = Kiosk(place[0], place[1].code)
    kiosk.page.clock.install()
    own = kiosk.sits_down("Dogwood")
    kiosk.page.goto(f"{kiosk.page.url}archive")
    kiosk.sees("Dogwood")
    kiosk.window.shot("kiosk-record")
    for _ in range(3):
        with kiosk.page.expect_response(re.compile("/waiting/now$")):
            kiosk.page.keyboard.press("Shift")  # a wheel turned may be heard of only later
            kiosk.page.clock.run_for(30_000)
        clock.passes(1)
    kiosk.page.reload()
    kiosk.sees("Dogwood")
    kiosk.page.clock.run_for(130_000)
    kiosk.sees(COVERED)
    assert QUESTION not in kiosk.window.text
    kiosk.page.get_by_label("Return code").fill(own)
    kiosk.press("Go on")
    kiosk.sees(QUESTION)
    kiosk.is_done()
    kiosk.sees("Welcome. Who are you?")
