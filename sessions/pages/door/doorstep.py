"""Who stands at the door and is stuck there: numbers in memory, for whoever leads; no name, and no address is told."""

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
LOOKED_MS = 5 * 60_000  # a page that was loaded so lately works without a line
WRONG_MS = 120_000
MOST = 2_000  # browsers that are remembered at once; the oldest go

K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class _Naming:
    since: int
    seen: int
    refused: str | None = None


@dataclass(slots=True)
class _In:
    seat: SeatId
    since: int
    looked: int | None = None


class Doorstep:
    """Times are UTC milliseconds; a browser is told from others by a key of its own that means nothing elsewhere."""

    def __init__(self) -> None:
        self._devices: dict[int, int] = {}  # by a number that stands for an address in this process alone
        self._door_shown: int | None = None
        self._naming: dict[tuple[DialogueId, str], _Naming] = {}
        self._came_in: dict[tuple[DialogueId, str], _In] = {}
        self._full: dict[tuple[DialogueId, str], int] = {}
        self._closed: dict[tuple[DialogueId, str], int] = {}
        self._wrong: deque[int] = deque(maxlen=MOST)

    def heard(self, address: str, host: str, at: int, *, at_door: bool = False) -> None:
        """A request came from `address`, to the name `host`; `at_door`: for a page by which people come in."""
        if _is_this_computer(address, host):
            return
        _remember(self._devices, hash(address), at)
        if at_door:
            self._door_shown = at

    def elsewhere(self, at: int, asks: str) -> bool:
        """Whether in the last hour another device was here than this computer and the console at the address `asks`.

        A whole house may have the console's address, behind a router or at a server far away: then a page of the door
        tells that somebody else was here.
        """
        own = hash(asks)
        others = any(at - seen < REACHED_MS for device, seen in self._devices.items() if device != own)
        return others or (self._door_shown is not None and at - self._door_shown < REACHED_MS)

    def wrong(self, at: int, closed: DialogueId | None = None, browser: str = "") -> None:
        """A code was typed that opens nothing; `closed`: it is that of a door which is closed just now."""
        if closed is None:
            self._wrong.append(at)
        else:
            _remember(self._closed, (closed, browser), at)

    def names(self, dialogue: DialogueId, browser: str, at: int, refused: str | None = None) -> None:
        """A browser has the page of names; with `refused`, because of that code once more."""
        self._full.pop((dialogue, browser), None)
        known = self._naming.get((dialogue, browser))
        _remember(self._naming, (dialogue, browser), _Naming(known.since if known else at, at, refused))

    def full(self, dialogue: DialogueId, browser: str, at: int) -> None:
        """A browser has the right code of a place that has no seat left."""
        self._naming.pop((dialogue, browser), None)
        _remember(self._full, (dialogue, browser), at)

    def came_on(self, dialogue: DialogueId, browser: str) -> None:
        """A browser is past the page of names: it knocks, or has a seat."""
        for waits in (self._naming, self._full, self._closed):
            waits.pop((dialogue, browser), None)

    def came_in(self, dialogue: DialogueId, browser: str, seat: SeatId, at: int) -> None:
        """A browser has a seat."""
        self.came_on(dialogue, browser)
        _remember(self._came_in, (dialogue, browser), _In(seat, at))

    def looked(self, dialogue: DialogueId, browser: str, at: int) -> None:
        """A browser loads the page of its seat. The first time tells nothing: it was led there as it came in."""
        one = self._came_in.get((dialogue, browser))
        if one is not None and at - one.since >= LINE_AFTER_MS:
            one.looked = at

    def report(self, place: Place, at: int, asks: str = "") -> dict[str, Any]:
        """What can be told of this place's door to the console at the address `asks`, in numbers; ages in seconds."""
        silent, plain = self._without_line(place, at)
        state = place.room.committed
        here = [one for (dialogue, _), one in self._naming.items() if dialogue == place.room.id]
        naming = [one for one in here if at - one.seen < GONE_AFTER_MS]
        refused = Counter(one.refused for one in naming if one.refused)
        return {
            "open_s": (at - state.door_since) // 1000 if state.code else 0,
            "naming": len(naming),
            "oldest_naming_s": max((at - one.since for one in naming), default=0) // 1000,
            "refused": [{"code": code, "n": n} for code, n in sorted(refused.items())],
            "full": _lately(self._full, place.room.id, at),
            "closed": 0 if state.code else _lately(self._closed, place.room.id, at),
            "no_line": silent,
            "plain": plain,
            "wrong_codes": sum(at - one < WRONG_MS for one in self._wrong),
            "elsewhere": self.elsewhere(at, asks),
        }

    def _without_line(self, place: Place, at: int) -> tuple[int, int]:
        """How many were let in by a page that never had a line: those who said nothing since, for sockets and scripts
        may be blocked; and those who go by plain pages, who agreed by one or loaded theirs again lately."""
        state, silent, plain = place.room.committed, 0, 0
        for (dialogue, browser), one in list(self._came_in.items()):
            if dialogue != place.room.id:
                continue
            seat = state.seats.get(one.seat)
            if seat is None or seat.gone or place.presence.was_here(one.seat):
                del self._came_in[dialogue, browser]
            elif (seat.agreed and seat.device) or (one.looked is not None and at - one.looked < LOOKED_MS):
                plain += 1
            elif at - one.since >= LINE_AFTER_MS:
                silent += 1
        return silent, plain


def _lately(known: dict[tuple[DialogueId, str], int], dialogue: DialogueId, at: int) -> int:
    """How many browsers were heard of at this place's door, and have not gone away since."""
    return sum(where == dialogue and at - seen < GONE_AFTER_MS for (where, _), seen in known.items())


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
