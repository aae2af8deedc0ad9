"""Plain pages: complete without script, and a little handier with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.datastructures import MultiDict

from sessions.pages.plan_form import prefilled
from sessions.pages.plan_sheet import sheet
from tests.browser.pages import site, watched

PLANNER = sheet(
    prefilled(
        MultiDict({"title": "Trust", "question": "How " * 60, "rules": "Be short.", "limits": "Duty to report."})
    ),
    [("question", "Please shorten it.")],
)
JOIN: dict[str, Any] = {
    "code": "K7F4-M2QX",
    "title": "Trust",
    "rules": "Be short.\nAsk.",
    "limits": "Duty to report.",
    "few": True,
    "pseudonym": "",
    "role": "participant",
    "join_id": "0" * 32,
    "errors": [],
}
CARD = {
    "id": "d1",
    "title": "Trust",
    "question": "When?",
    "people": 5,
    "created": 1_700_000_000_000,
    "stage": "narrative",
}
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "planner": ("planner.html", PLANNER),
    "join": ("join.html", JOIN),
    "home": ("home.html", {"prepares": True, "now": [CARD], "upcoming": [CARD], "past": [CARD]}),
    "empty_home": ("home.html", {"prepares": True, "now": [], "upcoming": [], "past": []}),
    "door": ("door.html", {"code": "AAAA", "errors": [("code", "No dialogue can be joined with this code.")]}),
    "sign_in": ("sign_in.html", {"name": "", "errors": []}),
    "setup": ("setup.html", {"token": "t", "name": "", "shortest": 10, "errors": []}),
    "error": ("error.html", {"code": "not_found", "title": "Nothing here", "sentence": "Check the address."}),
    "message": ("message.html", {"title": "Done", "sentence": "All is kept.", "href": "/", "label": "Go on"}),
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(**PAGES) as found:
        yield f"{found}/page"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    errors = watched(page)
    yield page
    page.close()
    assert errors == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_heading_one_main_action_and_no_sideways_scrolling_at_320_px(
    page: Page, address: str, name: str
) -> None:
    page.goto(f"{address}/{name}")
    assert page.locator("h1").count() == 1
    assert page.locator(".button-primary").count() <= 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("form:not([method=post])").count() == 0
    assert page.locator("form:not(:has(input[name=csrf_token]))").count() == 0
    controls = page.locator("input:not([type=hidden]), textarea, select")
    assert controls.evaluate_all("(all) => all.filter((e) => !e.labels.length).length") == 0


def test_a_text_that_is_too_long_stays_and_is_counted(page: Page, address: str) -> None:
    page.goto(f"{address}/planner")
    page.wait_for_selector("#question-count.is-over")
    assert page.locator("#question-count").inner_text() == "239 of 200: 39 too many"
    assert len(page.locator("#question").input_value()) == 240


def test_an_error_is_named_first_and_leads_to_its_field(page: Page, address: str) -> None:
    page.goto(f"{address}/planner")
    assert page.title().startswith("Error:")
    page.locator(".error-summary a").click()
    assert page.evaluate("document.activeElement.id") == "question"


def test_the_door_promises_what_is_kept_before_anyone_goes_in(page: Page, address: str) -> None:
    page.goto(f"{address}/join")
    promise = page.locator(".promise").inner_text()
    for sentence in (
        "Once your screen shows ✓, your words are on disk. Until then they stay on your screen and are sent again; "
        "nothing is sent twice.",
        "Here you have a pseudonym. People in the room may know you; managers never see stories or who said what.",
        "You can withdraw what you wrote until the dialogue is closed.",
        "Duty to report.",
    ):
        assert sentence in promise
    assert "Fewer than five people" in page.locator("main").inner_text()


def test_on_the_first_page_links_stand_on_the_line_of_the_button(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/home")
    middles = [
        box["y"] + box["height"] / 2
        for name in ("Prepare a dialogue", "Guidance for every step", "A played sample")
        if (box := page.get_by_role("link", name=name).bounding_box())
    ]
    assert len(middles) == 3
    assert max(middles) - min(middles) < 2


LOADED = "document.fonts.ready.then((all) => Array.from(new Set(Array.from(all, (f) => f.status + ' ' + f.family))))"


@pytest.mark.parametrize("name", ["home", "planner", "sign_in", "setup"])
def test_staff_work_with_the_faces_of_the_wall_at_a_desk_and_not_on_a_phone(
    page: Page, address: str, name: str
) -> None:
    page.goto(f"{address}/{name}")
    assert page.evaluate(LOADED) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/{name}")
    assert "loaded Source Sans 3" in page.evaluate(LOADED)


@pytest.mark.parametrize("name", ["join", "door", "message", "error"])
def test_pages_that_everybody_sees_bring_no_faces(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/{name}")
    assert page.evaluate(LOADED) == []


def test_an_empty_home_offers_the_sample_and_a_first_dialogue(page: Page, address: str) -> None:
    page.goto(f"{address}/empty_home")
    assert page.get_by_role("link", name="Read the sample").get_attribute("href") == "/sample"
    assert page.get_by_role("link", name="Prepare a dialogue").get_attribute("href") == "/prepare"
    assert "python start.py demo" not in page.locator("main").inner_text()
    page.get_by_text("Watch the sample being played").click()
    assert "python start.py demo" in page.locator("main").inner_text()
