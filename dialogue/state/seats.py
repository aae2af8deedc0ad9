"""How the place changes when something happened to it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    AgreementGiven,
    DialogueCreated,
    DoorClosed,
    DoorOpened,
    PresenceMarked,
    SeatEvent,
    SeatLeft,
    SeatRemoved,
    SeatTaken,
)
from dialogue.methods import method_of
from dialogue.state.items import Seat, Wording
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import ItemId, Role, SeatId

GIVEN_QUESTION = ItemId("given")


def begin(event: DialogueCreated, at: int) -> Dialogue:
    """The state after the first event."""
    facilitator = Seat(event.facilitator, Role.FACILITATOR, event.pseudonym, device=True, agreed=True)
    state = Dialogue(
        id=event.dialogue,
        method=method_of(event.method, event.method_version),
        plan=event.plan,
        threshold=event.threshold,
        facilitator=event.facilitator,
        title=event.title,
        rules=event.rules,
        limits=event.limits,
        created_at=at,
        stage_since=at,
        seats={event.facilitator: facilitator},
    )
    if not event.question:
        return state
    owner = event.facilitator
    wording = Wording(id=GIVEN_QUESTION, number=1, text=event.question, owner=owner, writer=owner)
    return replace(state.with_item(wording), question=GIVEN_QUESTION)


def evolve(state: Dialogue, event: SeatEvent, at: int) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case DialogueCreated():
            raise ValueError("a dialogue begins once")
        case DoorOpened(code):
            return state.but(code=code, began_at=state.began_at or at)
        case DoorClosed():
            return state.but(code=None)
        case SeatTaken(seat, role, pseudonym, device):
            return state.with_seat(Seat(seat, role, pseudonym, device))
        case SeatLeft(seat) | SeatRemoved(seat):
            return _without_turn(state.with_seat(replace(state.seats[seat], gone=True)), seat)
        case PresenceMarked(seat, absent):
            return state.with_seat(replace(state.seats[seat], absent=absent))
        case AgreementGiven(seat):
            return state.with_seat(replace(state.seats[seat], agreed=True))
        case _:
            assert_never(event)


def _without_turn(state: Dialogue, gone: SeatId) -> Dialogue:
    hands = {seat: reason for seat, reason in state.hands.items() if seat != gone}
    return state.but(hands=hands, speaker=None if state.speaker == gone else state.speaker)
