"""What happened to the question: it was worded, and a wording was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, SeatId, Words


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


QuestionEvent = QuestionWorded | QuestionChosen
