"""The door at the console, led against the rules alone: who may do what at it, and people at a shared computer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from dialogue import commands as ask
from dialogue.vocabulary import DoorMode, Role, SeatId, StageKey, Words
from tests.browser.desks import Desk, press, say, settled, shows
from tests.browser.pages import flipchart, site, watched
from tests.browser.test_flipchart import show

PLACE = {"dialogue": "d1", "title": "Trust", "address": "192.0.2.7:8000"}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(console=("console.html", PLACE), flipchart=("flipchart.html", PLACE)) as found:
        yield found


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(browser: Browser, address: str, desk: Desk) -> Iterator[Page]:
    opened = desk.opened(browser, address)
    errors = watched(opened)
    yield opened
    opened.close()
    # Neither the picture of the code nor the numbers of the door are here.
    assert [error for error in errors if "404" not in error] == []


def comes(desk: Desk, name: str, *, shared: bool = False, knocks: bool = False, leads_others: bool = False) -> SeatId:
    """Somebody at the door."""
    asked = ask.TakeSeat(Words(name), Role.PARTICIPANT, leads_others, shared, knocks)
    return SeatId(desk.does(asked, SeatId("")))


def test_whoever_helps_to_lead_lets_people_in_but_does_not_set_the_door(page: Page, desk: Desk) -> None:
    desk.looks = desk.joined("Elm", Role.CO_FACILITATOR)
    comes(desk, "Birch", knocks=True)
    shows(page)
    press(page, "Let in: Birch")
    settled(page)
    assert "Birch" in {seat["pseudonym"] for seat in desk.seen["seats"].values()}
    for name in ("Close the door", "New code"):
        assert page.get_by_role("button", name=name, exact=True).count() == 0, name
    press(page, "Who comes in, Wi-Fi, cards")
    panel = page.get_by_role("region", name="Door and join code")
    expect(panel.get_by_role("radio", name="Each one is let in")).to_be_disabled()
    panel.get_by_label("People in the room").fill("2")
    panel.get_by_label("People in the room").press("Tab")
    settled(page)
    assert desk.seen["door"]["heads"] == 2


def test_what_is_to_be_known_of_somebody_who_knocks_stands_beside_their_name(page: Page, desk: Desk) -> None:
    comes(desk, "Birch", shared=True, knocks=True, leads_others=True)
    desk.does(ask.TakeSeat(Words("Mentor"), Role.OBSERVER, knocks=True), SeatId(""))
    shows(page)
    rows = page.locator(".knock")
    expect(rows.nth(0)).to_contain_text("leads others · at a shared computer")
    expect(rows.nth(1)).to_contain_text("would observe")


def test_two_consoles_act_at_once_and_nothing_is_refused(page: Page, desk: Desk) -> None:
    seat = comes(desk, "Birch", knocks=True)
    shows(page)
    desk.does(ask.AdmitSeat(seat))
    press(page, "Let in: Birch")
    settled(page)
    expect(page.locator(".knock")).to_have_count(0)
    expect(page.get_by_role("group", name="Not accepted")).to_have_count(0)


def test_a_name_that_is_taken_by_somebody_who_knocks_is_refused_in_words(page: Page, desk: Desk) -> None:
    comes(desk, "Birch", knocks=True)
    shows(page)
    say(page, "Birch", "seat")
    expect(page.get_by_role("group", name="Not accepted")).to_contain_text("Someone here already has that name")


def test_open_flipcharts_are_told_and_those_of_the_code_darkened(page: Page, desk: Desk) -> None:
    darkened: list[str] = []

    def darkens(route: Route) -> None:
        darkened.append(route.request.method)
        route.fulfill(json={"ok": True})

    page.route("**/d/d1/flipcharts/darken", darkens)
    shows(page)
    press(page, "Who comes in, Wi-Fi, cards")
    panel = page.get_by_role("region", name="Door and join code")
    expect(panel.get_by_text("flipchart")).to_have_count(0)
    desk.walls = 2
    shows(page)
    expect(panel).to_contain_text("2 flipcharts are open.")
    press(page, "Darken those that were opened with the code")
    press(page, "Darken")
    expect(page.get_by_text("Dark.", exact=True)).to_be_attached()
    assert darkened == ["POST"]


def test_a_new_code_keeps_who_comes_in(page: Page, desk: Desk) -> None:
    desk.does(ask.SetDoor(DoorMode.ADMISSION, latecomers_knock=True))
    shows(page)
    press(page, "New code")
    settled(page)
    assert (desk.seen["door"]["mode"], desk.seen["door"]["latecomers_knock"]) == ("admission", True)
    desk.does(ask.OpenDoor(Words("AAAA-BBBB"), DoorMode.ADMISSION, latecomers_knock=False))
    shows(page)
    press(page, "Close the door")
    settled(page)
    page.locator(".presence").click()
    press(page, "Door and join code")
    panel = page.get_by_role("region", name="Door and join code")
    expect(page.get_by_text("Opened again, it has the same code")).to_be_visible()
    desk.state = desk.state.but(kept_code=None)
    shows(page)
    expect(page.get_by_text("Opened again, it gets a new code")).to_be_visible()
    assert panel.count() == 1
    page.get_by_role("button", name="Open the door").first.click()
    settled(page)
    door = desk.seen["door"]
    assert (door["open"], door["mode"], door["latecomers_knock"]) == (True, "admission", False)


def test_people_at_a_shared_computer_are_here_and_said_to_be_there(
    page: Page, browser: Browser, address: str, desk: Desk
) -> None:
    fern = comes(desk, "Fern", shared=True)
    shows(page)
    expect(page.locator(".presence")).to_have_text("2 here, 1 by voice")
    row = page.locator(".console-main .list-row", has_text="Fern")
    expect(row).to_contain_text("at a shared computer")
    expect(row).to_contain_text("reading")
    expect(page.get_by_role("button", name="Write for Fern")).to_have_count(0)
    row.get_by_role("button", name="Fern").click()
    panel = page.get_by_role("region", name="Fern")
    expect(panel).to_contain_text("at a shared computer · you may write for them, too")
    press(page, "Fern says “I agree”")
    settled(page)
    assert desk.seen["seats"][fern]["agreed"]
    press(page, "Close")
    press(page, "More")
    press(page, "People")
    expect(page.locator(".panel .menu-item", has_text="Fern")).to_contain_text("at a shared computer · agreed")
    wall = flipchart(browser, address)
    show(wall, desk.view, presence={"here": 0, "away": 0})
    expect(wall.locator(".flip-here")).to_have_text("2 here, 1 by voice")
    wall.close()


def _asked_to_remove(page: Page, name: str) -> Locator:
    press(page, "More")
    press(page, "People")
    page.locator(".panel .menu-item", has_text=name).click()
    press(page.locator(".panel"), "Remove")
    return page.locator(".asking")


def test_before_somebody_is_removed_it_is_said_what_happens_if_they_come_again(page: Page, desk: Desk) -> None:
    for name, shared in (("Birch", False), ("Fern", True)):
        comes(desk, name, shared=shared)
    shows(page)
    one_by_one = "Remove, and let newcomers in one by one"
    phone = "If they come again with the same phone, they knock. With another one, whoever has the code comes in."
    for name, says in (
        ("Birch", f"their screen is closed. {phone}"),
        ("Fern", "their screen is closed. If they come again, whoever has the code comes in."),
        ("Ash", "What they said stays. If they come again, whoever has the code comes in."),
    ):
        asked = _asked_to_remove(page, name)
        expect(asked).to_contain_text(says)
        expect(asked.get_by_role("button", name=one_by_one)).to_be_visible()
        press(asked, "Not yet")
    for change, says in (
        (ask.SetDoor(DoorMode.ADMISSION, latecomers_knock=True), "If they come again, they knock like everyone."),
        (ask.CloseDoor(), "The door is closed, so they can't come in again."),
    ):
        desk.does(change)
        shows(page)
        asked = _asked_to_remove(page, "Birch")
        expect(asked).to_contain_text(says)
        expect(asked.get_by_role("button", name=one_by_one)).to_have_count(0)
        press(asked, "Not yet")


def test_newcomers_are_let_in_one_by_one_from_a_removal_on_until_somebody_decides_otherwise(
    page: Page, desk: Desk
) -> None:
    birch = comes(desk, "Birch")
    shows(page)
    press(_asked_to_remove(page, "Birch"), "Remove, and let newcomers in one by one")
    settled(page)
    assert (desk.seen["seats"][birch]["gone"], desk.seen["door"]["mode"]) == (True, "admission")
    told = page.locator(".toast")
    expect(told).to_contain_text("Whoever comes now knocks.")
    press(told, "Undo")
    settled(page)
    assert (desk.seen["door"]["mode"], desk.seen["door"]["latecomers_knock"]) == ("open", False)
    expect(told).to_have_count(0)


def test_the_strip_stays_through_every_stage_and_goes_with_the_dialogue(page: Page, desk: Desk) -> None:
    comes(desk, "Birch", knocks=True)
    for stage in (StageKey.QUESTION, StageKey.EXPERIENCES, StageKey.CONSENSUS, StageKey.CLOSING):
        desk.moves_to(stage)
        shows(page)
        expect(page.get_by_role("group", name="At the door")).to_be_visible()
    desk.does(ask.CloseDialogue())
    shows(page)
    expect(page.get_by_role("group", name="At the door")).to_have_count(0)
