"""A shared computer in a real Chromium: one after another, nothing left behind; covered when nobody touches it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.hall import Hall, Window, hall
from tests.browser.kiosk import Kiosk
from tests.browser.lead import Lead
from tests.browser.rooms import TITLE

COVERED = "Covered: nobody was here for two minutes"
STORED = """
async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  bases: indexedDB.databases ? (await indexedDB.databases()).map((base) => base.name) : [],
})
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hall, Lead]]:
    with hall(tmp_path_factory.mktemp("data")) as opened:
        lead = Lead(opened)
        lead.prepares("Trust", question="When is it right to trust?")
        lead.opens_the_door()
        lead.lets_latecomers_in()
        lead.moves_on("Experiences")
        yield opened, lead


@pytest.fixture
def kiosk(place: tuple[Hall, Lead]) -> Iterator[Kiosk]:
    opened, lead = place
    there = len(opened.windows)
    yield Kiosk(opened, lead.code)
    opened.was_quiet()
    opened.goes_home(there)


def _passes(kiosk: Kiosk, minutes: float) -> None:
    """On the browser's own clock."""
    kiosk.page.clock.run_for(int(minutes * 60_000))


def _keeps_nothing(window: Window) -> None:
    kept = window.page.evaluate(STORED)
    assert kept == {"local": [], "session": [], "bases": []}


def test_one_after_another_writes_and_nothing_stays(kiosk: Kiosk, place: tuple[Hall, Lead]) -> None:
    kiosk.window.shot("kiosk-start")
    of_ash = kiosk.sits_down("Ash")
    kiosk.press("I agree")
    kiosk.window.shot("kiosk-room")
    kiosk.tells("The missing file")
    kiosk.sees("Yours, on the wall without your name")
    _keeps_nothing(kiosk.window)
    kiosk.is_done()
    expect(kiosk.page).to_have_url(re.compile(f"/shared/{kiosk.code}$"))
    _keeps_nothing(kiosk.window)
    assert "Ash" not in kiosk.window.text
    assert "The missing file" not in kiosk.window.text
    kiosk.page.go_back()
    kiosk.sees("Welcome. Who are you?")
    kiosk.page.goto(f"/shared/{kiosk.code}")
    kiosk.sits_down("Birch")
    kiosk.press("I agree")
    expect(kiosk.field(TITLE)).to_be_visible()
    kiosk.window.lacks("Yours, on the wall without your name")
    kiosk.is_done()
    kiosk.comes_back(of_ash)
    kiosk.sees("Yours, on the wall without your name")
    place[1].window.shows_once("The missing file")


def test_what_is_only_typed_is_asked_about_and_what_was_sent_goes_first(kiosk: Kiosk, place: tuple[Hall, Lead]) -> None:
    kiosk.sits_down("Cedar")
    kiosk.press("I agree")
    kiosk.field(TITLE).fill("Half a thou")
    kiosk.is_done()
    kiosk.sees("What you typed and did not send is gone then.")
    kiosk.press("Stay")
    expect(kiosk.field(TITLE)).to_have_value("Half a thou")
    kiosk.window.loses_the_network()
    kiosk.field(TITLE).fill("A whole thought")
    kiosk.press("Put it on the wall")
    kiosk.is_done()
    kiosk.sees("Something is not sent yet. It is sent first.")
    kiosk.window.finds_the_network()
    expect(kiosk.page).to_have_url(re.compile(f"/shared/{kiosk.code}$"))
    place[1].window.shows_once("A whole thought")


def test_a_kiosk_left_open_covers_itself_and_opens_for_its_own_code(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    own = kiosk.sits_down("Dogwood")
    kiosk.press("I agree")
    kiosk.field(TITLE).fill("Not yet sent")
    _passes(kiosk, minutes=1.9)
    expect(kiosk.field(TITLE)).to_be_visible()
    _passes(kiosk, minutes=0.2)
    kiosk.sees(COVERED)
    kiosk.window.shot("kiosk-covered")
    assert "When is it right to trust?" not in kiosk.window.text
    assert "Dogwood" not in kiosk.window.text
    assert kiosk.page.locator("#room").count() == 0
    kiosk.page.get_by_label("Return code").fill("0000-0000")
    kiosk.press("Go on")
    kiosk.sees("That is not the return code of this place.")
    kiosk.page.get_by_label("Return code").fill(own.lower())
    kiosk.press("Go on")
    expect(kiosk.field(TITLE)).to_have_value("Not yet sent")
    kiosk.press("Put it on the wall")
    kiosk.sees("Yours, on the wall without your name")


def test_a_reload_shows_no_more_than_the_cover_and_somebody_else_may_begin(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.sits_down("Elder")
    kiosk.press("I agree")
    _passes(kiosk, minutes=2.1)
    kiosk.sees(COVERED)
    kiosk.page.wait_for_load_state("networkidle")
    kiosk.page.reload()
    kiosk.sees(COVERED)
    assert "When is it right to trust?" not in kiosk.window.text
    kiosk.sees("What they typed and did not send is gone.")
    kiosk.press("Next person")
    kiosk.sees("Welcome. Who are you?")
    kiosk.sits_down("Fir")


def test_after_ten_more_minutes_it_leaves_by_itself(kiosk: Kiosk) -> None:
    kiosk.page.clock.install()
    kiosk.sits_down("Gorse")
    kiosk.sees("Before we begin")
    _passes(kiosk, minutes=2.1)
    kiosk.sees(COVERED)
    _passes(kiosk, minutes=10.1)
    expect(kiosk.page).to_have_url(re.compile(f"/shared/{kiosk.code}$"))
    kiosk.sees("Welcome. Who are you?")
