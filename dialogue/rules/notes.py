"""Deciding about private notes and observations."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import AcknowledgeNote, NoteCommand, NoteObservation, SendNote
from dialogue.events import Event, NoteRead, NoteSent, ObservationNoted
from dialogue.rules.ownership import standing
from dialogue.state import Dialogue
from dialogue.vocabulary import ItemId, SeatId


def decide(state: Dialogue, command: NoteCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case SendNote(text, signed):
            return (NoteSent(ItemId(fresh), state.next_number("notes"), text, by, by, signed),)
        case AcknowledgeNote(note):
            known = standing(state.notes, note, "note")
            return () if known.read else (NoteRead(known.id),)
        case NoteObservation(point, seen, text):
            number = state.next_number("observations")
            return (ObservationNoted(ItemId(fresh), number, point, seen, text, by, by),)
        case _:
            assert_never(command)
