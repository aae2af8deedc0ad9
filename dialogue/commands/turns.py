"""Asking for the word, being ready, answering the evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_COMMENT
from dialogue.vocabulary import NOTHING_WRITTEN, HandReason, SeatId, Words


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Ask for the word, or say that the thread is lost."""

    reason: HandReason = HandReason.SPEAK
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class LowerHand:
    """Take a hand down: one's own, or, for the facilitator, anyone's."""

    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class GiveWord:
    """Give someone the word."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class MarkReady:
    """Say that one is done with this stage, or take that back."""

    ready: bool = True
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class AnswerEvaluation:
    """Answer the closing form: item key -> value (left out = skipped), and one open word."""

    items: tuple[tuple[str, int], ...] = ()
    open_word: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN
    owner: SeatId | None = None


TurnCommand = RaiseHand | LowerHand | GiveWord | MarkReady | AnswerEvaluation
