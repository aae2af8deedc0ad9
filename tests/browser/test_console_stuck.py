"""What the console says of the door, for everything that may be known of it, and which help it offers first."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogue import commands as ask
from dialogue.vocabulary import StageKey, Words
from tests.browser.desks import Desk, press, settled, shows
from tests.browser.pages import site, watched

PLACE = {"dialogue": "d1", "title": "Trust", "address": "192.0.2.7:8000"}
NOTHING_KNOWN = {
    "open_s": 30, "naming": 0, "oldest_naming_s": 0, "refused": [], "full": 0, "no_line": 0, "plain": 0,
    "wrong_codes": 0, "closed": 0, "elsewhere": True, "siege": False,
}  # fmt: skip
NETWORK = "The page does not come up"
PORTAL = "A page to sign in or accept terms, or the page is gone again"
CODE = "“No dialogue can be joined with this code now”"
LINE = "The page is there but says “Reconnecting”"
ROWS = {
    NETWORK: "leave mobile data off",
    PORTAL: "captive portal",
    "“Not secure” in front of the address": "without encryption",
    CODE: "there is no I, L, O or U in it",
    LINE: "a slower way within half a minute",
    "The phone can't do any of it": "a shared computer",
}
REFUSALS = {
    "name_taken": "{n} refused: taken already, or like one that is.",
    "name_reserved": "{n} refused: {are} for a role.",
    "too_long": "{n} refused: too long.",
    "empty": "{n} refused: nothing was written.",
    "bad_character": "{n} refused: {have} signs that nobody can read.",
    "of a later version": "{n} refused.",
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(console=("console.html", PLACE)) as found:
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


def _says(page: Page, **known: object) -> list[str]:
    """What the lobby says where this is known of the door."""
    page.route("**/doorstep", lambda route: route.fulfill(json=NOTHING_KNOWN | known))
    page.reload()
    page.wait_for_selector(".console")
    with page.expect_response("**/doorstep"):
        page.evaluate("window.fetchAgain()")
    shows(page)
    return page.locator(".doorstep > p").all_inner_texts()


def _first_help(page: Page) -> str:
    page.locator(".doorstep summary").click()
    return page.locator(".doorstep dt").first.inner_text()


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({}, []),
        ({"naming": 1}, ["1 phone is at the page for the name."]),
        ({"naming": 2, "oldest_naming_s": 59}, ["2 phones are at the page for the name."]),
        (
            {"naming": 2, "oldest_naming_s": 60},
            ["2 phones are at the page for the name, the first for 1 minute."],
        ),
        (
            {"full": 1},
            ["1 phone has the right code and finds no place left. Let in who knocks, or remove whoever has gone home."],
        ),
        (
            {"plain": 1},
            ["1 phone takes part by plain pages: what is new comes when it loads its page again."],
        ),
        (
            {"siege": True},
            ["Very many wrong codes are being tried: whoever comes now knocks. Let in whom you know."],
        ),
        ({"elsewhere": False}, ["No other device has reached this computer yet."]),
    ],
    ids=["nothing", "one at names", "two at names", "for a minute", "full", "plain", "siege", "nobody yet"],
)
def test_the_lobby_says_in_words_what_is_known_of_the_door(
    page: Page, known: dict[str, object], says: list[str]
) -> None:
    assert _says(page, **known) == says


@pytest.mark.parametrize("n", [1, 3])
def test_every_reason_why_a_name_was_refused_is_said(page: Page, n: int) -> None:
    names, one = ("1 name was", True) if n == 1 else (f"{n} names were", False)
    words = {"n": names, "are": "it is the word" if one else "they are words", "have": "it has" if one else "they have"}
    said = _says(page, refused=[{"code": code, "n": n} for code in REFUSALS])
    assert said == [sentence.format_map(words) for sentence in REFUSALS.values()]


def test_where_no_phone_gets_here_the_network_is_named_and_its_help_comes_first(page: Page, desk: Desk) -> None:
    apart = (
        "No phone has reached this computer yet: they are probably in another network, "
        "or in one that keeps devices apart."
    )
    assert _says(page, elsewhere=False, open_s=120) == [apart, "Phones type 192.0.2.7:8000/join."]
    desk.does(ask.NoteWifi(Words("Room 4"), Words("three words")))
    shows(page)
    belong = "They belong in the Wi-Fi “Room 4”."
    assert page.locator(".doorstep > p").all_inner_texts() == [apart, "Phones type 192.0.2.7:8000/join.", belong]
    assert _first_help(page) == NETWORK
    desk.joined("Birch")
    assert _says(page, elsewhere=False, open_s=7200) == [], "somebody is in: so it is not the network"


@pytest.mark.parametrize(
    ("known", "says", "first"),
    [
        (
            {"naming": 1, "oldest_naming_s": 120},
            "left a Wi-Fi without internet, or are asked to accept its terms",
            PORTAL,
        ),
        ({"no_line": 1}, "1 phone is in, but its page does not speak with the server.", LINE),
        (
            {"wrong_codes": 2},
            "Somewhere in this house 2 codes were typed that open nothing."
            " If it was here, read the code aloud once more.",
            CODE,
        ),
        ({"naming": 1}, "1 phone is at the page for the name.", NETWORK),
    ],
    ids=["names", "line", "code", "nothing points anywhere"],
)
def test_the_help_that_fits_comes_first(page: Page, known: dict[str, object], says: str, first: str) -> None:
    assert says in "\n".join(_says(page, **known))
    assert _first_help(page) == first
    assert sorted(page.locator(".doorstep dt").all_inner_texts()) == sorted(ROWS)


def test_names_that_are_refused_are_no_matter_of_the_network(page: Page) -> None:
    _says(page, naming=1, oldest_naming_s=600, refused=[{"code": "too_long", "n": 1}])
    page.locator(".doorstep summary").click()
    assert page.locator(".doorstep dt").all_inner_texts() == list(ROWS)
    for shows_what, does in ROWS.items():
        expect(page.locator(".doorstep dl > div", has_text=shows_what)).to_contain_text(does)


def test_the_cards_and_the_network_are_at_hand_where_somebody_is_stuck(page: Page, desk: Desk) -> None:
    shows(page)
    page.locator(".doorstep summary").click()
    help = page.locator(".doorstep details")
    card = help.get_by_role("link", name="Cards with the code, to print")
    expect(card).to_have_attribute("href", "/d/d1/card")
    press(help, "Note the Wi-Fi")
    expect(page.locator("#wifi-name")).to_be_focused()
    page.locator("#wifi-name").fill("Room 4")
    press(page, "Show it at the door")
    settled(page)
    expect(help).to_contain_text("Room 4")
    expect(help.get_by_role("img", name="QR code that leads into the Wi-Fi")).to_have_attribute(
        "src", re.compile("^/d/d1/wifi.svg")
    )
    press(help, "Change the Wi-Fi")
    expect(page.locator("#wifi-name")).to_be_focused()


def test_whoever_stands_before_a_closed_door_with_its_code_is_told_of_at_any_stage(page: Page, desk: Desk) -> None:
    code = desk.state.code
    assert code is not None
    desk.moves_to(StageKey.EXPERIENCES)
    desk.does(ask.CloseDoor())
    page.route("**/doorstep", lambda route: route.fulfill(json=NOTHING_KNOWN | {"closed": 1}))
    page.reload()
    page.wait_for_selector(".console")
    with page.expect_response("**/doorstep"):
        page.evaluate("window.fetchAgain()")
    shows(page)
    news = page.locator(".console-news")
    expect(news).to_contain_text("1 phone has the right code, and the door is closed.")
    press(page, "Open the door")
    settled(page)
    assert desk.state.code is not None
    expect(news).not_to_contain_text("right code")
