"""Asking about the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_REASON, QUESTION
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class WordQuestion:
    """Write down a wording: the facilitator's, which the group works on at once, or a suggestion from the group."""

    text: Annotated[Words, QUESTION]
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ChooseQuestion:
    """Work on this wording from now on, with the group's reason if wanted."""

    wording: ItemId
    why: Annotated[Words, OPTIONAL_REASON] = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class MarkHasExperience:
    """Say privately "I have an experience for this", or take that back."""

    wording: ItemId
    has: bool = True
    owner: SeatId | None = None


QuestionCommand = WordQuestion | ChooseQuestion | MarkHasExperience
