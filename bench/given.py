"""Rooms as they are in mid-dialogue: people seated, a narrative on the wall, doubts welcome."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from dialogue.methods import DEFAULT_METHOD
from dialogue.refusals import Refusal
from dialogue.rules.seats import Draft
from dialogue.vocabulary import Role, SeatId
from sessions.rooms.answers import Accepted
from sessions.rooms.asked import Asked, read_asked
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.service import Service

MINUTES = 90
THRESHOLD = 5
SENTENCES = 12
SENTENCE = "On the third day I had the key in my hand, and nobody had told me whether I was allowed to use it."


class NotPrepared(Exception):
    """A step of the preparation was refused; the code tells why."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A room that is ready for doubts about `sentence`; a token per participant, and the code of its door."""

    dialogue: str
    code: str
    sentence: str
    tokens: tuple[str, ...]


def draft() -> Draft:
    """The default plan."""
    return Draft(
        method=DEFAULT_METHOD,
        plan=DEFAULT_METHOD.plans[MINUTES],
        title="What may one keep silent about?",
        question="When is it right to keep silent?",
        rules="Speak from your own experience.",
        limits="What is told here stays here.",
        pseudonym="Facilitator",
        threshold=THRESHOLD,
    )


def room(service: Service, account: str, people: int, entries: int = 0) -> Prepared:
    """A room with this many participants, at its narrative; or, with entries, at a judgement that is full of them."""
    made = service.rooms.begin(draft(), account)
    if isinstance(made, Refusal):
        raise NotPrepared(made.code)
    place = found(service.rooms, made)
    facilitator = place.room.committed.facilitator
    ask(place, facilitator, "open_door")
    tokens = tuple(_seat(service, place, number) for number in range(people))
    first = next(seat.id for seat in place.room.committed.seats.values() if seat.role is Role.PARTICIPANT)
    sentence = tell_narrative(place, facilitator, first)
    if entries:
        fill(place, facilitator, sentence, entries)
    return Prepared(made, str(place.room.committed.code), sentence, tokens)


def fill(place: Place, facilitator: SeatId, sentence: str, entries: int) -> None:
    """Reasons that rest on a sentence, and doubts about them, until the wall has so many entries."""
    ask(place, facilitator, "move_to_stage", stage="judgement")
    people = [seat.id for seat in place.room.committed.seats.values() if seat.role is Role.PARTICIPANT]
    about = sentence
    for number in range(entries - len(list(place.room.committed.items()))):
        if number % 2:
            ask(place, people[number % len(people)], "raise_doubt", about=about, text=f"{number}: how do we know that?")
        else:
            reason = {"kind": "reason", "text": f"{number}: nobody had told me.", "rests_on": [sentence]}
            about = ask(place, facilitator, "write_statement", **reason)


def found(rooms: Rooms, dialogue: Any) -> Place:
    """The room that was just begun."""
    place = rooms.place(dialogue)
    if place is None:
        raise NotPrepared("no_room")
    return place


def tell_narrative(place: Place, facilitator: SeatId, narrator: SeatId) -> str:
    """Leads the group from the opening to a narrative of a few sentences; the id of the first."""
    ask(place, facilitator, "move_to_stage", stage="experiences")
    told = ask(place, narrator, "tell_experience", title="The key on the third day")
    ask(place, facilitator, "move_to_stage", stage="selection")
    ask(place, facilitator, "ask_narrator", experience=told)
    ask(place, narrator, "accept_narrating", experience=told)
    ask(place, facilitator, "move_to_stage", stage="narrative")
    first = ask(place, narrator, "write_sentence", text=SENTENCE)
    for _ in range(SENTENCES - 1):
        ask(place, narrator, "write_sentence", text=SENTENCE)
    return first


def ask(place: Place, seat: SeatId, kind: str, /, **data: object) -> str:
    """A command that must be accepted; its receipt."""
    asked = read_asked(seat, {"id": secrets.token_hex(16), "type": kind, "data": data})
    answer = place.room.ask(asked) if isinstance(asked, Asked) else asked
    if not isinstance(answer, Accepted):
        raise NotPrepared(f"{kind}: {answer.code}")
    return answer.receipt


def _seat(service: Service, place: Place, number: int) -> str:
    answer, token = service.admit(place, secrets.token_hex(16), f"Person {number + 1}", Role.PARTICIPANT)
    if not isinstance(answer, Accepted):
        raise NotPrepared(f"take_seat: {answer.code}")
    return token
