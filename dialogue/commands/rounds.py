"""Asking for a round (everyone once, may pass) or for silence."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class StartRound:
    """Give everyone in the room one turn; who leads others here comes last."""


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Pass in the round."""

    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class EndRound:
    """End the round before everyone had a turn."""


@dataclass(frozen=True, slots=True)
class KeepSilence:
    """Be silent together for so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class EndSilence:
    """End the silence before its time."""


RoundCommand = StartRound | PassTurn | EndRound | KeepSilence | EndSilence
