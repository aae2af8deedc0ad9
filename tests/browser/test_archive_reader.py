"""The archive reader: read, searched and filtered, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import site, watched
from tests.browser.walls import HOSTILE


def entry(key: str, kind: str, text: str | None, **more: Any) -> dict[str, Any]:
    """An entry as the transcript has it."""
    empty: dict[str, Any] = {"number": 1, "label": None, "versions": [], "rests_on": [], "about": None, "link": None}
    unsaid = {"open": None, "how": None, "signature": None}
    return {"id": key, "kind": kind, "text": text, "standing": "up" if text else "withdrawn", **empty, **unsaid, **more}


NARRATIVE = [
    entry("e1", "sentence", "One file was missing.", number=None, label="1", about="x"),
    entry("e2", "sentence", "The door was locked.", number=None, label="2", about="x"),
]
LADDER = [
    entry("e3", "reason", "Nobody could leave.", number=2, rests_on=["e2"], versions=["They could not leave."]),
    entry("e4", "doubt", "Somebody could be hurt with the FILE.", about="e3", open=False, how="She saw all."),
    entry("e5", "reason", HOSTILE, number=3),
    entry("e6", "own_version", None, number=4),
]
TRANSCRIPT: dict[str, Any] = {
    "schema": "dialogue-transcript/1",
    "title": "Trust",
    "question": "When is it right to trust?",
    "language": "en",
    "day": "2026-01-02",
    "course": [],
    "sections": [
        {"stage": "narrative", "id": "stage-narrative", "entries": NARRATIVE},
        {"stage": "judgement", "id": "stage-judgement", "entries": LADDER},
    ],
    "outcome": None,
    "group": {"people": 5, "by_voice": 1},
    "evaluation": None,
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(archive=("archive.html", {"dialogue": "d1", "transcript": TRANSCRIPT, "copies": True})) as found:
        yield f"{found}/page/archive"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    errors = watched(page)
    page.goto(address)
    page.wait_for_selector("[data-print]:not([hidden])")  # the script is at work
    yield page
    page.close()
    assert errors == []


def visible(page: Page) -> list[str]:
    shown: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-entry]')].filter((e) => e.offsetParent).map((e) => e.id)"
    )
    return shown


def test_a_search_marks_every_hit_and_leaves_out_the_rest(reader: Page) -> None:
    reader.get_by_label("Search", exact=True).fill("file")
    assert reader.locator("mark").all_inner_texts() == ["file", "FILE"]
    assert visible(reader) == ["e1", "e3"], "a doubt that fits shows what it is about"
    assert reader.locator("[data-found]").inner_text() == "2 hits"
    reader.get_by_text("Show everything").click()
    assert reader.locator("mark").count() == 0
    assert visible(reader) == ["e1", "e2", "e3", "e5", "e6"]


def test_a_link_leads_to_its_place_even_where_a_filter_hides_it(reader: Page) -> None:
    reader.get_by_label("Search", exact=True).fill("missing")
    assert visible(reader) == ["e1"]
    reader.evaluate("location.hash = '#e5'")
    reader.wait_for_selector("#e5:not([hidden])")
    reader.locator("#e5 [data-permalink]").click()
    assert reader.locator("#live-status").inner_text() == "The link is copied."


def test_entries_are_called_as_on_the_wall_and_hold_their_words_as_text(reader: Page) -> None:
    assert reader.locator("article .kind").evaluate_all("(all) => all.map((e) => e.firstChild.textContent.trim())") == [
        "Reason 1",
        "Reason 2",
        "Own version",
    ]
    assert reader.locator("#e3 .chip").all_inner_texts() == ["2"]
    assert reader.get_by_text(HOSTILE).count() == 1
    assert "Withdrawn by whoever said it." in reader.locator("#e6").inner_text()
    assert "She saw all." in reader.locator("#e4").inner_text()


def test_without_script_filters_are_a_form(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?q=FILE&kind=sentence")
    assert page.locator("[data-entry]:visible").evaluate_all("(all) => all.map((e) => e.id)") == ["e1"]
    page.goto(f"{address}?stage=judgement")
    assert page.locator("[data-entry]:visible").count() == 3
    context.close()
