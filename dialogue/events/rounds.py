"""What happened to rounds and silences."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class RoundStarted:
    """Everyone gets one turn, in this order; who leads others here comes last."""

    order: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class TurnPassed:
    """A person passed in the round."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class RoundEnded:
    """Everyone had a turn, or the round was ended before."""


@dataclass(frozen=True, slots=True)
class SilenceKept:
    """The group is silent together for so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class SilenceEnded:
    """The silence was ended before its time."""


RoundEvent = RoundStarted | TurnPassed | RoundEnded | SilenceKept | SilenceEnded
