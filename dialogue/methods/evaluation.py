"""The closing forms as data: items and their scales (method.md section 5), and what may be said of the answers.

Wordings are made where people read them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue.vocabulary import PlanOption, Words


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high`, both included."""

    low: int
    high: int

    def has(self, value: int) -> bool:
        """Whether the value lies on the scale."""
        return self.low <= value <= self.high

    def third(self, value: int) -> Third:
        """The third of the scale that a value lies in: 1, 2 | 3 | 4, 5 and 1 to 3 | 4 to 7 | 8 to 10."""
        above = 3 * (value - self.low)
        span = self.high - self.low
        return Third.LOW if above < span else Third.MIDDLE if above <= 2 * span else Third.HIGH


class Third(StrEnum):
    """The three classes in which ratings are told."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Share(StrEnum):
    """How many of those who rated an item are in a class, roughly: none is never told from few, nor all from most."""

    FEW = "few"  # at most a quarter
    SOME = "some"
    MOST = "most"  # at least three quarters
    TOO_FEW = "too_few"  # answers to say anything at all


@dataclass(frozen=True, slots=True)
class Summary:
    """What may be said of an evaluation. Withheld or not, it has the same shape: every item, every class.

    `screen_minutes` is the group's median of how long a task was open on a device, None where too few devices told.
    """

    form: str
    items: Mapping[str, Mapping[Third, Share]]
    open_words: tuple[Words, ...]
    screen_minutes: int | None = None


_TEN, _FIVE = Scale(1, 10), Scale(1, 5)
THREE_ITEMS: Mapping[str, Scale] = {"helped_me_think": _TEN, "spoke_freely": _FIVE, "will_change": _FIVE}
FIVE_ITEMS: Mapping[str, Scale] = {
    "helped_me_think": _TEN,
    "facilitation": _TEN,
    "spoke_freely": _FIVE,
    "open_questions": _FIVE,
    "will_change": _FIVE,
}
# The item bank whole; after the evaluation of moral case deliberation in the Dutch prison service (Schaap 2023).
SEVEN_ITEMS: Mapping[str, Scale] = {
    "helped_me_think": _TEN,
    "facilitation": _TEN,
    "spoke_freely": _FIVE,
    "others_heard": _FIVE,
    "open_questions": _FIVE,
    "see_practice_clearer": _FIVE,
    "will_change": _FIVE,
}
FORMS: Mapping[str, Mapping[str, Scale]] = {
    "three_items": THREE_ITEMS,
    "five_items": FIVE_ITEMS,
    "seven_items": SEVEN_ITEMS,
}
DEFAULT_FORM = "three_items"
SCREEN_TIME = "screen_time"  # no form that people see: the seconds in which a task was open on a device


def form_of(options: Collection[PlanOption]) -> str:
    """The form that a dialogue with these options closes with."""
    if PlanOption.SEVEN_ITEM_EVALUATION in options:
        return "seven_items"
    return "five_items" if PlanOption.FIVE_ITEM_EVALUATION in options else DEFAULT_FORM
