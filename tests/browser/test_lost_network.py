"""What people see when the line or the stage goes away while they write; and that nothing doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.cast import Phone
from tests.browser.hall import Hall, Window, hall
from tests.browser.lead import Lead
from tests.browser.rooms import ON_THE_WALL, TITLE, Room

EVERYTHING_KEPT = """async () => {
    const open = await new Promise((resolve) => {
        const opening = indexedDB.open("dialogue");
        opening.onsuccess = () => resolve(opening.result);
    });
    const records = await new Promise((resolve) => {
        const asked = open.transaction("kept").objectStore("kept").getAll();
        asked.onsuccess = () => resolve(asked.result);
    });
    open.close();
    return [...records, ...Object.entries(sessionStorage), ...Object.entries(localStorage)];
}"""


def refuse_sockets(window: Window) -> None:
    """As a proxy that knows no websockets: their handshake is answered with an error."""
    window.was_cut_off = True
    window.page.add_init_script(
        """window.WebSocket = class extends WebSocket {
            constructor(address) { super(address.replace("/live/", "/nowhere/")); }
        };"""
    )


def let_only_pages_through(window: Window) -> None:
    """As a proxy that knows neither websockets nor long polling."""
    refuse_sockets(window)
    window.page.route(re.compile(r"/d/\w+/live/"), lambda route: route.abort("internetdisconnected"))
    window.page.clock.install()


class LostAcks:
    """A line on which answers to commands get lost while `losing`: what was asked is done, and nobody is told."""

    def __init__(self) -> None:
        self.losing = False
        self.lost = 0

    def __call__(self, window: Window) -> None:
        window.page.clock.install()
        window.page.route_web_socket(re.compile("/live/"), self._between)

    def _between(self, near: WebSocketRoute) -> None:
        far = near.connect_to_server()
        near.on_message(far.send)
        far.on_message(lambda frame: self._answer(near, frame))

    def _answer(self, near: WebSocketRoute, frame: str | bytes) -> None:
        if self.losing and str(frame).startswith("43"):  # Socket.IO's frame for an ack
            self.lost += 1
            return
        near.send(frame)


def waits_ten_seconds(phone: Phone) -> None:
    phone.sees("Connecting…")
    phone.page.clock.fast_forward(11_000)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hall, Lead]]:
    with hall(tmp_path_factory.mktemp("data")) as opened:
        yield opened, Lead(opened)


@pytest.fixture
def room(place: tuple[Hall, Lead]) -> Iterator[Room]:
    opened, lead = place
    there = len(opened.windows)
    try:
        yield Room(opened, lead)
        opened.was_quiet()
    finally:
        opened.goes_home(there)


def test_a_console_shows_the_wall_before_the_line_is_there(room: Room, place: tuple[Hall, Lead]) -> None:
    opened, lead = place
    phone = room.phone("Ash")
    phone.types(TITLE, "The warning")
    phone.press("Put it on the wall")
    room.shows_once("The warning")
    console = opened.watch(lead.page.context.new_page(), "Second console")
    let_only_pages_through(console)
    console.page.route("**/api/v1/snapshot", lambda route: route.abort("internetdisconnected"))
    console.page.goto(lead.page.url)
    console.shows_once("The warning")
    console.page.close()
    opened.windows.remove(console)


def test_a_stage_that_changes_never_cuts_what_is_being_typed(room: Room) -> None:
    finishes, goes = room.phone("Ash"), room.phone("Birch")
    finishes.types(TITLE, "The war")
    goes.types(TITLE, "Forty")
    room.lead.moves_on("Choosing one")
    for phone, half in ((finishes, "The war"), (goes, "Forty")):
        phone.sees("The group moved on to: Choosing one. Your text is kept.")
        expect(phone.field(TITLE)).to_have_value(half)
    finishes.press("Finish")
    finishes.window.lacks("The group moved on")
    finishes.types(TITLE, "ning")
    finishes.press("Put it on the wall")
    room.shows_once("The warning")
    goes.press("Go there")
    goes.sees("Into which ones could you put yourself?")
    goes.press("Add a title of your own")
    expect(goes.field(TITLE)).to_have_value("Forty")


def test_who_types_nothing_lands_on_the_heading_of_the_new_stage(room: Room) -> None:
    phone = room.phone("Ash")
    room.lead.moves_on("Choosing one")
    expect(phone.page.locator(":focus")).to_have_text("Choosing one")


def test_words_that_come_too_late_stay_with_whoever_wrote_them(room: Room) -> None:
    phone = room.phone("Ash")
    phone.field(TITLE).fill("The warning")
    room.lead.moves_on("Choosing one")
    room.lead.moves_on("Narrative", anyway=True)
    phone.press("Finish")
    phone.press("Put it on the wall")
    refused = phone.page.get_by_role("region", name="Not accepted")
    expect(refused).to_contain_text("The warning")
    expect(refused).to_contain_text("The group has moved on to another stage.")
    refused.get_by_role("button", name="Send to facilitator").click()
    phone.sees("Show this screen to your facilitator, or raise your hand and say it.")
    phone.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    refused.get_by_role("button", name="Discard").click()
    expect(refused).to_have_count(0)
    phone.window.lacks("The warning")


def test_words_that_were_not_accepted_stay_readable_for_somebody_who_is_removed(room: Room) -> None:
    phone = room.phone("Ash")
    phone.field(TITLE).fill("The warning")
    room.lead.moves_on("Choosing one")
    room.lead.moves_on("Narrative", anyway=True)
    phone.press("Finish")
    phone.press("Put it on the wall")
    expect(phone.page.get_by_role("region", name="Not accepted")).to_contain_text("The warning")
    room.lead.removes("Ash")
    phone.sees("You are no longer in this dialogue")
    kept = phone.page.get_by_role("region", name="Not sent")
    expect(kept).to_contain_text("The warning")
    kept.get_by_role("button", name="Copy").click()
    expect(phone.page.get_by_role("status")).to_contain_text("Copied.")


def test_an_answer_that_gets_lost_doubles_nothing(room: Room) -> None:
    line = LostAcks()
    phone = room.phone("Ash", before=line)
    phone.head("Saved")
    line.losing = True
    phone.tells("The missing file")
    room.shows_once("The missing file")
    phone.head("Sending…")
    line.losing = False
    phone.page.clock.fast_forward(9_000)
    phone.head("Saved")
    assert line.lost == 1
    phone.window.shows_once("The missing file")
    room.lead.says("Title", "Forty minutes", by="Ash")
    room.shows_once("The missing file")


def test_after_ten_seconds_one_may_hurry_and_after_a_minute_one_is_told_to_speak(room: Room) -> None:
    phone = room.phone("Ash", before=lambda window: window.page.clock.install())
    phone.window.loses_the_network()
    phone.sees("Reconnecting. Your text is kept on this device.")
    expect(phone.page.get_by_role("button", name="Retry now")).to_have_count(0)
    phone.page.clock.fast_forward(11_000)
    expect(phone.page.get_by_role("button", name="Retry now")).to_be_visible()
    phone.page.clock.fast_forward(60_000)
    phone.sees("No connection. Tell your facilitator; you can speak instead. Your text is kept on this device.")
    phone.press("Retry now")
    phone.window.finds_the_network()
    phone.sees("Connected.")
    phone.tells("The missing file")
    room.shows_once("The missing file")


def test_where_websockets_are_blocked_the_room_is_as_live(room: Room) -> None:
    phone = room.phone("Ash", before=refuse_sockets)
    phone.tells("The missing file")
    phone.head("Saved")
    room.shows_once("The missing file")
    room.lead.moves_on("Choosing one")
    phone.sees("Into which ones could you put yourself?")
    assert phone.window.heard == []


def test_where_only_pages_get_through_words_still_do(room: Room) -> None:
    phone = room.phone("Ash", before=let_only_pages_through, meanwhile=waits_ten_seconds)
    phone.tells("The missing file")
    room.shows_once("The missing file")
    phone.sees(ON_THE_WALL)
    phone.sees("Connected by a slower way. What others write is here within seconds.")
    room.lead.moves_on("Choosing one")
    phone.sees("Into which ones could you put yourself?")


def test_two_tabs_of_one_seat_say_the_same_and_send_nothing_twice(room: Room) -> None:
    first = room.phone("Ash")
    first.tells("The missing file")
    second = room.hall.watch(first.page.context.new_page(), "Ash again", first.page.url)
    second.shows_once("The missing file")
    first.window.loses_the_network()
    first.press("Add another title")
    first.tells("Forty minutes")
    first.head("Waiting for connection (1)")
    second.was_cut_off = True
    first.window.finds_the_network()
    second.page.reload()
    for window in (first.window, second, room.lead.window):
        window.shows_once("Forty minutes")
        window.shows_once("The missing file")
    expect(room.lead.page.get_by_role("button", name="1 here")).to_be_visible()


def test_leaving_wipes_the_device(room: Room) -> None:
    phone = room.phone("Ash")
    phone.tells("The missing file")
    phone.sees(ON_THE_WALL)
    phone.press("Add another title")
    phone.field(TITLE).fill("Half a title")
    phone.press("More")
    phone.press("Leave")
    phone.sees("Leave the dialogue?")
    phone.page.get_by_role("dialog").get_by_role("button", name="Leave", exact=True).click()
    phone.sees("Nothing of yours is left on this device.")
    assert phone.page.evaluate(EVERYTHING_KEPT) == []
    room.shows_once("The missing file")
    phone.page.reload()
    phone.sees("You are not in this dialogue")
    phone.window.errors.clear()  # the browser says what the page says: 403
    assert "The missing file" not in phone.page.content()


def test_a_device_that_was_put_away_finds_the_present_stage(room: Room) -> None:
    phone = room.phone("Ash")
    phone.window.loses_the_network()
    room.lead.moves_on("Choosing one")
    phone.window.finds_the_network()
    phone.head("Choosing one · 2 of 5")
