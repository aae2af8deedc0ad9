"""A console that is opened in the middle of a dialogue: there at once, whole soon after, and light to write at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from dialogue import commands as ask
from dialogue.vocabulary import Kind, StageKey, Words
from tests.browser.desks import Desk, shows
from tests.browser.pages import site

SENTENCES = 45
STATEMENTS = 30
# Every row of a wall, and each button, puts the names of its looks together: that tells how much is gone through.
COUNTS = """() => {
  const filter = Array.prototype.filter;
  window.rows = 0;
  Array.prototype.filter = function (...how) {
    if (how[0] === Boolean) window.rows += 1;
    return filter.apply(this, how);
  };
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(console=("console.html", {"dialogue": "d1", "title": "Trust"})) as found:
        yield found


@pytest.fixture
def long() -> Desk:
    """A desk on which more is written than a screen shows."""
    desk = Desk()
    desk.moves_to(StageKey.EXPERIENCES)
    (chosen,) = desk.tells("The missing file")
    desk.moves_to(StageKey.SELECTION)
    desk.does(ask.AskNarrator(chosen))
    desk.does(ask.AcceptNarrating(chosen))
    desk.moves_to(StageKey.NARRATIVE)
    told = [desk.does(ask.WriteSentence(Words(f"Sentence {n}."))) for n in range(SENTENCES)]
    desk.moves_to(StageKey.JUDGEMENT)
    for n in range(STATEMENTS):
        found = desk.writes(Kind.REASON, f"Because of {n}.", told[n])
        desk.doubts(found, f"Is it so, at {n}?")
    return desk


def test_everything_on_a_long_wall_is_drawn_soon(browser: Browser, address: str, long: Desk) -> None:
    page = long.opened(browser, address)
    expect(page.locator(".lines > .line")).to_have_count(SENTENCES)
    expect(page.locator(".ladder > .finding")).to_have_count(STATEMENTS)
    expect(page.locator(".doubt")).to_have_count(STATEMENTS)
    assert page.locator(".lines .said").all_inner_texts() == [f"Sentence {n}." for n in range(SENTENCES)]
    page.close()


def test_a_wall_that_grows_long_while_it_is_open_is_drawn_whole(browser: Browser, address: str, long: Desk) -> None:
    whole = long.state
    desk = Desk()
    page = desk.opened(browser, address)
    page.wait_for_timeout(1200)  # all that follows the first drawing is done
    desk.state = whole
    shows(page)
    expect(page.locator(".lines > .line")).to_have_count(SENTENCES)
    expect(page.locator(".ladder > .finding")).to_have_count(STATEMENTS)
    page.close()


def test_the_first_drawing_is_what_a_screen_shows(browser: Browser, address: str, long: Desk) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    # Painting never comes: what follows it waits for half a second of the page's clock, which stands still.
    page.add_init_script("window.requestAnimationFrame = () => 0")
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now() + 60000"))
    long.enters(page, address)
    assert 15 <= page.locator(".lines > .line").count() < SENTENCES
    bottom = "(list) => document.querySelector(list).getBoundingClientRect().bottom > innerHeight"
    assert page.evaluate(bottom, ".lines")
    assert page.evaluate(bottom, ".ladder")
    page.clock.run_for(600)
    expect(page.locator(".lines > .line")).to_have_count(SENTENCES)
    page.close()


def test_the_wall_is_not_gone_through_for_each_letter(browser: Browser, address: str, long: Desk) -> None:
    page = long.opened(browser, address)
    expect(page.locator(".ladder > .finding")).to_have_count(STATEMENTS)
    page.evaluate(COUNTS)
    words = "He asked."
    page.locator("#words").press_sequentially(words)
    expect(page.locator("#words")).to_have_value(words)
    typed = page.evaluate("window.rows")
    page.locator(".ladder .line-body").first.click()
    expect(page.locator(".ladder .line-body").first).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("window.rows") - typed > STATEMENTS  # what was tapped is shown as picked
    assert typed < len(words) * STATEMENTS
    page.close()
