"""How private notes and observations change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import NoteEvent, NoteRead, NoteSent, ObservationNoted
from dialogue.state.items import Note, Observation
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import Standing


def evolve(state: Dialogue, event: NoteEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case NoteSent():
            return state.with_item(_note(state, event))
        case NoteRead(note):
            return state.with_item(replace(state.notes[note], read=True))
        case ObservationNoted():
            return _observed(state, event)
        case _:
            assert_never(event)


def _note(state: Dialogue, event: NoteSent) -> Note:
    return Note(
        id=event.note,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        signature=state.seats[event.owner].pseudonym if event.signed else None,
    )


def _observed(state: Dialogue, event: ObservationNoted) -> Dialogue:
    """What an observer notes of a point takes the place of what they noted of it before."""
    for known in tuple(state.observations.values()):
        if (known.owner, known.point) == (event.owner, event.point) and known.up:
            state = state.with_item(replace(known, standing=Standing.STRUCK)).but(standings=state.standings + 1)
    return state.with_item(
        Observation(
            id=event.observation,
            number=event.number,
            text=event.text,
            owner=event.owner,
            writer=event.writer,
            point=event.point,
            seen=event.seen,
        )
    )
