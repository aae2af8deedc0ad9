"""That someone has looked back. What was answered is a detached ballot and stands nowhere here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.vocabulary import SEALED, SeatId, Words


@dataclass(frozen=True, slots=True)
class Rating:
    """One item of a form and the value it was given."""

    item: str
    value: int


Ratings = Annotated[tuple[Rating, ...], SEALED]


@dataclass(frozen=True, slots=True)
class EvaluationAnswered:
    """This person has answered the evaluation."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class LeadingReflectedOn:
    """The facilitator answered the matching form, which is nobody else's to read."""

    items: Ratings
    open_word: Words


@dataclass(frozen=True, slots=True)
class ScreenTimeReported:
    """The device of this seat has told how long it was looked at; how long stands in a detached ballot."""

    seat: SeatId


EvaluationEvent = EvaluationAnswered | LeadingReflectedOn | ScreenTimeReported
