"""Flipcharts are seen: those who lead are told how many are open, and darken what was opened with the code."""

from __future__ import annotations

from tests.sessions.live.conftest import Hall
from tests.sessions.live.given import Line, screen
from tests.sessions.pages.given import Visitor


def _with_the_code(hall: Hall) -> Visitor:
    visitor = Visitor(hall.served)
    visitor.get(f"/j/{hall.code}")
    assert visitor.post(f"/j/{hall.code}", {"role": "flipchart"}).status == 302
    return visitor


def _comes_to(console: Line, walls: int) -> None:
    while console.next("presence")["walls"] != walls:
        pass


def test_flipcharts_are_counted_and_those_of_the_code_darkened(hall: Hall) -> None:
    visitor, person = _with_the_code(hall), hall.someone()
    with (
        screen(hall.leader, hall.dialogue, "console") as console,
        screen(person, hall.dialogue) as phone,
        screen(hall.leader, hall.dialogue, "flipchart") as own,
    ):
        _comes_to(console, 1)
        with screen(visitor, hall.dialogue, "flipchart") as lit:
            _comes_to(console, 2)
            assert hall.leader.post(f"/d/{hall.dialogue}/flipcharts/darken", {}).status == 200
            assert lit.next("reload") == {"reason": "removed"}
            assert lit.is_cut(4)
        _comes_to(console, 1)
        assert not own.is_cut(1.5), "a flipchart of who leads stays lit"
        told = [payload for name, payload in phone.heard if name == "presence"]
        told += [payload["presence"] for name, payload in phone.heard + own.heard if name == "snapshot"]
        assert told
        assert not any("walls" in presence for presence in told), "nobody else is told"
    assert visitor.get(f"/d/{hall.dialogue}/flipchart").status == 403


def test_who_does_not_lead_darkens_nothing(hall: Hall) -> None:
    visitor, person = _with_the_code(hall), hall.someone()
    for one in (visitor, person):
        assert one.post(f"/d/{hall.dialogue}/flipcharts/darken", {}).status == 403
    assert visitor.get(f"/d/{hall.dialogue}/flipchart").status == 200
