"""The planner in Chromium: it follows what is chosen, adds up what is typed, and is calm on a phone and a laptop."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from werkzeug.datastructures import MultiDict

from sessions.pages.plan_form import prefilled
from sessions.pages.plan_sheet import sheet
from tests.browser.pages import site, watched

TEXTS = {"rules": "Be short.", "limits": "Duty to report."}
TIGHT = "The steps take 95 minutes, you have 90. Shorten a step or leave one out."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    forms: dict[str, dict[str, str]] = {
        "planner": {},
        "hourglass": {"method": "hourglass", "length": "180"},
        "short": {"method": "short_90"},
    }
    sheets = {name: sheet(prefilled(MultiDict(TEXTS | form)), []) for name, form in forms.items()}
    tight = MultiDict({**TEXTS, "available": "90", "minutes-experiences": "25"})
    sheets["tight"] = sheet(tight, [("available", TIGHT)])
    with site(**{name: ("planner.html", given) for name, given in sheets.items()}) as found:
        yield f"{found}/page"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(5_000)
    errors = watched(page)
    page.goto(f"{address}/planner")
    yield page
    page.close()
    assert errors == []


def unfold(page: Page) -> None:
    page.locator("details").evaluate_all("(all) => all.forEach((part) => { part.open = true; })")


def step(page: Page, name: str) -> Locator:
    return page.get_by_role("spinbutton", name=name, exact=True)


def together(page: Page) -> Locator:
    return page.locator("[data-sum]")


def test_minutes_are_added_up_and_what_does_not_fit_is_said_with_both_numbers(page: Page) -> None:
    unfold(page)
    expect(together(page)).to_have_text("90")
    step(page, "Experiences").fill("25")
    expect(together(page)).to_have_text("95")
    expect(page.get_by_text(TIGHT)).to_be_visible()
    page.get_by_label("Minutes you have together").fill("95")
    expect(page.locator("[data-tight]")).to_be_empty()
    page.get_by_label("Minutes you have together").fill("")
    expect(page.locator("[data-tight]")).to_be_empty()
    page.get_by_label("From reasons to rules and principles").check()
    expect(together(page)).to_have_text("115")


def test_what_is_folded_says_what_it_holds(page: Page) -> None:
    expect(page.locator("summary", has_text="Method")).to_contain_text("Nelson and Heckmann")
    expect(page.locator("summary", has_text="Steps")).to_contain_text("90")
    page.get_by_label("Two sittings of 90 minutes").check()
    expect(page.locator("summary", has_text="Steps")).to_contain_text("90 + 90 = 180")
    page.locator("summary", has_text="Method").click()
    page.get_by_role("radio", name="Norwegian").check()
    expect(page.locator("summary", has_text="Method")).to_contain_text("Norwegian")


def test_another_length_brings_its_minutes_options_and_form(page: Page) -> None:
    unfold(page)
    page.get_by_label("A day, 390 minutes").check()
    expect(together(page)).to_have_text("390")
    expect(page.get_by_label("Minutes you have together")).to_have_value("390")
    expect(step(page, "Principles")).to_have_value("75")
    for option in ("Own versions of the core statement", "Positions on the exact wording", "Five items"):
        expect(page.get_by_label(option)).to_be_checked()
    page.get_by_label("One sitting of 90 minutes").check()
    expect(together(page)).to_have_text("90")
    expect(page.get_by_label("Positions on the exact wording")).not_to_be_checked()
    expect(page.get_by_label("Three items")).to_be_checked()


def test_two_sittings_are_added_up_one_by_one(page: Page) -> None:
    unfold(page)
    page.get_by_label("Two sittings of 90 minutes").check()
    expect(together(page)).to_have_text("90 + 90 = 180")
    expect(page.get_by_label("The second sitting begins with")).to_have_value("judgement")
    page.get_by_label("The third sitting begins with").select_option("Consensus")
    expect(together(page)).to_have_text("90 + 55 + 35 = 180")


def test_what_a_method_lives_from_is_locked_with_its_reason(page: Page) -> None:
    unfold(page)
    pointing = page.get_by_label("Pointing at sentences")
    expect(pointing).not_to_be_checked()
    page.get_by_role("radio", name="Norwegian").check()
    expect(pointing).to_be_checked()
    expect(pointing).to_be_disabled()
    expect(page.get_by_text("the answers start at the sentences people point at")).to_be_visible()
    page.get_by_role("radio", name="Hourglass").check()
    expect(pointing).to_be_enabled()
    expect(page.get_by_label("Own versions of the core statement")).to_be_disabled()


def test_a_method_shows_only_what_it_has_a_place_for(page: Page) -> None:
    unfold(page)
    page.get_by_label("A day, 390 minutes").check()
    page.get_by_role("radio", name="Ninety minutes").check()
    expect(page.get_by_label("One sitting of 90 minutes")).to_be_checked()
    expect(page.get_by_label("A day, 390 minutes")).to_be_disabled()
    expect(step(page, "Principles")).to_be_hidden()
    expect(page.get_by_label("From reasons to rules and principles")).to_be_hidden()
    expect(together(page)).to_have_text("90")
    page.get_by_role("radio", name="Nelson and Heckmann").check()
    expect(step(page, "Principles")).to_be_visible()


@pytest.mark.parametrize(("name", "minutes"), [("planner", "90"), ("hourglass", "90 + 90 = 180"), ("short", "90")])
def test_script_finds_what_the_server_rendered_as_it_is(page: Page, address: str, name: str, minutes: str) -> None:
    said = page.request.get(f"{address}/{name}").text()
    assert f"data-sum>{minutes}<" in said
    page.goto(f"{address}/{name}")
    page.wait_for_function("!document.querySelector('[data-show]')")  # script was here
    expect(together(page)).to_have_text(minutes)


def test_what_is_ready_is_folded_and_one_thing_is_to_be_done(page: Page) -> None:
    assert page.locator("details[open]").count() == 0
    assert page.locator(".button-primary").count() == 1
    visible = page.locator("main input:visible, main textarea:visible, main select:visible").count()
    assert visible <= 20, visible


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", ["planner", "hourglass"])
def test_nothing_scrolls_sideways_however_much_is_unfolded(page: Page, address: str, width: int, name: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/{name}")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    small = page.locator("main .choice:visible").evaluate_all("(all) => all.filter((e) => e.offsetHeight < 48).length")
    assert small == 0


def test_what_the_server_said_about_the_minutes_goes_when_they_change(page: Page, address: str) -> None:
    page.goto(f"{address}/tight")
    expect(page.locator(".field-error")).to_contain_text(TIGHT)
    expect(page.locator("[data-tight]")).to_be_empty()
    step(page, "Closing").fill("1")
    expect(page.locator(".field-error")).to_have_count(0)
    expect(page.locator("[data-tight]")).to_contain_text("you have 90")
    step(page, "Experiences").fill("20")
    expect(page.locator("[data-tight]")).to_be_empty()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_enter_keeps_the_plan_and_does_not_show_another(browser: Browser, address: str, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    sent: list[str] = []

    def take(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(status=200, body="Kept.")

    page.route("**/prepare", take)
    page.goto(f"{address}/hourglass")
    page.get_by_label("Name of the dialogue").fill("Trust")
    with page.expect_navigation():
        page.get_by_label("Name of the dialogue").press("Enter")
    context.close()
    form = parse_qs(sent[0], keep_blank_values=True)
    assert form["title"] == ["Trust"]
    assert form["method"] == ["hourglass"]
    assert (form["length"], form["available"], form["begins-2"]) == (["180"], ["180"], ["judgement"])
    assert "show" not in form
