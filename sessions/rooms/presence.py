"""Who is here, as far as screens tell: in memory only, never stored.

Away (the screen is hidden or just dropped), offline (no screen for a while) and left (said goodbye) are different.
Typing is shown as a number, never with a name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dialogue.state import Dialogue
from dialogue.state.items import Seat
from dialogue.vocabulary import Audience, SeatId

WRITING_LASTS_MS = 8_000
OFFLINE_AFTER_MS = 30_000


class Status(StrEnum):
    """How a participant with a device is here."""

    JOINED = "joined"
    WRITING = "writing"
    DONE = "done"
    AWAY = "away"
    LEFT = "left"
    OFFLINE = "offline"


@dataclass(slots=True)
class _Seen:
    screens: int = 0
    hidden: bool = False
    writing_since: int = 0
    gone_since: int = 0


class Presence:
    """The screens of one room. Times are UTC milliseconds, handed in."""

    def __init__(self, since: int = 0) -> None:
        # Nothing is known of the time before: after a restart nobody has been gone for long.
        self._since = since
        self._seen: dict[SeatId, _Seen] = {}
        self._walls = 0

    def came(self, seat: SeatId) -> None:
        """A screen of this seat connected."""
        seen = self._seen.setdefault(seat, _Seen())
        seen.screens += 1
        seen.hidden = False

    def went(self, seat: SeatId, at: int) -> None:
        """A screen of this seat disconnected."""
        seen = self._seen.setdefault(seat, _Seen())
        seen.screens = max(0, seen.screens - 1)
        seen.gone_since, seen.writing_since = at, 0

    def wall_came(self) -> None:
        """A flipchart connected."""
        self._walls += 1

    def wall_went(self) -> None:
        """A flipchart disconnected."""
        self._walls -= 1

    def heard(self, seat: SeatId, at: int) -> None:
        """This seat asked for something: so it is here, be it over HTTP, where there is no line that could drop."""
        seen = self._seen.setdefault(seat, _Seen())
        seen.gone_since = max(seen.gone_since, at)

    def is_here(self, seat: SeatId, at: int) -> bool:
        """Whether this seat has a screen, or was heard of a moment ago."""
        seen = self._seen.get(seat)
        return seen is not None and (seen.screens > 0 or at - seen.gone_since < OFFLINE_AFTER_MS)

    def has_been_gone(self, seat: SeatId, at: int) -> bool:
        """Whether all screens of this seat have been gone for OFFLINE_AFTER_MS."""
        seen = self._seen.get(seat) or _Seen()
        return not seen.screens and at - max(seen.gone_since, self._since) >= OFFLINE_AFTER_MS

    def was_here(self, seat: SeatId) -> bool:
        """Whether this seat has ever had a screen, or been heard of, since the server began."""
        return seat in self._seen

    def screens(self, seat: SeatId) -> int:
        """How many screens this seat has open."""
        return self._seen[seat].screens if seat in self._seen else 0

    def signal(self, seat: SeatId, at: int, *, writing: bool | None, away: bool | None) -> None:
        """What a screen says of itself."""
        seen = self._seen.setdefault(seat, _Seen())
        if writing is not None:
            seen.writing_since = at if writing else 0
        if away is not None:
            seen.hidden = away

    def status(self, seat: Seat, at: int) -> Status:
        """How this seat is here now."""
        if seat.gone:
            return Status.LEFT
        seen = self._seen.get(seat.id)
        if seen is None or (seen.screens == 0 and at - seen.gone_since >= OFFLINE_AFTER_MS):
            return Status.OFFLINE
        if seen.screens == 0 or seen.hidden:
            return Status.AWAY
        if at - seen.writing_since < WRITING_LASTS_MS:
            return Status.WRITING
        return Status.DONE if seat.ready else Status.JOINED

    def view_for(self, state: Dialogue, audience: Audience, at: int) -> dict[str, Any]:
        """Numbers for everyone; per seat, and how many flipcharts, for the facilitator alone."""
        statuses = {seat.id: self.status(seat, at) for seat in state.seats.values() if seat.device}
        group = [statuses[seat.id] for seat in state.seats.values() if seat.id in statuses and _counts(state, seat)]
        counted = Counter(group)
        view: dict[str, Any] = {
            "here": counted[Status.JOINED] + counted[Status.WRITING] + counted[Status.DONE],
            "away": counted[Status.AWAY],
            "offline": counted[Status.OFFLINE],
            "left": counted[Status.LEFT],
            "writing": counted[Status.WRITING],
        }
        if audience is Audience.FACILITATOR:
            view["walls"] = self._walls
            view["seats"] = {seat: _named(state.seats[seat], status).value for seat, status in statuses.items()}
        return view


def _named(seat: Seat, status: Status) -> Status:
    """The status beside a name. Who types is a number to all: a doubt or note without a name would have one else."""
    if status is not Status.WRITING:
        return status
    return Status.DONE if seat.ready else Status.JOINED


def _counts(state: Dialogue, seat: Seat) -> bool:
    return seat.id != state.facilitator and seat.role.value == "participant"
