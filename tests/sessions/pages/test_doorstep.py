"""Who is stuck at the door, as the console is told: numbers alone, to whoever leads; and how to come in, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from sessions.app import Application, create_app
from sessions.config import load
from sessions.pages.door.doorstep import GONE_AFTER_MS, LINE_AFTER_MS, LOOKED_MS, MOST, REACHED_MS, Doorstep
from sessions.rooms.persons import SIGN_IN_COOKIE
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from tests.sessions.pages.given import Served, Visitor, joined, prepared
from tests.sessions.rooms import given


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Service]:
    with given.served(tmp_path) as service:
        yield service


@pytest.fixture
def place(rooms: Service) -> Place:
    return given.begun(rooms)


def doorstep(leader: Visitor, dialogue: str) -> dict[str, Any]:
    answer = leader.get(f"/d/{dialogue}/doorstep")
    assert answer.status == 200
    return dict(answer.json)


def test_the_console_is_told_in_numbers_who_is_stuck_and_why(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    before = doorstep(leader, dialogue)
    assert (before["naming"], before["oldest_naming_s"], before["refused"]) == (0, 0, [])
    assert 0 <= before["open_s"] < 60
    joined(served, code, "Ash")
    undecided, refused = Visitor(served), Visitor(served)
    for visitor in (undecided, refused):
        visitor.get(f"/j/{code}")
        visitor.get(f"/j/{code}")  # looked at twice, by one
    assert refused.post(f"/j/{code}", {"pseudonym": "ASH"}).status == 422
    told = doorstep(leader, dialogue)
    assert (told["naming"], told["refused"]) == (2, [{"code": "name_taken", "n": 1}])
    assert told["elsewhere"] is False
    assert refused.post(f"/j/{code}", {"pseudonym": "Birch"}).status == 302
    told = doorstep(leader, dialogue)
    assert (told["naming"], told["refused"]) == (1, [])
    assert "Birch" not in str(told)
    assert "127.0.0.1" not in str(told)


def test_whoever_knocks_is_no_longer_at_the_page_for_the_name(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    assert leader.command(dialogue, "set_door", {"mode": "admission", "latecomers_knock": True}).status == 200
    joined(served, code, "Ash")
    assert doorstep(leader, dialogue)["naming"] == 0


def test_who_is_stuck_is_told_to_nobody_else(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    for visitor in (joined(served, code, "Ash"), Visitor(served)):
        for page in ("doorstep", "card"):
            assert visitor.get(f"/d/{dialogue}/{page}").status == 403


def test_it_forgets_who_went_away_and_remembers_only_so_many(place: Place) -> None:
    door, here = Doorstep(), place.room.id
    door.names(here, "one", 0)
    door.names(here, "one", 60_000, refused="too_long")
    told = door.report(place, 90_000)
    assert (told["naming"], told["oldest_naming_s"]) == (1, 90)
    assert door.report(place, 60_000 + GONE_AFTER_MS)["naming"] == 0
    for number in range(2 * MOST):
        door.names(here, str(number), 100_000)
    assert door.report(place, 100_000)["naming"] == MOST


@pytest.mark.parametrize(
    ("address", "host", "elsewhere"),
    [
        ("127.0.0.1", "127.0.0.1:8000", False),
        ("127.0.0.1", "localhost:8000", False),
        ("::1", "[::1]:8000", False),
        ("192.168.4.20", "192.168.4.20:8000", False),  # its own browser, by the address that phones use
        ("192.168.4.31", "192.168.4.20:8000", True),
        ("203.0.113.7", "dialogue.example.org", True),  # as a proxy tells it
        ("", "not a host", True),
    ],
)
def test_a_request_from_elsewhere_is_told_from_one_of_this_computer(address: str, host: str, elsewhere: bool) -> None:
    door = Doorstep()
    door.heard(address, host, 0)
    assert door.elsewhere(REACHED_MS - 1, "127.0.0.1") is elsewhere
    assert door.elsewhere(REACHED_MS, "127.0.0.1") is False, "an hour later that says nothing"


def test_a_console_far_from_its_server_is_not_another_device() -> None:
    door, own = Doorstep(), "203.0.113.7"
    door.heard(own, "dialogue.example.org", 0)
    assert not door.elsewhere(0, own)
    door.heard("203.0.113.8", "dialogue.example.org", 0)
    assert door.elsewhere(0, own)


def test_a_house_behind_one_address_is_seen_by_its_way_in() -> None:
    door, own = Doorstep(), "203.0.113.7"
    door.heard(own, "dialogue.example.org", 0, at_door=True)
    assert door.elsewhere(REACHED_MS - 1, own)
    assert not door.elsewhere(REACHED_MS, own)


@pytest.mark.parametrize("page", ["/join", "/j/{code}", "/shared/{code}"])
def test_behind_a_proxy_others_are_told_from_the_console_by_the_address_that_it_names(
    tmp_path: Path, page: str
) -> None:
    public = "https://dialogue.example.org"
    storage = given.opened(tmp_path / "data")
    try:
        app = create_app(load({"PROXIES": "1", "PUBLIC_URL": public}), storage, frozenset({public}), public)
        place = given.begun(app.service)
        lead, phone = app.flask.test_client(), app.flask.test_client()
        staff = app.flask.extensions["staff"]
        lead.set_cookie(SIGN_IN_COOKIE, staff.sign_in_as("account"), domain="dialogue.example.org")
        by = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}

        def told() -> Any:
            return lead.get(f"/d/{place.room.id}/doorstep", base_url=public, headers=by).get_json()["elsewhere"]

        assert told() is False
        assert told() is False, "the console itself is nobody else"
        phone.get(page.format(code=place.room.committed.code), base_url=public, headers=by)
        assert told() is True
    finally:
        storage.close()


def test_whoever_was_let_in_and_has_no_line_is_counted_until_there_is_one(rooms: Service, place: Place) -> None:
    door, ash = Doorstep(), given.seated(rooms, place, "Ash")
    door.came_in(place.room.id, "one", ash, 0)
    assert door.report(place, LINE_AFTER_MS - 1)["no_line"] == 0
    assert door.report(place, LINE_AFTER_MS)["no_line"] == 1
    place.presence.came(ash)
    assert door.report(place, LINE_AFTER_MS)["no_line"] == 0


def test_whoever_goes_by_plain_pages_is_not_silent(rooms: Service, place: Place) -> None:
    door, here, later = Doorstep(), place.room.id, LINE_AFTER_MS + LOOKED_MS

    def told(at: int) -> tuple[int, int]:
        report = door.report(place, at)
        return report["no_line"], report["plain"]

    ash = given.seated(rooms, place, "Ash")
    door.came_in(here, "one", ash, 0)
    door.looked(here, "one", 100)  # led there as they came in
    assert told(LINE_AFTER_MS) == (1, 0)
    door.looked(here, "one", LINE_AFTER_MS)
    assert told(later - 1) == (0, 1)
    assert told(later) == (1, 0)
    given.accepted(given.ask(place.room, ash, "agree_to_rules"))
    assert told(later) == (0, 1)
    given.accepted(given.ask(place.room, place.room.committed.facilitator, "remove_seat", seat=ash))
    assert told(later) == (0, 0)


def test_a_page_that_is_loaded_again_is_noticed(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(Doorstep, "looked", lambda self, dialogue, browser, at: looked.append(dialogue))
    browser = application.flask.test_client()
    browser.get("/d/0123456789abcdef0123/")
    assert looked == [], "who has no form's cookie has not come in by the door"
    browser.get("/join")
    browser.get("/d/0123456789abcdef0123/")
    assert looked == ["0123456789abcdef0123"]


def test_the_join_card_says_in_words_how_to_come_in(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    page = unescape(leader.get(f"/d/{dialogue}/card").text)
    assert page.count(f">{code}</strong>") == 4
    assert f"/d/{dialogue}/qr.svg" in page
    assert "You need no account" in page
    assert "wifi.svg" not in page
    assert leader.get(f"/d/{dialogue}/wifi.svg").status == 403
    wifi = {"name": 'Room; 4 "west"', "password": "three\\words"}
    assert leader.command(dialogue, "note_wifi", wifi).status == 200
    page = unescape(leader.get(f"/d/{dialogue}/card").text)
    assert f">{wifi['name']}</strong>" in page
    assert f">{wifi['password']}</strong>" in page
    drawn = leader.get(f"/d/{dialogue}/wifi.svg")
    assert (drawn.status, drawn.headers["Content-Type"].partition(";")[0]) == (200, "image/svg+xml")
    assert leader.command(dialogue, "close_door").status == 200
    page = unescape(leader.get(f"/d/{dialogue}/card").text)
    assert "The door is closed." in page
    assert code not in page


def test_the_way_into_the_wireless_network_is_on_the_wall_only_while_the_door_is_open(
    served: Served, leader: Visitor
) -> None:
    dialogue, code = prepared(leader)
    wall = Visitor(served)
    wall.get(f"/j/{code}")
    assert wall.post(f"/j/{code}", {"role": "flipchart"}).status == 302
    assert leader.command(dialogue, "note_wifi", {"name": "Room 4", "password": ""}).status == 200
    assert wall.get(f"/d/{dialogue}/wifi.svg").status == 200
    assert Visitor(served).get(f"/d/{dialogue}/wifi.svg").status == 403
    assert leader.command(dialogue, "close_door").status == 200
    assert wall.get(f"/d/{dialogue}/wifi.svg").status == 403
    assert leader.get(f"/d/{dialogue}/wifi.svg").status == 200
