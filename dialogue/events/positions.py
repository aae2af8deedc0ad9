"""What happened to positions: taken, shown, or expired because what they were about has changed."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, SeatId, Stance, Words


@dataclass(frozen=True, slots=True)
class PositionTaken:
    """A person took a position on one wording. Its words, once shown, are the item of the same id."""

    position: ItemId
    seat: SeatId
    answer: ItemId
    stance: Stance
    text: Words
    signed: bool


@dataclass(frozen=True, slots=True)
class PositionsShown:
    """The positions were shown together; the events beside this one are their words."""

    answer: ItemId


@dataclass(frozen=True, slots=True)
class PositionsExpired:
    """The wording, or what it rests on, has changed since: positions are to be taken anew."""

    answer: ItemId


PositionEvent = PositionTaken | PositionsShown | PositionsExpired
