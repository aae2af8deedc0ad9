"""The pure core alone: folding a record, and what one more contribution costs each audience."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

from bench import machine
from bench.record import SPOKEN, Long, long_dialogue
from dialogue.commands import RaiseDoubt
from dialogue.rules import decide
from dialogue.state import Dialogue, evolve, fold
from dialogue.views import View, changes, items_by_seat, mine_for, view_for
from dialogue.vocabulary import Audience, ItemId

FOLD_TARGET = 50_000
VIEW_TARGET_MS = 0.3
ENTRIES = 500


def measure(times: int) -> dict[str, Any]:
    """Events folded per second, and milliseconds of view and patch per audience, at 500 entries: medians."""
    usable = machine.cores()
    if len(usable) > 1:
        os.sched_setaffinity(0, {usable[0]})
    try:
        long = long_dialogue(ENTRIES)
        return {"fold": _folding(long, max(3, times // 20)), "views": _viewing(long, times)}
    finally:
        if len(usable) > 1:
            os.sched_setaffinity(0, usable)


def _folding(long: Long, times: int) -> dict[str, Any]:
    took = median(_seconds(lambda: fold(long.happened)) for _ in range(times))
    rate = round(len(long.happened) / took)
    return {"events": len(long.happened), "per_second": rate, "target": FOLD_TARGET, "met": rate >= FOLD_TARGET}


def _viewing(long: Long, times: int) -> dict[str, Any]:
    """What the streams do when a doubt is raised: per audience, and the slices of all seats together."""
    before = long.state
    about = next(iter(before.sentences))
    raised = decide(before, RaiseDoubt(ItemId(about), SPOKEN), long.people[0], "e" * 20).events
    after = before
    for event in raised:
        after = evolve(after, event, 0)
    audiences = {audience.value: _audience_ms(before, after, audience, times) for audience in Audience}
    slices = _slices_ms(before, after, times)
    worst = max(audiences.values())
    return {
        "entries": sum(1 for _ in before.items()),
        "audiences_ms": audiences,
        "slices_of_all_seats_ms": slices,
        "seats": len(before.seats),
        "target": VIEW_TARGET_MS,
        "met": worst <= VIEW_TARGET_MS,
    }


def _audience_ms(before: Dialogue, after: Dialogue, audience: Audience, times: int) -> float:
    shown = view_for(before, audience)

    def one() -> None:
        if not changes(shown, view_for(after, audience, (before, shown))):
            raise AssertionError("a doubt that nobody sees")

    return _median_ms(one, times)


def _slices_ms(before: Dialogue, after: Dialogue, times: int) -> float:
    shown: dict[Any, View] = {seat: mine_for(before, seat) for seat in before.seats}

    def one() -> None:
        belonging = items_by_seat(after)
        for seat, old in shown.items():
            changes(old, mine_for(after, seat, belonging.get(seat, ())))

    return _median_ms(one, times)


def _median_ms(one: Callable[[], None], times: int) -> float:
    return round(median(map(_seconds, [partial(one)] * times)) * 1000, 4)


def _seconds(one: Callable[[], object]) -> float:
    began = time.perf_counter()
    one()
    return time.perf_counter() - began
