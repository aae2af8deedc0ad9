"""Looking back: the closing form, the facilitator's own, and how long a device was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_COMMENT
from dialogue.vocabulary import NOTHING_WRITTEN, SeatId, Words


@dataclass(frozen=True, slots=True)
class AnswerEvaluation:
    """Answer the closing form: item key -> value (left out = skipped), and one open word.

    `on_paper`: entered from a sheet that bears no name; it counts for anyone here without a device.
    """

    items: tuple[tuple[str, int], ...] = ()
    open_word: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN
    owner: SeatId | None = None
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class ReflectOnLeading:
    """Answer the facilitator's form, which matches the group's; the last answer counts."""

    items: tuple[tuple[str, int], ...] = ()
    open_word: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class ReportScreenTime:
    """Tell, detached from whoever tells it, for how many seconds a task was open on this device."""

    seconds: int


EvaluationCommand = AnswerEvaluation | ReflectOnLeading | ReportScreenTime
