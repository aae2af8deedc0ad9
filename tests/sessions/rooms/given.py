"""A room on a real data folder, and short ways to ask it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dialogue.methods import DEFAULT_METHOD
from dialogue.rules.seats import Draft
from dialogue.vocabulary import DialogueId, Role, SeatId
from sessions.permissions import StaffRole
from sessions.rooms.answers import Accepted, Answer, Refused
from sessions.rooms.asked import read_asked
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.room import Room
from sessions.rooms.service import Service
from sessions.storage.accounts import Account
from sessions.storage.store import Storage, open_storage

_numbers = itertools.count(1)
PLAN = DEFAULT_METHOD.plans[90]
DRAFT = Draft(DEFAULT_METHOD, PLAN, "Trust", "When is trust right?", "rules", "limits", "Facilitator", 5)


def command_id() -> str:
    """A new command id, as a screen makes it."""
    return f"{next(_numbers):032x}"


def opened(path: Path) -> Storage:
    """The storage at `path`, with the account that leads."""
    storage = open_storage(path)
    if not storage.accounts.any():
        storage.accounts.add(Account("account", "Lead", "no password", frozenset({StaffRole.FACILITATOR})), 0)
    return storage


@contextmanager
def served(path: Path) -> Iterator[Service]:
    """Rooms over the data folder at `path`."""
    storage = opened(path)
    try:
        yield Service(Rooms(storage))
    finally:
        storage.close()


def begun(service: Service) -> Place:
    """A new dialogue with its door open."""
    dialogue = service.rooms.begin(DRAFT, "account")
    assert isinstance(dialogue, str)
    place = service.rooms.place(DialogueId(dialogue))
    assert place is not None
    accepted(ask(place.room, place.room.committed.facilitator, "open_door"))
    return place


def seated(service: Service, place: Place, pseudonym: str, role: Role = Role.PARTICIPANT) -> SeatId:
    """A seat for someone with this pseudonym."""
    answer, _token = service.admit(place, command_id(), pseudonym, role)
    return SeatId(accepted(answer))


def ask(room: Room, by: SeatId, kind: str, _id: str = "", /, **data: Any) -> Answer:
    """The answer to one command."""
    asked = read_asked(by, {"id": _id or command_id(), "type": kind, "data": data})
    return asked if isinstance(asked, Refused) else room.ask(asked)


def accepted(answer: Answer) -> str:
    """The receipt of what must have been taken."""
    assert isinstance(answer, Accepted), answer
    return answer.receipt


def code_of(answer: Answer) -> str | None:
    """The code of a refusal; None when it was taken."""
    return answer.code if isinstance(answer, Refused) else None
