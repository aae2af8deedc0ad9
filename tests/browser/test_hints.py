"""Hints while an experience is written: found on the phone, in its language, never in the way and never sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from dialogue.views import mine_for, view_for
from dialogue.vocabulary import AUDIENCE_OF_ROLE
from tests.browser.hinted import TABLE
from tests.browser.pages import site
from tests.browser.phones import Phone, held
from tests.cast import Room

KEYS = ("name_like", "cell_number", "date_like", "general", "hypothetical")
KINDS = [(language, key) for language, keys in TABLE.items() for key in keys]
FIND = """async ([texts, language]) => {
  const { prepare, hintsFor } = await import("/static/js/hints/hints.js");
  await prepare(language);
  return texts.map((text) => hintsFor(text, language));
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    room = Room()
    alice = room.participant("Alice")
    view = view_for(room.state, AUDIENCE_OF_ROLE[room.state.seats[alice.seat].role])
    plain = {"view": view, "me": mine_for(room.state, alice.seat), "nonce": "ab" * 16}
    with site(phone=("participant.html", {"dialogue": "d1", "plain": plain})) as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(f"{address}/empty")
    yield opened
    opened.close()


@pytest.fixture
def alice(browser: Browser, address: str) -> Iterator[Phone]:
    room = Room()
    person = room.participant("Alice")
    person.agrees()
    room.facilitator.moves_to("experiences")
    yield from held(browser, address, person)


@pytest.mark.parametrize(("language", "key"), KINDS, ids=[f"{language}-{key}" for language, key in KINDS])
def test_a_hint_comes_where_it_is_due_and_nowhere_else(page: Page, language: str, key: str) -> None:
    due, not_due = TABLE[language][key]
    assert min(len(due), len(not_due)) >= (6 if language == "en" else 3)
    found = page.evaluate(FIND, [[*due, *not_due], language])
    hinted = {text for text, hints in zip((*due, *not_due), found, strict=True) if any(h["key"] == key for h in hints)}
    assert set(due) - hinted == set(), "missed"
    assert hinted - set(due) == set(), "false alarm"


def test_every_language_has_every_kind_of_hint() -> None:
    assert {language: set(keys) for language, keys in TABLE.items()} == {language: set(KEYS) for language in TABLE}


def test_a_hint_says_where_it_is_and_the_most_important_comes_first(page: Page) -> None:
    text = "We always lock cell 4-12 after Besnik’s visit at 14:30."
    (found,) = page.evaluate(FIND, [[text], "en"])
    assert [(hint["key"], text[hint["at"] : hint["at"] + hint["length"]]) for hint in found] == [
        ("name_like", "Besnik"),
        ("cell_number", "cell 4-12"),
        ("date_like", "14:30"),
        ("general", "We always"),
    ]


@pytest.mark.parametrize("language", ["xx", "", "ar-EG"])
def test_a_language_without_words_has_no_hints(page: Page, language: str) -> None:
    assert page.evaluate(FIND, [["We always lock cell 4-12."], language]) == [[]]


def test_a_very_long_text_is_looked_through_at_once(page: Page) -> None:
    took = page.evaluate(
        """async () => {
          const { prepare, hintsFor } = await import("/static/js/hints/hints.js");
          await prepare("en");
          const text = "We walked along the corridor and I counted twelve men 12 a".repeat(100);
          const begun = performance.now();
          hintsFor(text, "en");
          return performance.now() - begun;
        }"""
    )
    assert took < 250, "milliseconds for 5,800 characters"


def test_what_is_found_is_said_in_one_calm_sentence_under_the_field(alice: Phone) -> None:
    alice.looks().writes("title", "Officers often look away")
    expect(alice.page.locator("#title-aid")).to_have_text("This sounds like many occasions. Which one was it?")
    assert "title-aid" in (alice.page.get_attribute("#title", "aria-describedby") or "").split()
    alice.writes("title", "I told Besnik to wait")
    expect(alice.page.locator("#title-aid")).to_have_text(
        "That looks like a name. Write “a colleague” or “prisoner A”."
    )
    alice.writes("title", "I told prisoner A to wait")
    expect(alice.page.locator("#title-aid")).to_have_count(0)


def test_a_hint_stops_nobody(alice: Phone) -> None:
    alice.looks().writes("title", "Besnik in cell 12")
    expect(alice.page.locator("#title-aid")).to_be_visible()
    alice.taps("Put it on the wall")
    expect(alice.page.locator("#title")).to_have_value("")
    assert [asked["data"]["title"] for asked in alice.asked] == ["Besnik in cell 12"]


def test_who_wants_no_hints_has_none_and_keeps_the_field(alice: Phone) -> None:
    alice.looks().writes("title", "Besnik in cell 12")
    alice.taps("Don't show hints")
    expect(alice.page.locator("#title-aid")).to_have_count(0)
    assert alice.page.evaluate("document.activeElement.id") == "title"
    alice.writes("title", "Besnik in cell 14")
    expect(alice.page.locator("#title")).to_have_value("Besnik in cell 14")
    expect(alice.page.locator("#title-aid")).to_have_count(0)


def test_hints_that_were_turned_off_can_be_had_again(alice: Phone) -> None:
    alice.looks().writes("title", "Besnik in cell 12")
    alice.taps("More")
    expect(alice.page.get_by_role("dialog").get_by_role("button", name="Show hints while I write")).to_have_count(0)
    alice.page.keyboard.press("Escape")
    alice.taps("Don't show hints").opens_more("Show hints while I write")
    expect(alice.page.get_by_role("dialog")).to_have_count(0)
    expect(alice.page.locator("#title-aid")).to_be_visible()


def test_nothing_that_is_typed_leaves_the_phone_for_a_hint(alice: Phone) -> None:
    alice.looks()
    asked: list[Request] = []
    alice.page.context.on("request", lambda request: asked.append(request))
    alice.writes("title", "Zamir in cell 12")
    expect(alice.page.locator("#title-aid")).to_be_visible()
    alice.writes("title", "Zamir in cell 13, on 3 March").taps("Don't show hints")
    alice.page.wait_for_timeout(300)
    sent = [request.url + (request.post_data or "") + str(request.headers) for request in asked]
    assert [text for text in sent if re.search(r"zamir|cell.1[23]", text, re.IGNORECASE)] == []
    assert alice.asked == []
    assert all("/static/" in request.url for request in asked), "words of a language, and nothing else"


def test_a_phone_loads_the_words_of_one_language(alice: Phone) -> None:
    alice.looks().writes("title", "Besnik in cell 12")
    expect(alice.page.locator("#title-aid")).to_be_visible()
    loaded = alice.page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert [name.split("/")[-1] for name in loaded if "/hints/words/" in name] == ["en.js"]


def test_words_that_can_not_be_had_cost_a_hint_and_no_text(alice: Phone) -> None:
    alice.page.route("**/hints/words/*.js", lambda route: route.abort())
    alice.looks().writes("title", "Besnik in cell 12")
    alice.page.wait_for_timeout(200)
    expect(alice.page.locator("#title-aid")).to_have_count(0)
    alice.taps("Put it on the wall")
    assert [asked["data"]["title"] for asked in alice.asked] == ["Besnik in cell 12"]
    assert [error for error in alice.errors if "Failed to load resource" not in error] == []
    alice.errors.clear()
