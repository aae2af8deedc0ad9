"""Which dialogues are counted together: those of a site as soon as they are enough, those that wait too long with the
rest of their region, and at last with the whole organisation's.

The hierarchy is one and fixed: site, region, all. There is no other way to choose what is counted together, by date,
by group or by subject (rule A3): each further way would be one more subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dialogue.disclosure.blocks import Block, Released, counted, is_enough, ledger

PATIENCE: Final = 4  # quarters that a dialogue waits for others at its own level, before it counts at the next

Hierarchy = Mapping[str, str | None]  # place -> the one it lies in; the organisation lies in none


def gathered(
    secret: bytes,
    known: Iterable[Block],
    released: Iterable[Released],
    hierarchy: Hierarchy,
    now: str,
    items: Iterable[str],
) -> tuple[Block, ...]:
    """The blocks known, unchanged, and behind them the new ones that can be made now.

    `released`: in the order of their release; those in a block already are passed over. `now`: the present quarter.
    """
    blocks, named = ledger(known), tuple(items)
    taken = {dialogue for block in blocks for dialogue in block.dialogues}
    waiting = [one for one in released if one.key not in taken]
    made: list[Block] = []
    for level in _levels(hierarchy):
        for place in level:
            mine = [one for one in waiting if _counts_at(one, hierarchy, now) == place]
            for together in _batches(mine):
                made.append(counted(secret, place, together, named))
                waiting = [one for one in waiting if one not in together]
    return ledger((*blocks, *made))


def _batches(waiting: list[Released]) -> Iterable[tuple[Released, ...]]:
    """As few at a time as may be counted together, those that were released first at the front."""
    together: list[Released] = []
    for one in waiting:
        together.append(one)
        if is_enough(together):
            yield tuple(together)
            together = []


def _counts_at(one: Released, hierarchy: Hierarchy, now: str) -> str:
    """The place among whose dialogues this one waits: one level up for each patience that has passed."""
    place, steps = one.place, (_number(now) - _number(one.quarter)) // PATIENCE
    for _ in range(max(0, steps)):
        place = hierarchy.get(place) or place
    return place


def _number(quarter: str) -> int:
    year, _, number = quarter.partition("-Q")
    return int(year) * 4 + int(number) - 1


def _levels(hierarchy: Hierarchy) -> list[list[str]]:
    """The places, the smallest first, by how deep they lie; in an order that depends on their names alone."""
    depth = {place: len(above(place, hierarchy)) for place in hierarchy}
    return [
        sorted(place for place in depth if depth[place] == level) for level in sorted({*depth.values()}, reverse=True)
    ]


def above(place: str, hierarchy: Hierarchy) -> tuple[str, ...]:
    """All that a place lies in, the nearest first."""
    found: list[str] = []
    while (place := hierarchy.get(place) or "") and place not in found:
        found.append(place)
    return tuple(found)
