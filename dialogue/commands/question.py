"""Asking about the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import QUESTION
from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class WordQuestion:
    """Write down a wording: the facilitator's, which the group works on at once, or a suggestion from the group."""

    text: Annotated[Words, QUESTION]
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ChooseQuestion:
    """Work on this wording from now on."""

    wording: ItemId


QuestionCommand = WordQuestion | ChooseQuestion
