"""What the console fetches after its desk, and how two wordings are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desks import Desk, press
from tests.browser.pages import site


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(console=("console.html", {"dialogue": "d1", "title": "Trust", "address": "192.0.2.7:8000"})) as found:
        yield found


@pytest.fixture(scope="module")
def empty(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/empty")
    yield page
    page.close()


def differences(page: Page, before: str, after: str) -> dict[str, Any]:
    """As [words, changed] pairs."""
    script = """async ([before, after]) => {
      const { differences } = await import("/static/js/wall/diff.js");
      const found = differences(before, after);
      const pairs = (runs) => runs.map(({ words, changed }) => [words, changed]);
      return { before: pairs(found.before), after: pairs(found.after) };
    }"""
    found: dict[str, Any] = page.evaluate(script, [before, after])
    return found


def test_words_that_stay_are_told_from_words_that_went_and_came(empty: Page) -> None:
    found = differences(empty, "When is it right to trust?", "When is it  safe to trust him?")
    assert found == {
        "before": [["When is it", False], ["right", True], ["to", False], ["trust?", True]],
        "after": [["When is it", False], ["safe", True], ["to", False], ["trust him?", True]],
    }


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("", "Trust", [], [["Trust", True]]),
        ("Trust", "", [["Trust", True]], []),
        ("Trust", "Trust", [["Trust", False]], [["Trust", False]]),
        ("cafe\u0301", "caf\u00e9", [["cafe\u0301", False]], [["caf\u00e9", False]]),
        ("a b", "b a", [["a", True], ["b", False]], [["b", False], ["a", True]]),
    ],
)
def test_edges_of_a_difference(empty: Page, before: str, after: str, gone: list[Any], come: list[Any]) -> None:
    assert differences(empty, before, after) == {"before": gone, "after": come}


def test_a_drawer_that_did_not_come_says_so_and_comes_when_asked_again(browser: Browser, address: str) -> None:
    lost = browser.new_context()
    page = lost.new_page()
    page.route("**/panels/index.js", lambda route: route.abort())
    Desk().enters(page, address)
    page.keyboard.press("p")
    expect(page.locator(".panel")).to_contain_text("This could not be loaded. The dialogue goes on without it.")
    page.unroute("**/panels/index.js")
    press(page, "Try again")
    expect(page.locator("#panel-head")).to_have_text("People")
    lost.close()
