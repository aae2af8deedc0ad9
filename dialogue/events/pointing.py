"""What happened when people pointed at sentences."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import Choices, SeatId


@dataclass(frozen=True, slots=True)
class SentencesPointedAt:
    """A person pointed at these sentences. Replaces what that person pointed at before."""

    seat: SeatId
    sentences: Choices


@dataclass(frozen=True, slots=True)
class PointingShown:
    """What was pointed at was shown together, uncounted."""


PointingEvent = SentencesPointedAt | PointingShown
