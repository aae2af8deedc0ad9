"""The straight way over an encrypted line: everything, in order, to one who takes little at a time."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sessions.certificates.given import secure_server
from tests.sessions.live.given import line, screen
from tests.sessions.pages.given import Served, facilitator, joined, prepared
from tests.tools.merge import merge_patch

NARROW = ("-m", "tests.sessions.live.serve_narrow")
FAMILY = "👩‍👩‍👧‍👦"


@pytest.fixture(params=["straight", "plain"])
def narrow(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Served]]:
    """A server with small send buffers; "plain" without the straight way, for comparison."""
    plain = "1" if request.param == "plain" else ""
    with secure_server(tmp_path / "data", "eventlet", NARROW, PLAIN=plain) as served:
        yield request.param, served
        assert [said for said in served.said if "Traceback" in said] == []


def test_a_slow_reader_gets_everything_in_order(narrow: tuple[str, Served]) -> None:
    way, served = narrow
    leader = facilitator(served)
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    small = ((socket.SOL_SOCKET, socket.SO_RCVBUF, 2048),)
    with screen(leader, dialogue, "flipchart") as fast, line(leader, dialogue, sockopt=small) as slow:
        assert "sid" in slow.connect(leader.csrf, "flipchart")
        view = slow.next("snapshot")["view"]
        with screen(leader, dialogue, "console") as console, screen(ash, dialogue) as phone:
            assert console.command("move_to_stage", {"stage": "experiences"})["ok"]
            for number in range(30):
                assert phone.command("tell_experience", {"title": f"{number} {FAMILY * 70}"})["ok"]
                console.next("update")
                phone.next("update")
            assert console.command("move_to_stage", {"stage": "selection"})["ok"]
        while not _updates(fast) or "course" not in _updates(fast)[-1]["changes"] or len(_updates(fast)) < 3:
            fast.next("update")
        while len(_updates(slow)) < len(_updates(fast)):
            slow.next("update")
        assert _updates(slow) == _updates(fast)
        for update in _updates(slow):
            view = merge_patch(view, update["changes"])
        fast.send('42["sync"]')
        assert fast.next("snapshot")["view"] == view
    assert ("in pieces\n" in served.said) == (way == "straight")


def _updates(opened: Any) -> list[Any]:
    return [payload for name, payload in opened.heard if name == "update"]
