"""The screens that are connected: which socket is whose, and where it listens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dialogue.vocabulary import Audience, DialogueId, SeatId
from sessions.live.gate import Credential
from sessions.rooms.credentials import Who
from sessions.rooms.ids import now_ms
from sessions.rooms.limits import MOST_SCREENS, MOST_SCREENS_OF_FACILITATOR
from sessions.rooms.registry import Place

_LED = frozenset({Audience.FACILITATOR, Audience.FLIPCHART})


@dataclass(slots=True)
class Connection:
    """One screen. `socket` is its Engine.IO socket."""

    sid: str
    place: Place
    who: Who
    socket: Any
    credential: Credential = field(repr=False)


@dataclass(slots=True)
class _Listening:
    audiences: dict[Audience, dict[str, Connection]] = field(default_factory=dict)
    seats: dict[SeatId, dict[str, Connection]] = field(default_factory=dict)


class Connections:
    """All screens of this process."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Connection] = {}
        self._rooms: dict[DialogueId, _Listening] = {}

    def add(self, connection: Connection) -> None:
        """This screen is known: it may ask, and hears nothing yet."""
        self._by_sid[connection.sid] = connection
        if connection.who.seat is not None:
            connection.place.presence.came(connection.who.seat)
            connection.place.untouched.came(connection.credential.seat)
        elif connection.who.audience is Audience.FLIPCHART:
            connection.place.presence.wall_came()

    def listen(self, connection: Connection) -> bool:
        """This screen hears what is published from now on; False when it is gone already."""
        if self._by_sid.get(connection.sid) is not connection:
            return False
        listening = self._rooms.setdefault(connection.place.room.id, _Listening())
        listening.audiences.setdefault(connection.who.audience, {})[connection.sid] = connection
        if connection.who.seat is not None:
            listening.seats.setdefault(connection.who.seat, {})[connection.sid] = connection
        return True

    def remove(self, sid: str) -> Connection | None:
        """This screen is gone."""
        connection = self._by_sid.pop(sid, None)
        if connection is None:
            return None
        listening = self._rooms.get(connection.place.room.id)
        if listening is not None:
            listening.audiences.get(connection.who.audience, {}).pop(sid, None)
            if connection.who.seat is not None:
                listening.seats.get(connection.who.seat, {}).pop(sid, None)
        if connection.who.seat is not None:
            connection.place.presence.went(connection.who.seat, now_ms())
            connection.place.untouched.went(connection.credential.seat, now_ms())
        elif connection.who.audience is Audience.FLIPCHART:
            connection.place.presence.wall_went()
        return connection

    def are_enough(self, place: Place, who: Who, credential: Credential) -> bool:
        """Whether this seat, or this flipchart's cookie, has all the screens that it may have."""
        if who.seat is not None:
            most = MOST_SCREENS_OF_FACILITATOR if who.audience is Audience.FACILITATOR else MOST_SCREENS
            return place.presence.screens(who.seat) >= most
        walls = (known for known in self._by_sid.values() if known.place is place and known.who == who)
        return sum(wall.credential == credential for wall in walls) >= MOST_SCREENS_OF_FACILITATOR

    def signed_in_by(self, sign_in: str) -> list[Connection]:
        """Screens that lead or show a dialogue by this sign-in."""
        everyone = self._by_sid.values()
        return [known for known in everyone if known.credential.sign_in == sign_in and known.who.audience in _LED]

    def of_account(self, account: str) -> list[Connection]:
        """Screens that lead or show a dialogue by this account's rights."""
        return [known for known in self._by_sid.values() if known.who.account == account]

    def get(self, sid: str) -> Connection | None:
        """The screen of this socket."""
        return self._by_sid.get(sid)

    def watching(self, dialogue: DialogueId, audience: Audience) -> list[Connection]:
        """Screens of one audience."""
        listening = self._rooms.get(dialogue)
        return list(listening.audiences.get(audience, {}).values()) if listening else []

    def of_seat(self, dialogue: DialogueId, seat: SeatId) -> list[Connection]:
        """Screens of one seat."""
        listening = self._rooms.get(dialogue)
        return list(listening.seats.get(seat, {}).values()) if listening else []

    def at(self, place: Place, seat: SeatId, token: str | None) -> list[Connection]:
        """Screens of a seat that were opened with this token, or with any; those too that don't listen yet."""
        own = (known for known in self._by_sid.values() if known.place is place and known.who.seat == seat)
        return [known for known in own if token is None or known.credential.seat == token]

    def walls(self, place: Place) -> list[Connection]:
        """Flipcharts of this place, those too that don't listen yet."""
        everyone = self._by_sid.values()
        return [known for known in everyone if known.place is place and known.who.audience is Audience.FLIPCHART]

    def everyone(self) -> Iterable[Connection]:
        """Every screen."""
        return list(self._by_sid.values())

    def places(self) -> list[Place]:
        """Rooms with a screen."""
        return list({id(known.place): known.place for known in self._by_sid.values()}.values())
