"""How the place changes when something happened to it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    AgreementGiven,
    DialogueCreated,
    DoorClosed,
    DoorOpened,
    DoorSet,
    HeadsCounted,
    Knocked,
    KnockGivenUp,
    PresenceMarked,
    SeatEvent,
    SeatLeft,
    SeatRemoved,
    SeatTaken,
    TurnedAway,
    WifiNoted,
)
from dialogue.methods import method_of
from dialogue.state.door import Knock, Wifi
from dialogue.state.items import Seat, Wording
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import ItemId, Role, SeatId

GIVEN_QUESTION = ItemId("given")


def begin(event: DialogueCreated, at: int) -> Dialogue:
    """The state after the first event."""
    facilitator = Seat(event.facilitator, Role.FACILITATOR, event.pseudonym, device=True, agreed=True)
    method = method_of(event.method, event.method_version)
    state = Dialogue(
        id=event.dialogue,
        method=method,
        plan=event.plan,
        threshold=event.threshold,
        facilitator=event.facilitator,
        title=event.title,
        rules=event.rules,
        limits=event.limits,
        purpose=event.purpose,
        options=frozenset(event.plan.options) | method.central,
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
        case DoorOpened(code, mode, latecomers_knock):
            opened = state.but(door=mode, latecomers_knock=latecomers_knock)
            return opened.but(code=code, kept_code=None, door_since=at, began_at=state.began_at or at)
        case DoorClosed():
            return state.but(code=None, kept_code=state.code)
        case DoorSet(mode, latecomers_knock):
            return state.but(door=mode, latecomers_knock=latecomers_knock)
        case Knocked():
            return _knock(state, event, at)
        case TurnedAway(seat):
            return _without_knock(state, seat).but(turned_away=state.turned_away | {seat})
        case KnockGivenUp(seat):
            return _without_knock(state, seat)
        case SeatTaken(seat, role, pseudonym, device, leads_others, shared):
            taken = Seat(seat, role, pseudonym, device, leads_others=leads_others, shared=shared)
            return _without_knock(state, seat).with_seat(taken)
        case SeatLeft(seat) | SeatRemoved(seat):
            return _without_turn(state.with_seat(replace(state.seats[seat], gone=True)), seat)
        case PresenceMarked(seat, absent):
            return state.with_seat(replace(state.seats[seat], absent=absent))
        case AgreementGiven(seat):
            return state.with_seat(replace(state.seats[seat], agreed=True))
        case HeadsCounted(count):
            return state.but(heads=count)
        case WifiNoted(name, password):
            return state.but(wifi=Wifi(name, password) if name else None)
        case _:
            assert_never(event)


def _knock(state: Dialogue, event: Knocked, at: int) -> Dialogue:
    place = 1 + max((known.place for known in state.knocking.values()), default=0)
    knock = Knock(event.seat, event.role, event.pseudonym, event.leads_others, event.shared, place, at)
    return state.but(knocking={**state.knocking, event.seat: knock})


def _without_knock(state: Dialogue, gone: SeatId) -> Dialogue:
    if gone not in state.knocking:
        return state
    return state.but(knocking={seat: known for seat, known in state.knocking.items() if seat != gone})


def _without_turn(state: Dialogue, gone: SeatId) -> Dialogue:
    hands = {seat: reason for seat, reason in state.hands.items() if seat != gone}
    meta = state.metas.get(state.meta) if state.meta else None
    if meta is not None and meta.chair == gone:
        state = state.with_item(replace(meta, chair=None))
    left = None if state.round is None else tuple(seat for seat in state.round if seat != gone)
    return state.but(
        hands=hands,
        speaker=None if state.speaker == gone else state.speaker,
        scribe=None if state.scribe == gone else state.scribe,
        round=left or None,
    )
