"""What happened in the room: hands, the word, ready marks."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import HandReason, SeatId


@dataclass(frozen=True, slots=True)
class HandRaised:
    """A person asks for the word, or says that the thread is lost."""

    seat: SeatId
    reason: HandReason


@dataclass(frozen=True, slots=True)
class HandLowered:
    """A hand went down again."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class WordGiven:
    """The facilitator gave someone the word; their hand is down and they count as heard in this stage."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class ReadyMarked:
    """A person is done with this stage, or took that back."""

    seat: SeatId
    ready: bool


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """The present speaker has finished."""

    seat: SeatId


TurnEvent = HandRaised | HandLowered | WordGiven | ReadyMarked | TurnEnded
