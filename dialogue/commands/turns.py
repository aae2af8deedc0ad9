"""Asking for the word, giving it, being ready."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import HandReason, SeatId


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
class EndTurn:
    """Say that the present speaker has finished: the speaker, or the facilitator."""


TurnCommand = RaiseHand | LowerHand | GiveWord | MarkReady | EndTurn
