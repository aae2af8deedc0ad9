"""Deciding about levels: one at a time, and a meta-dialogue that nobody can refuse (method.md section 3)."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import (
    AssignChair,
    CallMeta,
    EndMeta,
    LevelCommand,
    MarkStrategy,
    ResumeContent,
    WriteMetaNote,
)
from dialogue.events import (
    ChairAssigned,
    ContentResumed,
    Event,
    MetaBegun,
    MetaCalled,
    MetaEnded,
    MetaNoteWritten,
    StrategyMarked,
)
from dialogue.refusals import LeadsOthers, MetaAlreadyCalled, NoMeta, NotYours, UnknownSeat
from dialogue.rules.ownership import spoken_by
from dialogue.state import Dialogue, evolve
from dialogue.state.items import Meta
from dialogue.vocabulary import ItemId, Level, MetaState, SeatId


def decide(state: Dialogue, command: LevelCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case MarkStrategy(text):
            return (StrategyMarked(text),)
        case ResumeContent():
            return (ContentResumed(),) if state.level is Level.STRATEGY else ()
        case CallMeta(named, owner):
            if state.meta is not None:
                raise MetaAlreadyCalled
            caller = spoken_by(state, by, owner) if named else None
            return (MetaCalled(ItemId(fresh), state.next_number("metas"), caller),)
        case AssignChair(seat):
            return _chair(state, seat)
        case WriteMetaNote(text):
            meta = _going_on(state, by)
            number = state.next_number("meta_notes")
            return (MetaNoteWritten(ItemId(fresh), number, meta.id, text, by, by),)
        case EndMeta(what_we_change, share_notes):
            return (MetaEnded(_going_on(state, by).id, what_we_change, share_notes),)
        case _:
            assert_never(command)


def as_it_stands(state: Dialogue, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, and a meta-dialogue that was called begun as soon as nobody speaks."""
    if not events or (state.meta is None and not any(isinstance(event, MetaCalled) for event in events)):
        return events
    after = state
    for event in events:
        after = evolve(after, event, state.stage_since)
    if after.meta is not None and waits(after) and after.speaker is None and not after.resting:
        return (*events, MetaBegun(after.meta))
    return events


def waits(state: Dialogue) -> bool:
    """Whether a meta-dialogue is called and begins after the present speaker."""
    return state.meta is not None and state.metas[state.meta].state is MetaState.CALLED


def _chair(state: Dialogue, wanted: SeatId | None) -> tuple[Event, ...]:
    if state.meta is None:
        raise NoMeta
    seat = state.seats.get(wanted) if wanted is not None else None
    if wanted is not None and (seat is None or not seat.takes_part):
        raise UnknownSeat("seat")
    if seat is not None and seat.leads_others:
        raise LeadsOthers("seat")
    return () if state.metas[state.meta].chair == wanted else (ChairAssigned(state.meta, wanted),)


def _going_on(state: Dialogue, by: SeatId) -> Meta:
    """The meta-dialogue that goes on, when `by` writes for it: its chair, or a facilitator."""
    if state.meta is None or not state.in_meta:
        raise NoMeta
    meta = state.metas[state.meta]
    if by != meta.chair and not state.seats[by].facilitates:
        raise NotYours
    return meta
