"""Deciding about the place: the first event, the door, seats, the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dialogue.commands import (
    AdmitSeat,
    AgreeToRules,
    CloseDoor,
    CountHeads,
    LeaveDialogue,
    MarkPresence,
    NoteWifi,
    OpenDoor,
    RemoveSeat,
    SeatCommand,
    SeatSomeone,
    SetDoor,
    TakeSeat,
    TurnAway,
)
from dialogue.commands.limits import HOUSE_TEXT, OPTIONAL_COMMENT, OPTIONAL_QUESTION, PSEUDONYM, TITLE
from dialogue.events import (
    AgreementGiven,
    DialogueCreated,
    DoorClosed,
    DoorOpened,
    Event,
    HeadsCounted,
    KnockGivenUp,
    PresenceMarked,
    SeatLeft,
    SeatRemoved,
)
from dialogue.method import Method, Plan, plan_flaws
from dialogue.refusals import (
    BadHeadCount,
    LeadsOthers,
    MinutesDontFit,
    NotAllowed,
    StageNotPlanned,
    UnknownSeat,
)
from dialogue.rules import door
from dialogue.rules.door import MOST_SEATS
from dialogue.rules.ownership import private_to
from dialogue.rules.words import checked
from dialogue.state import Dialogue
from dialogue.state.items import Seat
from dialogue.vocabulary import DialogueId, Role, SeatId


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
        case OpenDoor(code, mode, latecomers_knock):
            return (DoorOpened(code, mode, latecomers_knock),)
        case CloseDoor():
            return (DoorClosed(),) if state.code else ()
        case SetDoor(mode, latecomers_knock):
            return door.set_to(state, mode, latecomers_knock=latecomers_knock)
        case TakeSeat():
            return (door.comes_to(state, command, SeatId(fresh)),)
        case AdmitSeat(seat):
            return door.admitted(state, seat)
        case TurnAway(seat):
            return door.turned_away(state, seat)
        case SeatSomeone(pseudonym, leads_others):
            return (door.seated(state, SeatId(fresh), pseudonym, leads_others=leads_others),)
        case LeaveDialogue():
            return (KnockGivenUp(by) if by in state.knocking else SeatLeft(by),)
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
        case CountHeads(count):
            if count is not None and not 0 <= count <= MOST_SEATS:
                raise BadHeadCount("count")
            return () if count == state.heads else (HeadsCounted(count),)
        case NoteWifi(name, password):
            return door.wifi_noted(state, name, password)
        case _:
            assert_never(command)


def _other(state: Dialogue, wanted: SeatId) -> Seat:
    seat = state.seats.get(wanted)
    # Whoever took the lead for a while can't send away the one it was taken from.
    if seat is None or seat.gone or seat.role is Role.FACILITATOR or seat.id == state.lead_from:
        raise UnknownSeat("seat")
    return seat
