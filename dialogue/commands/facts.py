"""Asking the narrator for facts: a question, and the sentence that its answer becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import QUESTION, SENTENCE
from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class AskFact:
    """Ask the narrator for a fact, about the narrative or about one sentence of it."""

    text: Annotated[Words, QUESTION]
    about: ItemId | None = None
    signed: bool = False
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """Answer a question of fact by a sentence in the narrator's words, inserted after another or put at the end."""

    clarification: ItemId
    text: Annotated[Words, SENTENCE]
    after: ItemId | None = None


FactCommand = AskFact | AnswerFact
