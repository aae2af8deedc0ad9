"""How many lines there may be at once, and how many of them may come from one address and keep this server waiting."""

from __future__ import annotations

import os

from sessions.runtime.waiting import Lock

# On Windows eventlet waits with select(), which Python builds for 512 sockets there; one more would end the server.
MOST_LINES = 12_000 if os.name != "nt" else 480


class Places:
    """Places for `most` lines. An address may keep no more waiting for it than there are places left, so that it can't
    take them all; a line that is being answered, or became a websocket, keeps nobody waiting and doesn't count."""

    def __init__(self, most: int = MOST_LINES) -> None:
        self._left = most
        self._waiting: dict[str, int] = {}
        self._lock = Lock()

    def take(self, address: str) -> bool:
        """Whether one more line from there may stay. If so it keeps us waiting from now on, and is a Place."""
        with self._lock:
            waiting = self._waiting.get(address, 0)
            if waiting >= self._left:
                return False
            self._left -= 1
            self._waiting[address] = waiting + 1
            return True

    def give_back(self) -> None:
        """One line has gone."""
        with self._lock:
            self._left += 1

    def count(self, address: str, change: int) -> None:
        """So many more, or fewer, lines from there keep us waiting."""
        with self._lock:
            waiting = self._waiting.get(address, 0) + change
            if waiting:
                self._waiting[address] = waiting
            else:
                self._waiting.pop(address, None)

    def crowded_by(self, address: str) -> bool:
        """Whether this address keeps half as many waiting as it may, or more."""
        with self._lock:
            return self._waiting.get(address, 0) * 2 >= self._left


class Place:
    """What one line holds, once it was taken. It keeps us waiting at first."""

    def __init__(self, places: Places, address: str) -> None:
        self._places, self._address = places, address
        self._waits = True

    def waits(self) -> None:
        """The other side has to say or to take something now."""
        if not self._waits:
            self._waits = True
            self._places.count(self._address, 1)

    def goes_on(self) -> None:
        """It did."""
        if self._waits:
            self._waits = False
            self._places.count(self._address, -1)

    def should_go_soon(self) -> bool:
        """Whether the line had better end with its answer than wait for what may be asked later."""
        return self._places.crowded_by(self._address)

    def leave(self) -> None:
        """The line has gone. Once."""
        self.goes_on()
        self._places.give_back()
