"""What happened to private notes and observations."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, Observed, SeatId, Seen, Words


@dataclass(frozen=True, slots=True)
class NoteSent:
    """A private note to the facilitator."""

    note: ItemId
    number: int
    text: Words
    owner: SeatId
    writer: SeatId
    signed: bool


@dataclass(frozen=True, slots=True)
class NoteRead:
    """The facilitator told the writer that the note was read."""

    note: ItemId


@dataclass(frozen=True, slots=True)
class ObservationNoted:
    """What an observer saw of one point of the checklist."""

    observation: ItemId
    number: int
    point: Observed
    seen: Seen
    text: Words
    owner: SeatId
    writer: SeatId


NoteEvent = NoteSent | NoteRead | ObservationNoted
