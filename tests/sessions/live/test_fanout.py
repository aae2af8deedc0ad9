"""Fan-out: the straight way says to each screen what the plain way says, in the same order, to slow readers too."""

from __future__ import annotations

import json
import re
import socket
import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from sessions.live import straight
from sessions.live.fanout import encode
from tests.sessions.live.given import Line, line, screen
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared, server
from tests.tools.merge import merge_patch

NARROW = ("-m", "tests.sessions.live.serve_narrow")
FAMILY = "👩‍👩‍👧‍👦"
_SIZES = [0, 1, 100, 124, 125, 126, 127, 128, 1_000, 65_534, 65_535, 65_536, 65_537, 70_000]


def _decoded(frame: bytes) -> bytes:
    """The payload of one whole, unmasked text frame (RFC 6455 section 5.2), read by the book."""
    assert frame[0] == 0b1000_0001
    assert not frame[1] & 0b1000_0000
    length, begins = frame[1], 2
    if length == 126:
        length, begins = struct.unpack("!H", frame[2:4])[0], 4
        assert length >= 126
    elif length == 127:
        length, begins = struct.unpack("!Q", frame[2:10])[0], 10
        assert length >= 65_536
    assert len(frame) == begins + length
    return frame[begins:]


@pytest.mark.parametrize("size", _SIZES)
def test_a_frame_is_whole_and_as_short_as_can_be_at_every_size(size: int) -> None:
    assert _decoded(straight.text_frame("x" * size)) == b"x" * size


def test_every_size_up_to_seventy_thousand_is_framed_rightly() -> None:
    for size in range(0, 70_001, 97):
        assert len(_decoded(straight.text_frame("x" * size))) == size
    assert _decoded(straight.text_frame(FAMILY * 999)).decode() == FAMILY * 999


def test_an_event_is_encoded_as_socket_io_does() -> None:
    assert encode("update", {"n": 1, "text": f"“{FAMILY}”\u2028"}) == f'2["update",{{"n":1,"text":"“{FAMILY}”\u2028"}}]'


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Served]]:
    """Two servers whose send buffers are small: as it is, and without the straight way."""
    with ExitStack() as running:
        folder = tmp_path_factory.mktemp("narrow")
        straight_one = running.enter_context(server(folder / "straight", "eventlet", NARROW))
        plain_one = running.enter_context(server(folder / "plain", "eventlet", NARROW, PLAIN="1"))
        yield {"straight": straight_one, "plain": plain_one}


@pytest.fixture(scope="module")
def leaders(narrow: dict[str, Served]) -> dict[str, Visitor]:
    return {way: facilitator(served) for way, served in narrow.items()}


@contextmanager
def _slow(visitor: Visitor, dialogue: str) -> Iterator[Line]:
    """A wall that takes little at a time."""
    with line(visitor, dialogue, sockopt=((socket.SOL_SOCKET, socket.SO_RCVBUF, 2048),)) as opened:
        assert "sid" in opened.connect(visitor.csrf, "flipchart")
        opened.next("snapshot")
        yield opened


def _course(console: Line, phone: Line) -> None:
    """Thirty long titles and some other things; each is seen on both screens before the next one."""
    steps: list[tuple[Line, str, dict[str, Any]]] = [(console, "move_to_stage", {"stage": "experiences"})]
    steps += [(phone, "tell_experience", {"title": f"{number} {FAMILY * 70}"}) for number in range(30)]
    steps += [(phone, "raise_hand", {}), (console, "move_to_stage", {"stage": "selection"})]
    for asks, kind, data in steps:
        assert asks.command(kind, data)["ok"]
        console.next("update")
        phone.next("update")


def _updates(opened: Line) -> list[Any]:
    return [payload for name, payload in opened.heard if name == "update"]


@pytest.mark.parametrize("way", ["straight", "plain"])
def test_a_slow_reader_gets_everything_in_order(
    narrow: dict[str, Served], leaders: dict[str, Visitor], way: str
) -> None:
    leader = leaders[way]
    dialogue, code = prepared(leader)
    ash = joined(narrow[way], code, "Ash")
    with screen(leader, dialogue, "flipchart") as fast, _slow(leader, dialogue) as slow:
        view = slow.heard[-1][1]["view"]
        with screen(leader, dialogue, "console") as console, screen(ash, dialogue) as phone:
            _course(console, phone)
        while _updates(fast)[-1:] == [] or "course" not in _updates(fast)[-1]["changes"] or len(_updates(fast)) < 3:
            fast.next("update")
        while len(_updates(slow)) < len(_updates(fast)):
            slow.next("update")
        assert _updates(slow) == _updates(fast)
        for update in _updates(slow):
            view = merge_patch(view, update["changes"])
        fast.send('42["sync"]')
        assert fast.next("snapshot")["view"] == view
    assert ("in pieces\n" in narrow[way].said) == (way == "straight")


def test_both_ways_tell_each_screen_the_same(narrow: dict[str, Served], leaders: dict[str, Visitor]) -> None:
    told: dict[str, list[Any]] = {}
    for way, leader in leaders.items():
        dialogue, code = prepared(leader)
        ash = joined(narrow[way], code, "Ash")
        with screen(leader, dialogue, "console") as console, screen(ash, dialogue) as phone:
            _course(console, phone)
            told[way] = [_alike(opened.heard) for opened in (console, phone)]
    assert told["straight"] == told["plain"]
    assert len(told["plain"][1]) > 60


def _alike(heard: list[tuple[str, Any]]) -> Any:
    """Without what chance and clocks make: ids in the order they come, no times; presence and heartbeats left out."""
    kept = [(name, {**payload, "presence": None}) for name, payload in heard if name in {"snapshot", "update", "mine"}]
    text, seen = json.dumps(kept), dict[str, str]()
    for found in re.findall(r"\b(?:[0-9a-f]{20}|[0-9a-f]{32})\b", text):
        text = text.replace(found, seen.setdefault(found, f"id {len(seen)}"))
    text = re.sub(r"\b1\d{12}\b", "0", text)
    return json.loads(re.sub(r'"[0-9A-Z]{4}-[0-9A-Z]{4}"', '"code"', text))


def test_a_reader_that_is_too_slow_is_cut_off_after_what_it_was_promised(tmp_path: Path) -> None:
    with server(tmp_path / "data", run=NARROW, MOST_WAITING="5") as served:
        leader = facilitator(served)
        dialogue, code = prepared(leader)
        ash = joined(served, code, "Ash")
        with ExitStack() as screens:
            slow = screens.enter_context(_slow(leader, dialogue))
            console = screens.enter_context(screen(leader, dialogue, "console"))
            phone = screens.enter_context(screen(ash, dialogue))
            _course(console, phone)
            assert slow.is_cut()
            numbers = [update["n"] for update in _updates(slow)]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
            assert len(numbers) < len(_updates(console))
            assert phone.command("lower_hand")["ok"]
