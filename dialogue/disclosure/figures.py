"""What managers read of a place: sums of blocks, rounded. Made of blocks alone, so that nothing here can tell more than
they do; a cell of which too little is known is there, and says so."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dialogue.disclosure.blocks import PEOPLE, Block, ledger
from dialogue.disclosure.gathering import Hierarchy, above
from dialogue.disclosure.noise import VARIANCE
from dialogue.methods.evaluation import Third

ROUNDED: Final = 5  # percent
Z: Final = 1.64  # of a standard error: nine in ten such intervals hold what they are for
_BANDS: Final = (10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of those who rated an item are in a third of its scale, in percent; None: too few answers to show.

    `low` and `high`: where the share would lie for many such groups, nine times in ten, noise counted in.
    """

    share: int | None = None
    low: int | None = None
    high: int | None = None


Figures = Mapping[str, Mapping[Third, Figure]]


def figures(
    blocks: Iterable[Block], hierarchy: Hierarchy, place: str, items: Iterable[str], quarter: str = ""
) -> Figures:
    """Item -> third -> figure, for a place with all that lies in it; of one quarter, or of all. The shape is the same
    whatever is withheld."""
    mine = within(blocks, hierarchy, place, quarter)
    return {item: _shares([block.counts[item] for block in mine if item in block.counts]) for item in items}


def within(blocks: Iterable[Block], hierarchy: Hierarchy, place: str, quarter: str = "") -> list[Block]:
    """The blocks of a place and of all that lies in it."""
    return [
        block
        for block in ledger(blocks)
        if (block.place == place or place in above(block.place, hierarchy)) and quarter in {"", block.quarter}
    ]


def band(people: int) -> tuple[int, int | None] | None:
    """How many people, roughly: from, and to (None: or more); None below ten."""
    if people < _BANDS[0]:
        return None
    start = max(edge for edge in _BANDS if edge <= people)
    beyond = [edge for edge in _BANDS if edge > people]
    return start, beyond[0] - 1 if beyond else None


def _shares(counts: list[Mapping[Third, int]]) -> Mapping[Third, Figure]:
    told = {third: max(0, sum(one[third] for one in counts)) for third in Third}
    people = sum(told.values())
    if people < PEOPLE:
        return dict.fromkeys(Third, Figure())
    return {third: _figure(told[third] / people, people, len(counts)) for third in Third}


def _figure(share: float, people: int, blocks: int) -> Figure:
    # The error of a sample, and the noise of this third and of the total that it is a share of.
    noise = blocks * float(VARIANCE) * ((1 - share) ** 2 + 2 * share**2) / people**2
    # A share of none or of all has an error, too: that of one answer that might as well have been different.
    sample = max(share * (1 - share), 1 / (people + 2)) / people
    error = Z * math.sqrt(sample + noise)
    return Figure(
        _rounded(share), _rounded(max(0.0, share - error), down=True), _rounded(min(1.0, share + error), up=True)
    )


def _rounded(share: float, *, down: bool = False, up: bool = False) -> int:
    steps = 100 * share / ROUNDED
    return ROUNDED * (math.floor(steps) if down else math.ceil(steps) if up else math.floor(steps + 0.5))
