"""Contributions through the real server and through a raw relay: how long until the ack, and until each screen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench import jobs, processes
from bench.jobs import Scenario

RATIO_TARGET = 3.0

ROOMS_OF_25 = Scenario("10 rooms x 25 screens, 100/s", 10, 25, rate=100, seconds=20, warm_up=3)
MANY_ROOMS = Scenario("40 rooms x 25 screens, 400/s", 40, 25, rate=400, seconds=15, warm_up=3)
ONE_LARGE = Scenario(
    "1 room x 1,000 screens, everyone once in 3 s", 1, 1000, 0, seconds=3, warm_up=0, once=True, coalescing=(0, 40)
)
QUICK = (
    Scenario("2 rooms x 5 screens, 10/s", 2, 5, rate=10, seconds=2, warm_up=0.5),
    Scenario("1 room x 20 screens, everyone once in 1 s", 1, 20, 0, 1, warm_up=0, once=True, coalescing=(0, 40)),
)


def measure(scenario: Scenario, *, targeted: bool) -> dict[str, Any]:
    """One scenario: Dialogue, then the relay on the same core with the same load client and texts. Raises Failed."""
    ours = _dialogue(scenario)
    relays = {str(gathered): _relay(scenario, gathered) for gathered in scenario.coalescing}
    ratio = _ratio(ours, relays["0"])
    return {
        "scenario": scenario.told(),
        "dialogue": ours,
        "relays": relays,
        "ratio": ratio,
        "target": RATIO_TARGET if targeted else None,
        "met": ratio is not None and ratio <= RATIO_TARGET if targeted else None,
    }


def _dialogue(scenario: Scenario) -> dict[str, Any]:
    with processes.dialogue(scenario.rooms, scenario.screens) as serving:
        with processes.client(jobs.at_dialogue(serving, scenario)) as client:
            told = processes.line_of(client)
        processes.end(serving.process)  # only then does it tell its commit times
        told["commit"] = _commits(serving.timings, told["window"])
    return told


def _relay(scenario: Scenario, gathered: int) -> dict[str, Any]:
    with processes.relay(gathered) as serving, processes.client(jobs.at_relay(serving, scenario)) as client:
        return processes.line_of(client)


def _commits(path: Path, window: list[int]) -> dict[str, Any]:
    """Time of the transactions that ended within the window, as contributions met it: by the number in each."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    within = [(took, stored) for at, took, stored in lines if window[0] <= at <= window[1]]
    met = sorted(took for took, stored in within for _ in range(stored))
    counted = {"transactions": len(within), "contributions": len(met)}
    return {"p50": at_share(met, 0.5), "p99": at_share(met, 0.99), **counted}


def at_share(ordered: list[float], share: float) -> float | None:
    """A percentile of ordered values; None without any."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def _ratio(ours: dict[str, Any], relay: dict[str, Any]) -> float | None:
    """Screen p99 less the commit's p99, to the relay's; None where something was not delivered."""
    parts: Iterable[float | None] = (ours["screen"]["p99"], ours["commit"]["p99"], relay["screen"]["p99"])
    known = [part for part in parts if part is not None]
    if len(known) < 3 or not known[2]:
        return None
    return round((known[0] - known[1]) / known[2], 2)
