"""Asking on the way to an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import COMMENT, OPTIONAL_COMMENT, OPTIONAL_QUESTION, SENTENCE
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, OutcomeKind, Remainder, SeatId, Words


@dataclass(frozen=True, slots=True)
class WordAnswer:
    """Write a version of the answer; a new wording is a new version."""

    text: Annotated[Words, SENTENCE]
    rests_on: tuple[ItemId, ...] = ()
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class VoiceRemainder:
    """Keep a reservation or dissent beside the current answer, in one's own words."""

    kind: Remainder
    answer: ItemId
    text: Annotated[Words, COMMENT]
    signed: bool = False
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ProposeOutcome:
    """Propose how the dialogue ends."""

    kind: OutcomeKind
    dividing_question: Annotated[Words, OPTIONAL_QUESTION] = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class AnswerOutcome:
    """Confirm the proposed outcome, or object to it with a sentence if wanted."""

    outcome: ItemId
    confirms: bool
    objection: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class SettleOutcome:
    """Record the outcome as the group left it."""


@dataclass(frozen=True, slots=True)
class TakeBackOutcome:
    """Take the proposal back to go on thinking."""


ConsensusCommand = WordAnswer | VoiceRemainder | ProposeOutcome | AnswerOutcome | SettleOutcome | TakeBackOutcome
