"""The straight way takes its guards seriously: it writes only where nobody else writes, and finishes what it began."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest

from sessions import runtime
from sessions.live import straight

FRAME = straight.text_frame("4what was said")


@dataclass
class Kernel:
    """A connection that takes so many bytes at once; None is a full buffer, an error breaks."""

    takes: int | OSError | None = 1_000
    sent: bytes = b""
    later: list[bytes] = field(default_factory=list)

    def send(self, data: bytes) -> int:
        if isinstance(self.takes, OSError):
            raise self.takes
        if self.takes is None:
            raise BlockingIOError
        self.sent += data[: self.takes]
        return min(self.takes, len(data))

    def sendall(self, data: bytes) -> None:
        if isinstance(self.takes, OSError):
            raise self.takes
        self.later.append(data)


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """Background work, kept until the test runs it."""
    kept: list[Callable[[], object]] = []
    monkeypatch.setattr(runtime, "spawn", lambda fn, *args: kept.append(lambda: fn(*args)))
    return kept


def _socket(kernel: Kernel, **changed: Any) -> Any:
    """An Engine.IO socket whose upgrade is over and on which nothing is being sent."""
    lock: Any = SimpleNamespace(locked=(inner := threading.Lock()).locked, acquire=inner.acquire, release=inner.release)
    websocket = SimpleNamespace(socket=SimpleNamespace(fd=kernel, sendall=kernel.sendall), _sendlock=lock)
    given = {"straight": websocket, "upgraded": True, "closed": False, "queue": Queue()}
    return SimpleNamespace(**given | changed)


def test_a_free_socket_gets_the_whole_frame_at_once(spawned: list[Any]) -> None:
    kernel = Kernel()
    assert straight.write(_socket(kernel), FRAME)
    assert (kernel.sent, spawned) == (FRAME, [])


@pytest.mark.parametrize("changed", [{"straight": None}, {"upgraded": False}, {"closed": True}])
def test_a_socket_that_is_not_ready_is_left_to_the_plain_way(spawned: list[Any], changed: dict[str, Any]) -> None:
    kernel = Kernel()
    assert not straight.write(_socket(kernel, **changed), FRAME)
    assert (kernel.sent, spawned) == (b"", [])


def test_nothing_overtakes_what_waits(spawned: list[Any]) -> None:
    kernel, waiting = Kernel(), Queue[str]()
    waiting.put("first")
    assert not straight.write(_socket(kernel, queue=waiting), FRAME)
    assert kernel.sent == b""


def test_nothing_comes_between_two_halves_of_a_frame(spawned: list[Any]) -> None:
    kernel = Kernel(takes=5)
    socket = _socket(kernel)
    assert straight.write(socket, FRAME)
    kernel.takes = 1_000
    assert not straight.write(socket, FRAME)
    assert kernel.sent == FRAME[:5]
    spawned.pop()()
    assert kernel.later == [FRAME[5:]]
    assert straight.write(socket, FRAME)
    assert kernel.sent == FRAME[:5] + FRAME


def test_a_full_buffer_is_left_to_the_plain_way(spawned: list[Any]) -> None:
    socket = _socket(Kernel(takes=None))
    assert not straight.write(socket, FRAME)
    assert not socket.straight._sendlock.locked()


def test_a_broken_line_hinders_nobody_and_frees_its_lock(spawned: list[Any]) -> None:
    assert straight.write(_socket(Kernel(takes=ConnectionResetError())), FRAME)
    kernel = Kernel(takes=5)
    socket = _socket(kernel)
    assert straight.write(socket, FRAME)
    kernel.takes = BrokenPipeError()
    spawned.pop()()
    assert not socket.straight._sendlock.locked()
