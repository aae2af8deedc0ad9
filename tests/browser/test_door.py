"""The door: by a code, under a name for this dialogue, told what is promised; and the screen on the wall."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from sessions.pages.pseudonyms.languages import LISTS
from tests.browser.cast import Flipchart, Guest, Phone
from tests.browser.hall import PHONE, PROJECTOR, Hall, hall
from tests.browser.lead import Lead

NO_DOOR = "No dialogue can be joined with this code now. Ask whoever leads to open the door, or look at the code again."
FEW = "Fewer than five people are here."
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


def was_refused(guest: Guest) -> None:
    """The browser says what the page says: that this was not taken."""
    guest.window.errors[:] = [error for error in guest.window.errors if not re.search("status of 4(04|22)", error)]


def test_a_code_that_opens_nothing_is_kept_to_be_corrected(opened: Hall) -> None:
    guest = Phone(opened, "Ash")
    guest.knocks("QQQQ-QQQQ")
    expect(guest.page.get_by_role("alert").get_by_role("link", name=NO_DOOR)).to_be_visible()
    expect(guest.page.get_by_label("Code")).to_have_value("QQQQ-QQQQ")
    was_refused(guest)


def test_a_code_is_read_as_people_type_it(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    guest = Phone(opened, "Ash")
    guest.knocks(code.replace("-", " ").lower())
    expect(guest.page.get_by_role("heading", level=1)).to_have_text("When is it right to trust?")


def test_a_closed_door_says_the_same_as_an_unknown_code_and_those_inside_stay(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    inside, late = Phone(opened, "Ash"), Phone(opened, "Birch")
    inside.joins(code)
    inside.agrees()
    lead.press("Close the door")
    lead.sees("The door is closed: nobody else can join. Those who are here stay.")
    late.knocks(code)
    late.sees(NO_DOOR)
    was_refused(late)
    lead.moves_on("Experiences")
    inside.tells("The missing file")
    lead.sees("The missing file")


@pytest.mark.parametrize(
    ("typed", "role", "sentence"),
    [
        ("Moderator", "take part", "That word names a role in this room. Choose another name."),
        ("Аsh", "observe", "Someone here already uses that name, or one that looks like it. Choose another."),
        ("x" * 41, "observe", "Please shorten it to 40 characters. Nothing you wrote is lost."),
        (" ", "take part", "Write something first."),
    ],
    ids=["a role", "taken, in other letters", "too long", "nothing"],
)
def test_a_name_that_cannot_be_taken_stays_in_the_field(
    opened: Hall, lead: Lead, typed: str, role: str, sentence: str
) -> None:
    lead.opens_the_door()
    lead.says("Seat someone", "Ash")
    guest = Phone(opened, "Guest")
    guest.page.goto(f"/j/{lead.code}")
    chosen = guest.page.get_by_role("radio", name=re.compile(f"^{role}"))
    guest.page.get_by_label(NAME).fill(typed)
    chosen.check()
    guest.press("Go in")
    expect(guest.page.get_by_role("alert").get_by_role("link", name=sentence)).to_be_visible()
    expect(guest.page.get_by_label(NAME)).to_have_value(typed)
    expect(chosen).to_be_checked()
    was_refused(guest)
    guest.page.get_by_label(NAME).fill("Birch")
    guest.press("Go in")
    guest.sees("Before we begin" if role == "take part" else "You are here as an observer.")


def test_the_name_that_a_phone_is_offered_is_in_its_own_language_and_opens_the_door(opened: Hall, lead: Lead) -> None:
    lead.opens_the_door()
    phone = opened.window("Guest", PHONE, at=f"/j/{lead.code}", locale="uk-UA")
    name = phone.page.get_by_label(NAME).input_value()
    assert name in LISTS["uk"]
    phone.press("Go in")
    phone.sees("Before we begin")
    lead.sees(name)


def test_whoever_comes_into_a_small_group_is_warned(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    guest = Phone(opened, "Ash")
    guest.knocks(code)
    guest.sees(FEW)
    for name in ("Birch", "Cedar", "Elm", "Rowan"):
        lead.says("Seat someone", name)
    guest.page.reload()
    guest.sees("Here you have a pseudonym.")
    guest.window.lacks(FEW)


def test_an_observer_reads_along_and_everyone_is_told(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    wall = Flipchart(opened, "Wall", PROJECTOR)
    wall.shows(code)
    ash, mentor = Phone(opened, "Ash"), Guest(opened, "Mentor")
    mentor.joins(code, to="observe")
    mentor.sees("You are here as an observer.")
    for offered in ("I agree", "Raise hand", "Suggest a question"):
        expect(mentor.page.get_by_role("button", name=offered)).to_have_count(0)
    ash.joins(code)
    ash.sees("1 person is here to observe and writes nothing.")
    wall.sees("1 observing")
    wall.sees("1 here")
    lead.sees("0 of 1 agreed.")


def test_the_projector_gets_the_wall_from_the_console_in_one_press(opened: Hall, lead: Lead) -> None:
    code = lead.opens_the_door()
    with lead.page.expect_popup() as coming:
        lead.press("Open the flipchart")
    wall = opened.watch(coming.value, "Wall")
    expect(wall.page).to_have_url(re.compile("/flipchart$"))
    wall.shows_once(code)
    assert is_drawn(wall.page.get_by_role("img", name="Picture of the code"))
    wall.page.close()
    opened.windows.remove(wall)


def test_the_pictures_of_the_code_lie_at_addresses_that_do_not_tell_it(opened: Hall, lead: Lead) -> None:
    asked: list[str] = []
    wall = Flipchart(opened, "Wall", PROJECTOR)
    wall.shows(lead.opens_the_door())
    # Both are drawn before anyone listens: what the first drawing asks for would count with the second.
    assert is_drawn(lead.main.get_by_role("img", name="QR code"))
    assert is_drawn(wall.page.get_by_role("img", name="Picture of the code"))
    for page in (lead.page, wall.page):
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
    expect(wall.page.get_by_role("img", name="Picture of the code")).to_be_visible()
    assert is_drawn(lead.main.get_by_role("img", name="QR code"))
    assert len([address for address in asked if "/qr.svg" in address]) == 2
    assert [address for address in asked if lead.code in address] == []


def is_drawn(picture: Locator) -> bool:
    expect(picture).to_be_visible()
    return bool(picture.evaluate("image => image.decode().then(() => image.naturalWidth > 100)"))


def test_a_flipchart_writes_nothing_and_shows_a_room_that_goes_on(opened: Hall, lead: Lead) -> None:
    wall = Flipchart(opened, "Wall", PROJECTOR)
    before = lead.opens_the_door()
    wall.shows(before)
    lead.press("New code")
    wall.sees("This flipchart was closed. Open it again from the console.")
    # It may have asked for the room once more before it was told; being refused then is no fault of its page.
    wall.window.errors[:] = [error for error in wall.window.errors if "status of 403" not in error]
    code = lead.main.locator(".join-code")
    expect(code).not_to_have_text(before)
    wall.page.goto("/join")
    wall.shows(code.inner_text())
    lead.says("Seat someone", "Elm")
    wall.sees("1 here, 1 by voice")
    expect(wall.page.get_by_role("textbox")).to_have_count(0)
