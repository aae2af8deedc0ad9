"""A shared computer in a real Chromium: one after another, nothing left behind; covered when nobody touches it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Response, expect

from tests.browser.hall import CONSOLE, PHONE, Hall, Window, hall
from tests.browser.kiosk import Kiosk
from tests.browser.lead import Lead
from tests.browser.rooms import TITLE

COVERED = "Covered: nobody was here for two minutes"
STORED = """
async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  bases: indexedDB.databases ? (await indexedDB.databases()).map((base) => base.name) : [],
  caches: window.caches ? await caches.keys() : [], state: history.state,
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
    assert kept == {"local": [], "session": [], "bases": [], "caches": [], "state": None}


def _has_no_seat(window: Window) -> None:
    """Only that the computer is shared, and the form's own cookie, both until the browser ends."""
    cookies = window.page.context.cookies()
    assert {cookie["name"] for cookie in cookies} == {"shared", "form"}
    assert {cookie["expires"] for cookie in cookies} == {-1}


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
    _has_no_seat(kiosk.window)
    assert "Ash" not in kiosk.window.text
    assert "The missing file" not in kiosk.window.text
    for _ in range(2):
        kiosk.page.go_back()
        kiosk.sees("Welcome. Who are you?")
        assert "The missing file" not in kiosk.window.text
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


def test_what_a_person_left_is_not_in_the_history_nor_in_a_new_tab(kiosk: Kiosk) -> None:
    """Nor in the browser's cache: no answer with words in it may be kept there."""
    kept: list[str] = []
    kiosk.page.on("response", lambda answer: kept.extend(_cached(answer)))
    kiosk.sits_down("Hazel")
    kiosk.press("I agree")
    kiosk.tells("The second key")
    kiosk.sees("Yours, on the wall without your name")
    room = kiosk.page.url
    kiosk.is_done()
    expect(kiosk.page).to_have_url(re.compile(f"/shared/{kiosk.code}$"))
    assert kept == []
    anew = kiosk.page.context.new_page()
    kiosk.page.close()
    for address in (room, f"{room}archive", f"{room}return-code", f"{room}covered"):
        anew.goto(address)
        assert "The second key" not in anew.content()
        assert "Hazel" not in anew.content()
    _has_no_seat(Window(anew, "Anew"))


def _cached(answer: Response) -> list[str]:
    """The address of an answer that the browser may keep, unless it is a part of the program."""
    kept = "no-store" not in answer.headers.get("cache-control", "")
    return [answer.url] if kept and "/static/" not in answer.url else []


def test_no_field_offers_what_somebody_else_typed(kiosk: Kiosk) -> None:
    kiosk.sits_down("Ivy")
    kiosk.press("I agree")
    expect(kiosk.field(TITLE)).to_be_visible()
    fields = "[...document.querySelectorAll('input:not([type=hidden]), textarea')]"
    assert kiosk.page.evaluate(f"{fields}.length") > 1
    offering = f"{fields}.filter((one) => (one.autocomplete || one.form?.autocomplete) !== 'off').map((one) => one.id)"
    assert kiosk.page.evaluate(offering) == []


def test_a_page_that_the_browser_keeps_for_going_back_shows_no_words(kiosk: Kiosk) -> None:
    kiosk.sits_down("Juniper")
    kiosk.press("I agree")
    expect(kiosk.field(TITLE)).to_be_visible()
    kiosk.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    kiosk.window.lacks("When is it right to trust?")
    kiosk.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(kiosk.field(TITLE)).to_be_visible()


@pytest.mark.parametrize("size", [CONSOLE, PHONE])
def test_whoever_finds_it_open_reads_whose_place_it_is_and_how_to_begin(
    kiosk: Kiosk, place: tuple[Hall, Lead], size: tuple[int, int]
) -> None:
    width, height = size
    kiosk.page.set_viewport_size({"width": width, "height": height})
    kiosk.page.clock.install()
    kiosk.sits_down(f"Kingfisher by the river {width}")
    kiosk.press("I agree")
    kiosk.window.shot(f"kiosk-open-{width}")
    bar = kiosk.page.get_by_role("form", name="Shared computer")
    expect(bar).to_contain_text("Kingfisher by the river")
    expect(bar).to_contain_text("Not you?")
    assert _height(bar.get_by_role("button", name="Done: next person")) >= 44
    _passes(kiosk, minutes=2.1)
    kiosk.sees("Not you?")
    assert "Kingfisher" not in kiosk.window.text
    kiosk.window.shot(f"kiosk-left-{width}")
    assert _height(kiosk.page.get_by_role("button", name="Next person")) >= 44
    kiosk.press("Next person")
    kiosk.sees("Welcome. Who are you?")


def _height(button: Locator) -> float:
    box = button.bounding_box()
    return box["height"] if box else 0.0
