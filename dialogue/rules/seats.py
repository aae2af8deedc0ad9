"""Deciding about the place: the first event, the door, seats, the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dialogue.commands import (
    AgreeToRules,
    CloseDoor,
    LeaveDialogue,
    MarkPresence,
    OpenDoor,
    RemoveSeat,
    SeatCommand,
    SeatSomeone,
    TakeSeat,
)
from dialogue.commands.limits import HOUSE_TEXT, OPTIONAL_QUESTION, PSEUDONYM, TITLE
from dialogue.events import (
    AgreementGiven,
    DialogueCreated,
    DoorClosed,
    DoorOpened,
    Event,
    PresenceMarked,
    SeatLeft,
    SeatRemoved,
    SeatTaken,
)
from dialogue.method import Method, Plan, plan_flaws
from dialogue.refusals import DoorIsClosed, NameReserved, NameTaken, NotAllowed, RoomFull, StageNotPlanned, UnknownSeat
from dialogue.rules.names import is_reserved, looks_like
from dialogue.rules.ownership import private_to
from dialogue.rules.words import checked
from dialogue.state import Dialogue
from dialogue.state.items import Seat
from dialogue.vocabulary import DialogueId, Role, SeatId, Words

MOST_SEATS = 1100  # a conference hall (method.md section 9); a dialogue proper has 6 to 12


@dataclass(frozen=True, slots=True)
class Draft:
    """What a facilitator prepared: everything the first event needs beside ids."""

    method: Method
    plan: Plan
    title: str
    question: str
    rules: str
    limits: str
    pseudonym: str
    threshold: int


def begin(draft: Draft, dialogue: DialogueId, facilitator: SeatId) -> DialogueCreated:
    """The first event of a dialogue; a refusal when a text or the plan does not fit."""
    if plan_flaws(draft.method, draft.plan):
        raise StageNotPlanned("plan")
    return DialogueCreated(
        dialogue=dialogue,
        method=draft.method.key,
        method_version=draft.method.version,
        plan=draft.plan,
        threshold=draft.threshold,
        facilitator=facilitator,
        pseudonym=checked(draft.pseudonym, PSEUDONYM, "pseudonym"),
        title=checked(draft.title, TITLE, "title"),
        question=checked(draft.question, OPTIONAL_QUESTION, "question"),
        rules=checked(draft.rules, HOUSE_TEXT, "rules"),
        limits=checked(draft.limits, HOUSE_TEXT, "limits"),
    )


def decide(state: Dialogue, command: SeatCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case OpenDoor(code):
            return (DoorOpened(code),)
        case CloseDoor():
            return (DoorClosed(),) if state.code else ()
        case TakeSeat(pseudonym, role):
            return (_admit(state, SeatId(fresh), role, pseudonym),)
        case SeatSomeone(pseudonym):
            return (_seat(state, SeatId(fresh), Role.PARTICIPANT, pseudonym, device=False),)
        case LeaveDialogue():
            return (SeatLeft(by),)
        case RemoveSeat(seat):
            return (SeatRemoved(_other(state, seat).id),)
        case MarkPresence(seat, absent):
            known = _other(state, seat)
            return () if known.absent == absent else (PresenceMarked(known.id, absent),)
        case AgreeToRules(owner):
            agreed = private_to(state, by, owner)
            return () if state.seats[agreed].agreed else (AgreementGiven(agreed),)
        case _:
            assert_never(command)


def _admit(state: Dialogue, seat: SeatId, role: Role, pseudonym: Words) -> SeatTaken:
    if state.code is None or state.closed:
        raise DoorIsClosed
    if role is Role.FACILITATOR:
        raise NotAllowed("role")
    return _seat(state, seat, role, pseudonym, device=True)


def _seat(state: Dialogue, seat: SeatId, role: Role, pseudonym: Words, *, device: bool) -> SeatTaken:
    if sum(not known.gone for known in state.seats.values()) >= MOST_SEATS:
        raise RoomFull
    if role is Role.PARTICIPANT and is_reserved(pseudonym):
        raise NameReserved("pseudonym")
    looks = looks_like(pseudonym)
    if any(looks_like(known.pseudonym) == looks for known in state.seats.values() if not known.gone):
        raise NameTaken("pseudonym")
    return SeatTaken(seat, role, pseudonym, device)


def _other(state: Dialogue, wanted: SeatId) -> Seat:
    seat = state.seats.get(wanted)
    if seat is None or seat.gone or seat.role is Role.FACILITATOR:
        raise UnknownSeat("seat")
    return seat
