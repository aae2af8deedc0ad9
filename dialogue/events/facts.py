"""What happened to questions of fact."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class FactAsked:
    """A question of fact to the narrator, about a sentence or about the whole."""

    clarification: ItemId
    number: int
    about: ItemId | None
    text: Words
    owner: SeatId
    writer: SeatId
    signed: bool


@dataclass(frozen=True, slots=True)
class FactAnswered:
    """The answer became this sentence; None when that was undone."""

    clarification: ItemId
    answered_by: ItemId | None


FactEvent = FactAsked | FactAnswered
