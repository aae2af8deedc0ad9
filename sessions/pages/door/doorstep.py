"""Who stands at the door and is stuck there: numbers in memory, for whoever leads; no address, no name."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from dialogue.vocabulary import DialogueId, SeatId
from sessions.rooms.registry import Place

REACHED_MS = 3600_000
GONE_AFTER_MS = 15 * 60_000  # whoever has not been heard of for so long went away from the page of names
LINE_AFTER_MS = 10_000  # a phone that was let in has its line by then
WRONG_MS = 120_000
MOST = 2_000  # browsers that are remembered at once; the oldest go

K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class _Naming:
    since: int
    seen: int
    refused: str | None = None


class Doorstep:
    """Times are UTC milliseconds; a browser is told from others by a key of its own that means nothing elsewhere."""

    def __init__(self) -> None:
        self.elsewhere = False
        self._reached: dict[str, int] = {}
        self._naming: dict[tuple[DialogueId, str], _Naming] = {}
        self._came_in: dict[tuple[DialogueId, SeatId], int] = {}
        self._full: dict[tuple[DialogueId, str], int] = {}
        self._wrong: deque[int] = deque(maxlen=MOST)

    def heard(self, address: str, host: str) -> None:
        """A request came from `address`, to the name `host`: perhaps the first from another device."""
        self.elsewhere = self.elsewhere or not _is_this_computer(address, host)

    def reached(self, browser: str, at: int) -> None:
        """A browser has a page of the door."""
        _remember(self._reached, browser, at)

    def wrong(self, at: int) -> None:
        """A code was typed that opens nothing."""
        self._wrong.append(at)

    def names(self, dialogue: DialogueId, browser: str, at: int, refused: str | None = None) -> None:
        """A browser has the page of names; with `refused`, because of that code once more."""
        self.reached(browser, at)
        self._full.pop((dialogue, browser), None)
        known = self._naming.get((dialogue, browser))
        _remember(self._naming, (dialogue, browser), _Naming(known.since if known else at, at, refused))

    def full(self, dialogue: DialogueId, browser: str, at: int) -> None:
        """A browser has the right code of a place that has no seat left."""
        self._naming.pop((dialogue, browser), None)
        _remember(self._full, (dialogue, browser), at)

    def came_in(self, dialogue: DialogueId, browser: str, seat: SeatId, at: int) -> None:
        """A browser has a seat."""
        self._naming.pop((dialogue, browser), None)
        self._full.pop((dialogue, browser), None)
        _remember(self._came_in, (dialogue, seat), at)

    def report(self, place: Place, at: int) -> dict[str, Any]:
        """What can be told of this place's door, in numbers; ages in whole seconds."""
        here = [one for (dialogue, _), one in self._naming.items() if dialogue == place.room.id]
        naming = [one for one in here if at - one.seen < GONE_AFTER_MS]
        refused = Counter(one.refused for one in naming if one.refused)
        return {
            "reached": sum(at - seen < REACHED_MS for seen in self._reached.values()),
            "naming": len(naming),
            "oldest_naming_s": max((at - one.since for one in naming), default=0) // 1000,
            "refused": [{"code": code, "n": n} for code, n in sorted(refused.items())],
            "full": sum(
                dialogue == place.room.id and at - seen < GONE_AFTER_MS for (dialogue, _), seen in self._full.items()
            ),
            "waiting": len(place.room.committed.knocking),
            "no_line": self._without_line(place, at),
            "wrong_codes": sum(at - one < WRONG_MS for one in self._wrong),
            "elsewhere": self.elsewhere,
        }

    def _without_line(self, place: Place, at: int) -> int:
        """How many were let in by a page that has never said a word since: sockets and scripts may be blocked."""
        seats, silent = place.room.committed.seats, 0
        for (dialogue, seat), came in list(self._came_in.items()):
            if dialogue != place.room.id:
                continue
            if place.presence.was_here(seat) or (seat in seats and seats[seat].gone):
                del self._came_in[dialogue, seat]
            elif seat in seats and at - came >= LINE_AFTER_MS:
                silent += 1
        return silent


def _remember(known: dict[K, V], key: K, value: V) -> None:
    """Puts it last; the first goes where there are too many."""
    known.pop(key, None)
    known[key] = value
    if len(known) > MOST:
        del known[next(iter(known))]


def _is_this_computer(address: str, host: str) -> bool:
    """Whether the server's own computer asked: by its own name, or by the address that phones use."""
    name = urlsplit(f"//{host}").hostname or ""
    return address == name or (_is_loopback(address) and (name == "localhost" or _is_loopback(name)))


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
