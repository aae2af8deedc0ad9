"""Who is stuck at the door, as the console is told: numbers alone, to whoever leads; and how to come in, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from sessions.pages.door.doorstep import GONE_AFTER_MS, LINE_AFTER_MS, MOST, Doorstep
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
    assert (before["naming"], before["oldest_naming_s"], before["refused"], before["waiting"]) == (0, 0, [], 0)
    joined(served, code, "Ash")
    undecided, refused = Visitor(served), Visitor(served)
    for visitor in (undecided, refused):
        visitor.get(f"/j/{code}")
        visitor.get(f"/j/{code}")  # looked at twice, by one
    assert refused.post(f"/j/{code}", {"pseudonym": "ASH"}).status == 422
    told = doorstep(leader, dialogue)
    assert (told["naming"], told["refused"]) == (2, [{"code": "name_taken", "n": 1}])
    assert told["reached"] - before["reached"] == 3
    assert told["elsewhere"] is False
    assert refused.post(f"/j/{code}", {"pseudonym": "Birch"}).status == 302
    told = doorstep(leader, dialogue)
    assert (told["naming"], told["refused"]) == (1, [])
    assert "Birch" not in str(told)
    assert "127.0.0.1" not in str(told)


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
        ("127.0.0.1", "dialogue.example.org", True),  # through a proxy: who it was can't be told
        ("", "not a host", True),
    ],
)
def test_a_request_from_elsewhere_is_told_from_one_of_this_computer(address: str, host: str, elsewhere: bool) -> None:
    door = Doorstep()
    door.heard(address, host)
    assert door.elsewhere is elsewhere


def test_whoever_was_let_in_and_has_no_line_is_counted_until_there_is_one(rooms: Service, place: Place) -> None:
    door, ash = Doorstep(), given.seated(rooms, place, "Ash")
    door.came_in(place.room.id, "one", ash, 0)
    assert door.report(place, LINE_AFTER_MS - 1)["no_line"] == 0
    assert door.report(place, LINE_AFTER_MS)["no_line"] == 1
    place.presence.came(ash)
    assert door.report(place, LINE_AFTER_MS)["no_line"] == 0


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
