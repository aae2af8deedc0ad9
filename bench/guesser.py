"""Somebody who guesses join codes at a rate: `… RATE SECONDS`, and what to know of the server as JSON on the input.

Says one JSON line at the end: {per_minute, p50_ms, found}.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.processes import Serving
from bench.visiting import Browser
from sessions.rooms.ids import new_code

HANDS = 16  # each answer is kept back for a while, so one hand would not reach the rate


def main(arguments: list[str]) -> None:
    """Guess until the time is over."""
    rate, seconds = float(arguments[0]), float(arguments[1])
    _give_way()
    said: dict[str, Any] = json.loads(sys.stdin.readline())
    serving = Serving(said, None, Path())  # type: ignore[arg-type]  # the process is not ours
    began, took, found = time.perf_counter(), [], []

    def guesses(first: int) -> None:
        browser = Browser(serving)
        for number in range(first, int(rate * seconds), HANDS):
            time.sleep(max(0.0, began + number / rate - time.perf_counter()))
            if time.perf_counter() - began > seconds:
                break
            asked = time.perf_counter()
            status = browser.post("/join", {"code": new_code()})[0]
            took.append(time.perf_counter() - asked)
            if status not in {404, 429}:
                found.append(status)
        browser.close()

    hands = [threading.Thread(target=guesses, args=(first,)) for first in range(HANDS)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    lasted = time.perf_counter() - began
    told = {"per_minute": round(len(took) / lasted * 60), "p50_ms": round(median(took) * 1000, 1), "found": len(found)}
    print(json.dumps(told), flush=True)


def _give_way() -> None:
    """It shares a core with the client whose waiting is measured, and must not be what makes it wait."""
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    else:
        os.nice(19)


if __name__ == "__main__":
    main(sys.argv[1:])
