"""Asking whether an answer holds for the other experiences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_REASON
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, Matter, SeatId, TestResult, Words


@dataclass(frozen=True, slots=True)
class TestAnswer:
    """Write down what another experience says of the current answer; a later test of the same pair replaces it."""

    __test__ = False  # not one of pytest's

    answer: ItemId
    experience: ItemId
    result: TestResult
    note: Annotated[Words, OPTIONAL_REASON] = NOTHING_WRITTEN
    matter: Matter | None = None
    owner: SeatId | None = None


TestingCommand = TestAnswer
