"""The door as it is led: who knocks and is let in, heads in the room, the network, and what helps who is stuck."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast import Flipchart, Guest, Phone
from tests.browser.hall import PROJECTOR, Hall, hall
from tests.browser.lead import Lead

IN = re.compile("/d/[^/]+/$")
FITS = "(() => { const m = document.querySelector('.flip-main'); return m.scrollHeight <= m.clientHeight + 1; })()"
NAME = "What should we call you here?"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hall, Lead]]:
    with hall(tmp_path_factory.mktemp("data")) as opened:
        yield opened, Lead(opened)


@pytest.fixture
def lead(place: tuple[Hall, Lead]) -> Lead:
    """At the console of a new dialogue, whose door is closed yet."""
    _, lead = place
    lead.page.goto("/")
    lead.prepares("Trust", question="When is it right to trust?")
    return lead


@pytest.fixture
def opened(place: tuple[Hall, Lead]) -> Iterator[Hall]:
    """The hall; who came in for a test goes home after it."""
    there = len(place[0].windows)
    try:
        yield place[0]
        place[0].was_quiet()
    finally:
        place[0].goes_home(there)


def knocks(guest: Guest, code: str) -> None:
    """By the code and a name to the page of those who wait."""
    guest.knocks(code)
    guest.page.get_by_label(NAME).fill(guest.name)
    guest.press("Go in")
    expect(guest.page.get_by_role("heading", level=1)).to_have_text("You have knocked")


def strip(lead: Lead) -> Locator:
    """Who knocks, above the wall."""
    return lead.page.get_by_role("group", name="At the door")


def test_whoever_comes_after_the_opening_knocks_and_is_let_in_or_not(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    lead.sees("Whoever has the code comes in; after the opening they knock.")
    early = Phone(opened, "Ash")
    early.joins(code)
    early.agrees()
    wall = Flipchart(opened, "Wall", PROJECTOR)
    wall.shows(code)  # while whoever has the code comes in: after the opening it would be refused
    lead.moves_on("Experiences")
    late, stranger = Phone(opened, "Birch"), Phone(opened, "Mallow")
    knocks(late, code)
    expect(strip(lead)).to_contain_text("1 person knocks at the door.")
    wall.sees("1 waits at the door")
    knocks(stranger, code)
    expect(strip(lead)).to_contain_text("2 people knock at the door.")
    for name in ("Birch", "Mallow"):
        wall.window.lacks(name)
        early.window.lacks(name)
    lead.window.shot("door-knocks")
    strip(lead).get_by_role("button", name="Let in: Birch").click()
    expect(late.page).to_have_url(IN)
    expect(lead.page.locator("#live-status")).to_contain_text("Birch is in.")
    strip(lead).get_by_role("button", name="Turn away: Mallow").click()
    asked = lead.page.get_by_role("contentinfo")
    expect(asked).to_contain_text("Turn Mallow away?")
    lead.press("Turn away", asked)
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("You were not let in")
    expect(strip(lead)).to_have_count(0)
    late.press("I agree")
    expect(late.field("One thing that happened to you")).to_be_visible()


def test_who_knocks_is_announced_once_and_the_next_one_is_at_hand(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    lead.press("Who comes in, Wi-Fi, cards")
    panel = lead.side.get_by_role("region", name="Door and join code")
    panel.get_by_role("radio", name="Each one is let in").click()
    lead.closes_panel()
    lead.sees("Whoever comes knocks; each one is let in here.")
    heard = lead.page.locator("#live-status")
    knocks(Phone(opened, "Ash"), code)
    expect(heard).to_contain_text("1 person knocks at the door.")
    for name in ("Birch", "Cedar"):
        knocks(Phone(opened, name), code)
    expect(strip(lead)).to_contain_text("3 people knock at the door.")
    expect(heard).to_be_empty()
    strip(lead).get_by_role("button", name="Let in: Ash").focus()
    lead.page.keyboard.press("Enter")
    expect(strip(lead).get_by_role("button", name="Let in: Birch")).to_be_focused()
    lead.press("Let all in", strip(lead))
    expect(strip(lead)).to_have_count(0)
    lead.sees("0 of 3 agreed.")


def test_somebody_who_gives_up_is_gone_from_the_console(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    lead.press("Next: Experiences")
    late = Phone(opened, "Ash")
    knocks(late, code)
    expect(strip(lead)).to_be_visible()
    late.press("Don't wait any longer")
    expect(strip(lead)).to_have_count(0)


def test_before_the_door_is_opened_it_is_said_who_comes_in(opened: Hall, lead: Lead) -> None:
    lead.press("Who comes in, Wi-Fi, cards")
    panel = lead.side.get_by_role("region", name="Door and join code")
    expect(panel.get_by_role("radio", name="Whoever has the code")).to_be_checked()
    expect(panel.get_by_role("checkbox", name="Who comes after the opening knocks")).to_be_checked()
    panel.get_by_role("checkbox", name="Who comes after the opening knocks").click()
    lead.opens_the_door()
    expect(panel.get_by_role("checkbox", name="Who comes after the opening knocks")).not_to_be_checked()
    lead.window.shot("door-panel")
    lead.closes_panel()
    lead.sees("Whoever has the code comes in, at any time.")
    first = lead.main.locator(".join-code").inner_text()
    lead.moves_on("Experiences")
    panel = lead.opens_drawer("Door and join code")
    lead.press("New code", panel)
    expect(panel.locator(".join-code")).not_to_have_text(first)
    late = Phone(opened, "Ash")
    late.joins(panel.locator(".join-code").inner_text())
    expect(strip(lead)).to_have_count(0)


def test_heads_are_held_against_the_seats_in_words(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    ash = Phone(opened, "Ash")
    ash.joins(code)
    ash.agrees()
    lead.says("Seat someone", "Elm")
    lead.main.locator(".list-row", has_text="Elm").get_by_role("button", name="says “I agree”").click()
    count = lead.main.get_by_label("People in the room")
    for typed, words in (
        ("2", "As many in the room as here: 2."),
        ("3", "1 more in the room than here: someone is not in yet, or needs a seat."),
        ("1", "1 more here than in the room: look who does not belong."),
    ):
        count.fill(typed)
        count.press("Tab")
        lead.sees(words)
        expect(lead.page.locator("#live-status")).to_contain_text(words)
    lead.window.shot("door-heads")
    lead.press("Next: Experiences")
    asked = lead.page.get_by_role("contentinfo")
    expect(asked).to_contain_text("look who does not belong")
    lead.press("Stay", asked)
    count.fill("")
    count.press("Tab")
    lead.window.lacks("look who does not belong")
    lead.moves_on("Experiences")


def test_the_network_hangs_on_the_wall_before_the_code_and_only_there(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    wall = Flipchart(opened, "Wall", PROJECTOR)
    wall.shows(code)
    ash = Phone(opened, "Ash")
    ash.joins(code)
    lead.press("Who comes in, Wi-Fi, cards")
    panel = lead.side.get_by_role("region", name="Door and join code")
    panel.get_by_label("Its password").fill("seven green chairs")
    expect(panel).to_contain_text("Write the name of the network, too.")
    panel.get_by_label("Name of the network").fill("Academy guests")
    lead.press("Show it at the door", panel)
    wall.sees("Academy guests")
    wall.sees("seven green chairs")
    for picture in ("Picture of the network", "Picture of the code"):
        image = wall.page.get_by_role("img", name=picture)
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth > 100)"), picture
    wall.window.shot("door-network")
    assert wall.page.evaluate(FITS)
    with lead.page.expect_popup() as coming:
        panel.get_by_role("link", name="Join cards, to print").click()
    card = opened.watch(coming.value, "Card")
    card.sees("Academy guests")
    card.page.close()
    opened.windows.remove(card)
    assert "seven green chairs" not in "".join(ash.window.heard)
    lead.press("Close the door")
    wall.window.lacks("seven green chairs")
    lead.press("Forget it", panel)
    expect(panel.get_by_label("Name of the network")).to_have_value("")


def test_who_is_stuck_is_told_as_help_and_nothing_of_anyone(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    lead.says("Seat someone", "Ash")
    slow, same = Phone(opened, "Slow"), Phone(opened, "Same")
    for guest in (slow, same):
        guest.knocks(code)
        expect(guest.page.get_by_label(NAME)).to_be_visible()
    lead.sees("2 phones are at the page for the name.")
    same.page.get_by_label(NAME).fill("Ash")
    same.press("Go in")
    lead.sees("1 name was refused: taken already, or like one that is.")
    same.window.errors.clear()
    lead.main.get_by_text("Someone can't get in").click()
    lead.sees("The phone is in another network, or this network keeps devices apart from each other.")
    lead.sees("Read the code aloud: there is no I, L, O or U in it.")
    lead.window.shot("door-stuck")
    lead.press("Close the door")
    lead.window.lacks("Someone can't get in")


def test_the_numbers_of_the_door_are_asked_for_only_while_they_are_in_sight(opened: Hall, lead: Lead) -> None:
    asked: list[str] = []
    lead.page.on("request", lambda request: asked.append(request.url) if "/doorstep" in request.url else None)
    lead.opens_the_door()
    lead.page.wait_for_timeout(6_000)
    assert 1 <= len(asked) <= 3
    lead.moves_on("Experiences")
    asked.clear()
    lead.page.wait_for_timeout(6_000)
    assert asked == []


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_a_crowd_at_the_door_leaves_room_for_the_wall(opened: Hall, lead: Lead, width: int) -> None:
    code = lead.opens_the_door()
    lead.press("Next: Experiences")
    for name in ("Ash", "Birch", "Cedar", "Elm", "Fern", "Gorse"):
        knocks(Phone(opened, name), code)
    lead.page.set_viewport_size({"width": width, "height": 844 if width == 390 else 800 if width == 1280 else 1080})
    expect(strip(lead)).to_contain_text("6 people knock at the door.")
    expect(strip(lead).get_by_role("listitem")).to_have_count(4)
    lead.window.shot(f"door-crowd-{width}")
    assert lead.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    strip(lead).get_by_role("button", name="2 more …").click()
    expect(strip(lead).get_by_role("button")).to_have_count(0)
    panel = lead.side.get_by_role("region", name="Door and join code")
    expect(panel.get_by_role("button", name=re.compile("^Let in: "))).to_have_count(6)
    lead.window.shot(f"door-crowd-panel-{width}")
    assert lead.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    lead.page.set_viewport_size({"width": 1280, "height": 800})
    lead.press("Let all in", panel)
    expect(strip(lead)).to_have_count(0)


def test_the_other_device_finds_its_next_code_where_it_was_said(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    first, second = Phone(opened, "Ash"), Phone(opened, "Ash again")
    first.joins(code)
    first.agrees()
    own = _changes_device(first)
    first.sees("the other finds its next code here, under “Change device”.")
    second.knocks(own)
    expect(second.page).to_have_url(IN)
    first.sees("This place is open somewhere else now")
    assert _changes_device(second) not in {"", own}


def _changes_device(phone: Phone) -> str:
    phone.press("More")
    phone.press("Change device")
    shown = phone.page.locator(".return-code")
    expect(shown).to_have_text(re.compile("^[0-9A-Z]{4}-[0-9A-Z]{4}$"))
    return shown.inner_text()
