"""Asking about the narrative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import SENTENCE
from dialogue.vocabulary import ItemId, Words


@dataclass(frozen=True, slots=True)
class WriteSentence:
    """Write the narrator's next sentence, or insert one after another (an answer to a question of fact: 3a)."""

    text: Annotated[Words, SENTENCE]
    after: ItemId | None = None


@dataclass(frozen=True, slots=True)
class CorrectSentence:
    """Correct a sentence as its narrator says it."""

    sentence: ItemId
    text: Annotated[Words, SENTENCE]


@dataclass(frozen=True, slots=True)
class ApproveNarrative:
    """The narrator approves these sentences, or all, as they stand now."""

    sentences: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkHeatedPoint:
    """Mark the decisive moment; None takes the mark away."""

    sentence: ItemId | None


NarrativeCommand = WriteSentence | CorrectSentence | ApproveNarrative | MarkHeatedPoint
