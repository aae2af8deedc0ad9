"""The wall as the console shows it: everything on it can be tapped, and says what it rests on in chips."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from dialogue import commands as ask
from dialogue.vocabulary import Kind, Words
from tests.browser.pages import site, watched
from tests.browser.walls import grown, narrated

DRAW = """async ([view, picked]) => {
  const { wall } = await import("/static/js/wall/wall.js");
  const { render } = await import("/static/vendor/lit-html-3.3.3/lit-html.js");
  window.tapped = window.tapped || [];
  const options = { surface: "console", onPick: (id) => window.tapped.push(id), picked: new Set(picked) };
  render(wall(view, options), document.getElementById("room"));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with site() as address:
        page = browser.new_page()
        page.goto(f"{address}/empty")
        errors = watched(page)
        yield page
        page.close()
    assert errors == []


def draw(page: Page, view: dict[str, Any], *picked: str) -> None:
    page.evaluate(DRAW, [view, list(picked)])


def test_a_tap_names_the_item_and_what_is_picked_is_pressed(page: Page) -> None:
    room, told = narrated()
    reason = room.writes(Kind.REASON, "Nobody could leave.", told[2])
    doubt = room.doubts(reason, "Somebody could have been hurt.")
    draw(page, room.view, told[2])
    for item in (told[0], reason, doubt):
        page.locator(f"[data-id={item}] > button, [data-id={item}] > div > button").click()
    assert page.evaluate("window.tapped") == [told[0], reason, doubt]
    assert page.locator("button[aria-pressed=true]").count() == 1
    assert page.locator(f"[data-id={told[2]}] > button").get_attribute("aria-pressed") == "true"


def test_chips_say_what_a_statement_rests_on_and_a_loose_one_says_so(page: Page) -> None:
    room, told = narrated()
    core = room.writes(Kind.CORE_STATEMENT, "At 5 I asked him first.", told[4], told[2])
    room.writes(Kind.JUDGEMENT, "It was right.", core)
    loose = room.writes(Kind.REASON, "She hid nothing.")
    draw(page, room.view)
    assert page.locator(".chip").all_inner_texts() == ["3", "5", "Core statement"]
    assert page.locator(".chip.is-heated").all_inner_texts() == ["5"]
    assert page.locator(".finding.is-loose").get_attribute("data-id") == loose
    assert "rests on nothing yet" in (page.locator(f"[data-id={loose}]").text_content() or "")


def test_no_target_stands_within_a_target(page: Page) -> None:
    draw(page, grown()[0].view)
    assert page.locator("button a, button button, a button").count() == 0


def test_the_ladder_goes_upwards_whatever_came_first_and_counts_kinds_that_are_several(page: Page) -> None:
    room, told = narrated()
    room.writes(Kind.REASON, "One.", told[0])
    room.writes(Kind.JUDGEMENT, "It was right.")
    room.writes(Kind.REASON, "Two.", told[1])
    draw(page, room.view)
    assert page.locator(".finding .kind").all_inner_texts() == ["Judgement", "Reason 1", "Reason 2"]


def test_an_inserted_sentence_stands_in_its_place(page: Page) -> None:
    room, told = narrated(3)
    room.does(ask.WriteSentence(Words("From there I could see all eight."), after=told[0]))
    draw(page, room.view)
    assert page.locator(".num").all_inner_texts() == ["1", "1a", "2", "3"]
    assert page.locator(".is-inserted .said").all_inner_texts() == ["From there I could see all eight."]
