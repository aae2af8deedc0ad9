"""The door and the staff's entrance: what a check of rights costs, whether signing in holds anybody up, whether codes
that somebody guesses do, and how fast a hall comes in from one address."""

from __future__ import annotations

import json
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from bench import jobs, machine, processes
from bench.jobs import Scenario
from bench.live import at_share
from bench.processes import Serving
from bench.visiting import Browser, arrivals
from sessions.permissions import PERMITS

CHECK_TARGET_US = 5.0
HUB_TARGET_MS = 30.0
GUESSES_A_MINUTE = 10_000
LEAST_GUESSES = 9_500  # somebody who falls further short of it has shown nothing
GUESSING_TARGET = 1.2
JOIN_TARGET_S = 1.0
LOAD = Scenario("10 rooms x 25 screens, 100/s", 10, 25, rate=100, seconds=12, warm_up=3)
SMALL = Scenario("2 rooms x 5 screens, 10/s", 2, 5, rate=10, seconds=2, warm_up=0.5)


def measure(*, quick: bool) -> dict[str, Any]:
    """Microseconds, milliseconds and ratios, each with its target."""
    return {
        "check": _checks(),
        "sign_in": _signing_in(4 if quick else 40),
        "guessing": _guessing(1 if quick else 5, SMALL if quick else LOAD),
        "joining": _joining(12, 2.0) if quick else _joining(300, 10.0),
    }


def _checks() -> dict[str, Any]:
    """The target is the map's; what a whole request and a command are checked for is reported beside it."""
    with processes.dialogue(1, 1, CHECKS="1") as serving:
        took = serving.said["checks"]
    return {"actions": len(PERMITS), **took, "target": CHECK_TARGET_US, "met": took["us"] <= CHECK_TARGET_US}


def _signing_in(times: int) -> dict[str, Any]:
    """How late the hub came to what it was to do every 5 ms, without and with people who sign in, four at a time."""
    with tempfile.TemporaryDirectory() as folder:
        late = Path(folder) / "late.jsonl"
        with processes.dialogue(1, 1, HUB_LATE=str(late)) as serving:
            time.sleep(3.0)
            began = time.time()
            took = _all_sign_in(serving, times)
            ended = time.time()
            time.sleep(0.5)
        lines = [json.loads(line) for line in late.read_text("utf-8").splitlines()]
    quiet = [late for at, late in lines if at < began]
    busy = sorted(late for at, late in lines if began <= at <= ended)
    worst = round(max(busy), 1)
    return {
        "sign_ins": times,
        "sign_in_ms": round(median(took) * 1000),
        "hub_late_ms": {"quiet": round(max(quiet), 1), "p99": at_share(busy, 0.99), "most": worst},
        "target": HUB_TARGET_MS,
        "met": worst <= HUB_TARGET_MS,
    }


def _all_sign_in(serving: Serving, times: int) -> list[float]:
    def signs_in(_: int) -> float:
        browser = Browser(serving)
        began = time.perf_counter()
        status = browser.post("/sign-in", {"name": serving.said["signer"], "password": serving.said["password"]})[0]
        if status != 302:
            raise processes.Failed(f"Signing in was answered with {status}.")
        return time.perf_counter() - began

    with ThreadPoolExecutor(4) as four:
        return list(four.map(signs_in, range(times)))


def _guessing(times: int, scenario: Scenario) -> dict[str, Any]:
    """Screens under load, in turns with nobody and with somebody guessing; the ratio is of medians over the turns."""
    screens: dict[str, list[float]] = {"quiet": [], "guessed": []}
    told: list[dict[str, Any]] = []
    for turn in range(times):
        for kind in ("quiet", "guessed") if turn % 2 else ("guessed", "quiet"):
            with (
                processes.dialogue(scenario.rooms, scenario.screens) as serving,
                processes.client(jobs.at_dialogue(serving, scenario)) as client,
            ):
                if kind == "guessed":
                    told.append(_guess(serving, scenario))
                screens[kind].append(processes.line_of(client)["screen"]["p99"])
    return {"scenario": scenario.name, "turns": times, **judged(screens, told)}


def judged(screens: dict[str, list[float]], told: list[dict[str, Any]]) -> dict[str, Any]:
    """The target is met only where somebody did guess so often, in every turn, and found nothing in any."""
    ratio = round(median(screens["guessed"]) / median(screens["quiet"]), 2)
    least, found = min(one["per_minute"] for one in told), sum(one["found"] for one in told)
    return {
        "screen_p99_ms": screens,
        "guesses": {"least_per_minute": least, "p50_ms": median(one["p50_ms"] for one in told), "found": found},
        "ratio": ratio,
        "target": GUESSING_TARGET,
        "least": LEAST_GUESSES,
        "met": ratio <= GUESSING_TARGET and least >= LEAST_GUESSES and not found,
    }


def _guess(serving: Serving, scenario: Scenario) -> dict[str, Any]:
    lasts = scenario.seconds + scenario.warm_up
    with processes.guesser(serving, GUESSES_A_MINUTE / 60, lasts) as guessing:
        return processes.line_of(guessing)


def _joining(people: int, seconds: float) -> dict[str, Any]:
    """Everyone of a hall: the page of names, the name, the room and what is in it; from one address, at random
    moments."""
    usable = machine.cores()
    with processes.dialogue(1, 1) as serving:
        code = serving.said["rooms"][0]["code"]
        if len(usable) > 1:
            os.sched_setaffinity(0, {usable[-1]})
        try:
            took = sorted(arrivals(serving, code, people, seconds, Random(7)))
        finally:
            os.sched_setaffinity(0, usable)
    p95 = at_share(took, 0.95) or 0.0
    return {
        "people": people, "seconds": seconds, "p50_s": round(at_share(took, 0.5) or 0.0, 3), "p95_s": round(p95, 3),
        "target": JOIN_TARGET_S, "met": p95 <= JOIN_TARGET_S,
    }  # fmt: skip
