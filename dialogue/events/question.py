"""What happened to the question: it was worded, and a wording was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, SeatId, Tick, Words


@dataclass(frozen=True, slots=True)
class QuestionWorded:
    """A wording of the question was written down. Earlier wordings stay."""

    wording: ItemId
    number: int
    text: Words
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class QuestionChosen:
    """The group works on this wording from now on; None when a choice was undone."""

    wording: ItemId | None
    why: Words = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class HasExperienceMarked:
    """A person said privately "I have an experience for this", or took that back."""

    seat: SeatId
    wording: ItemId
    has: Tick


QuestionEvent = QuestionWorded | QuestionChosen | HasExperienceMarked
