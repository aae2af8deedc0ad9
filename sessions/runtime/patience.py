"""How long a line may keep this server waiting: for a request, for the next one, and until an answer is fetched.

A websocket is not read or written here: nobody loses patience with one that is quiet and answers its pings.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sessions.runtime.places import MOST_LINES, Place

PIECE = 32_768  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds, in all and however small the pieces; and how many lines at once."""

    request_s: float = 15.0  # for a request's head, and again for its body
    between_s: float = 30.0  # for the next request on the same line, its head included
    fetch_s: float = 60.0  # for each PIECE of an answer: systems first take much, and then tell of a third at a time
    most: int = MOST_LINES


class PatientFile(io.RawIOBase):
    """A line as an unbuffered file for reading and writing, which raises TimeoutError once patience is at an end.

    Only time spent waiting for the other side counts. `line` has no timeout of its own, before and after.
    """

    def __init__(self, line: Any, place: Place, patience: Patience) -> None:
        # The file holds the line open: on eventlet one that is closed while another greenlet reads would never wake it.
        self._line, self._file = line, line.makefile("rwb", 0)
        self._place = place
        self._asks_s, self._fetches_s = patience.request_s, patience.fetch_s

    def grant(self, seconds: float) -> None:
        """Wait for so long from now on for what is to be read."""
        self._asks_s = seconds

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        came, self._asks_s = self._wait(self._asks_s, self._file.readinto, buffer)
        return came

    def write(self, data: Any) -> int:
        """All of it."""
        rest = memoryview(data).cast("B")
        for start in range(0, len(rest), PIECE):
            self._write_piece(rest[start : start + PIECE])
        return len(rest)

    def _write_piece(self, rest: memoryview) -> None:
        left = self._fetches_s
        while rest:
            try:
                sent, left = self._wait(left, self._file.write, rest)
            except TimeoutError:
                self._fetches_s = 0  # what is still to be said goes nowhere either
                raise
            rest = rest[sent:]

    def _wait(self, seconds: float, act: Callable[[Any], int], given: Any) -> tuple[int, float]:
        """What came of it, and the seconds left."""
        if seconds <= 0:
            raise TimeoutError("the other side takes too long")
        began = time.monotonic()
        self._place.waits()
        self._line.settimeout(seconds)
        try:
            done = act(given)
        finally:
            self._line.settimeout(None)
            self._place.goes_on()
        return done, seconds - (time.monotonic() - began)

    def close(self) -> None:
        """The line itself stays open."""
        if not self.closed:
            self._file.close()
        super().close()
