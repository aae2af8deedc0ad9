"""What happened when an answer was tested."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, Matter, SeatId, TestResult, Words


@dataclass(frozen=True, slots=True)
class AnswerTested:
    """What another experience says of one version of the answer."""

    test: ItemId
    number: int
    answer: ItemId
    experience: ItemId
    result: TestResult
    matter: Matter | None
    note: Words
    owner: SeatId
    writer: SeatId


TestingEvent = AnswerTested
