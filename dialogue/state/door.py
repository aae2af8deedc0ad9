"""Who knocks at the door, and the room's wireless network."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import Role, SeatId, Words


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody who asks to be let in: the seat that would be theirs, and how long they wait (`at`, UTC milliseconds).

    `place` sorts those who knock in the order in which they came.
    """

    id: SeatId
    role: Role
    pseudonym: Words
    leads_others: bool
    shared: bool
    place: int
    at: int


@dataclass(frozen=True, slots=True)
class Wifi:
    """A wireless network; an open one has no password."""

    name: Words
    password: Words
