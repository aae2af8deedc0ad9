"""The closing forms as data: items and their scales (method.md section 5), and what may be said of the answers.

Wordings are made where people read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue.vocabulary import Words


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
    """What may be said of an evaluation. Withheld or not, it has the same shape: every item, every class."""

    form: str
    items: Mapping[str, Mapping[Third, Share]]
    open_words: tuple[Words, ...]


THREE_ITEMS: Mapping[str, Scale] = {
    "helped_me_think": Scale(1, 10),
    "spoke_freely": Scale(1, 5),
    "will_change": Scale(1, 5),
}
FORMS: Mapping[str, Mapping[str, Scale]] = {"three_items": THREE_ITEMS}
DEFAULT_FORM = "three_items"
