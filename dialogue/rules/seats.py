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
from dialogue.commands.limits import HOUSE_TEXT, OPTIONAL_COMMENT, OPTIONAL_QUESTION, PSEUDONYM, TITLE
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
from dialogue.refusals import (
    DoorIsClosed,
    LeadsOthers,
    MinutesDontFit,
    NameReserved,
    NameTaken,
    NotAllowed,
    RoomFull,
    StageNotPlanned,
    UnknownSeat,
)
from dialogue.rules.names import is_reserved, looks_like
from dialogue.rules.ownership import private_to
from dialogue.rules.words import checked
from dialogue.state import Dialogue
from dialogue.state.items import Seat
from dialogue.vocabulary import DialogueId, Hierarchy, Role, SeatId, Words

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
    purpose: str = ""
    leads_others: bool = False  # the facilitator commands somebody of this group


def begin(draft: Draft, dialogue: DialogueId, facilitator: SeatId) -> DialogueCreated:
    """The first event of a dialogue; a refusal when a text or the plan does not fit."""
    if plan_flaws(draft.method, draft.plan):
        raise StageNotPlanned("plan")
    if draft.leads_others:
        # Whoever commands others here can't lead their talk (method.md section 6).
        raise LeadsOthers("leads_others")
    if draft.plan.overrun:
        raise MinutesDontFit("minutes")
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
        purpose=checked(draft.purpose, OPTIONAL_COMMENT, "purpose"),
    )


def decide(state: Dialogue, command: SeatCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case OpenDoor(code):
            return (DoorOpened(code),)
        case CloseDoor():
            return (DoorClosed(),) if state.code else ()
        case TakeSeat(pseudonym, role, leads_others):
            return (_admit(state, SeatId(fresh), role, pseudonym, leads_others=leads_others),)
        case SeatSomeone(pseudonym, leads_others):
            role = _placed(state, Role.PARTICIPANT, leads_others=leads_others)
            return (_seat(state, SeatId(fresh), role, pseudonym, device=False, leads_others=leads_others),)
        case LeaveDialogue():
            return (SeatLeft(by),)
        case RemoveSeat(seat):
            return (SeatRemoved(_other(state, seat).id),)
        case MarkPresence(seat, absent):
            known = _other(state, seat)
            return () if known.absent == absent else (PresenceMarked(known.id, absent),)
        case AgreeToRules(owner):
            agreed = private_to(state, by, owner)
            if state.seats[agreed].role is Role.SLIP:
                raise NotAllowed("owner")
            return () if state.seats[agreed].agreed else (AgreementGiven(agreed),)
        case _:
            assert_never(command)


def _admit(state: Dialogue, seat: SeatId, role: Role, pseudonym: Words, *, leads_others: bool) -> SeatTaken:
    # Whoever helps to lead comes by invitation, before the door opens or after it was closed.
    if state.closed or (state.code is None and role is not Role.CO_FACILITATOR):
        raise DoorIsClosed
    if role in {Role.FACILITATOR, Role.SLIP}:
        raise NotAllowed("role")
    placed = _placed(state, role, leads_others=leads_others)
    return _seat(state, seat, placed, pseudonym, device=True, leads_others=leads_others)


def _placed(state: Dialogue, role: Role, *, leads_others: bool) -> Role:
    """The boss in the room sits outside where the plan says so, and never helps to lead (method.md section 6)."""
    if not leads_others:
        return role
    if role is Role.CO_FACILITATOR:
        raise LeadsOthers("leads_others")
    outside = role is Role.PARTICIPANT and state.plan.hierarchy is Hierarchy.SITS_OUTSIDE
    return Role.OBSERVER if outside else role


def _seat(
    state: Dialogue, seat: SeatId, role: Role, pseudonym: Words, *, device: bool, leads_others: bool
) -> SeatTaken:
    if sum(not known.gone and known.role is not Role.SLIP for known in state.seats.values()) >= MOST_SEATS:
        raise RoomFull
    if role is Role.PARTICIPANT and is_reserved(pseudonym):
        raise NameReserved("pseudonym")
    looks = looks_like(pseudonym)
    if any(looks_like(known.pseudonym) == looks for known in state.seats.values() if not known.gone):
        raise NameTaken("pseudonym")
    return SeatTaken(seat, role, pseudonym, device, leads_others)


def _other(state: Dialogue, wanted: SeatId) -> Seat:
    seat = state.seats.get(wanted)
    # Whoever took the lead for a while can't send away the one it was taken from.
    if seat is None or seat.gone or seat.role is Role.FACILITATOR or seat.id == state.lead_from:
        raise UnknownSeat("seat")
    return seat
