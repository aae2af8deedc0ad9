"""Computers that people use one after another: when each was heard of last. In memory only, never stored.

A seat's token there that has no open line, and with which nothing was asked for a while, is covered at the next request
(rooms/returning.py): a page that was closed, or that slept, could not cover itself.
"""

from __future__ import annotations

from collections import Counter

COVERED_AFTER_MS = 2 * 60 * 1000
FREE_AFTER_MS = 10 * 60 * 1000  # more, covered


class Untouched:
    """The tokens of one room, each with its last sign of life. Times are UTC milliseconds, handed in."""

    def __init__(self, since: int = 0) -> None:
        # Nothing is known of the time before the server began: what it has not heard of, it counts from there.
        self._since = since
        self._heard: dict[str, int] = {}
        self._lines: Counter[str] = Counter()

    def heard(self, token: str, at: int) -> None:
        """Something was asked with this token; or from when on its being covered counts."""
        self._heard[token] = at

    def came(self, token: str) -> None:
        """A screen of it connected."""
        self._lines[token] += 1

    def went(self, token: str, at: int) -> None:
        """A screen of it disconnected."""
        self._lines[token] -= 1
        if not self._lines[token]:
            del self._lines[token]
        self.heard(token, at)

    def idle(self, token: str, at: int) -> int:
        """For how long nothing was heard of it; none at all while it has a line."""
        return 0 if self._lines[token] else at - max(self._since, self._heard.get(token, 0))
