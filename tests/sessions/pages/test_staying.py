"""The cookies of a seat and of a flipchart last as long again with each page; not on a shared computer."""

from __future__ import annotations

from http.cookies import SimpleCookie
from pathlib import Path

from sessions.app import create_app
from sessions.config import load
from sessions.rooms.ids import now_ms
from sessions.storage.doors import SeatRef
from sessions.storage.store import open_storage
from tests.sessions.pages.conftest import ORIGIN
from tests.sessions.pages.given import Served, Visitor, joined, prepared
from tests.sessions.storage.given import dialogue_of

WEEK_S = 7 * 24 * 3600


def _set_by(visitor: Visitor, path: str, name: str) -> tuple[str, str, str] | None:
    """(value, age, path) of this cookie as the page sets it."""
    for header in visitor.get(path).headers.get_all("Set-Cookie") or ():
        if name in (made := SimpleCookie(header)):
            return made[name].value, made[name]["max-age"], made[name]["path"]
    return None


def test_a_page_lets_what_opened_it_last_as_long_again(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    under, wall = f"/d/{dialogue}/", Visitor(served)
    wall.get(f"/j/{code}")
    assert wall.post(f"/j/{code}", {"role": "flipchart"}).status == 302
    person = joined(served, code, "Ash")
    for visitor, name, page in ((person, "seat", ""), (wall, "wall", "flipchart")):
        assert _set_by(visitor, under + page, name) == (visitor.cookies[name, under], str(WEEK_S), under)
    leader.cookies["seat", under] = "of another program"
    assert _set_by(leader, f"{under}console", "seat") is None, "only what opens something here"
    del leader.cookies["seat", under]


def test_on_a_shared_computer_it_ends_with_the_browser(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    person = joined(served, code, "Birch", shared="yes")
    assert person.get(f"/d/{dialogue}/").status == 200
    assert _set_by(person, f"/d/{dialogue}/", "seat") is None


def test_what_nobody_used_is_cleared_away_at_the_start(tmp_path: Path) -> None:
    storage = open_storage(tmp_path / "data")
    long_ago = now_ms() - 2 * WEEK_S * 1000
    try:
        dialogue_of(storage, "d1", 1)
        storage.doors.write(storage.doors.giving("token", SeatRef("d1", "s1", "seat"), long_ago))
        assert storage.doors.seat_of("token", long_ago)
        create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
        assert storage.doors.seat_of("token", long_ago) is None
    finally:
        storage.close()
