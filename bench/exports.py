"""Exports of a long dialogue: how long whoever asked for one waits for the file, and how late the hub is meanwhile."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench import processes
from bench.processes import Failed, Serving
from bench.visiting import Browser
from dialogue.transcript.narrowing import Part
from sessions.exports.formats import ALL

HUB_TARGET_MS = 30.0
TARGETS_S = {"docx": 1.0, "odt": 1.0, "xlsx": 1.0, "pdf": 5.0}
LOOK_S = 0.05  # between two looks at whether it is ready


def measure(entries: int, times: int) -> dict[str, Any]:
    """Seconds from pressing the button to having the file, medians; milliseconds that the hub was late at most."""
    with tempfile.TemporaryDirectory() as folder:
        late = Path(folder) / "late.jsonl"
        with processes.dialogue(1, 25, entries, HUB_LATE=str(late)) as serving:
            _exported(serving, "json")  # the first page of a new server makes all style sheets and scripts smaller
            settled = time.time()
            time.sleep(2.0)
            began = time.time()
            formats = {known.key: _format(serving, known.key, times) for known in ALL}
            ended = time.time()
        lines = [json.loads(line) for line in late.read_text("utf-8").splitlines()]
    quiet = max((late for at, late in lines if settled < at < began), default=0.0)
    worst = round(max(late for at, late in lines if began <= at <= ended), 1)
    return {
        "entries": entries,
        "formats": formats,
        "hub": {"quiet_ms": round(quiet, 1), "most_ms": worst, "target": HUB_TARGET_MS, "met": worst <= HUB_TARGET_MS},
    }


def _format(serving: Serving, key: str, times: int) -> dict[str, Any]:
    took = round(median(_exported(serving, key) for _ in range(times)), 2)
    target = TARGETS_S.get(key)
    return {"s": took, "target": target, "met": target is None or took <= target}


def _exported(serving: Serving, key: str) -> float:
    browser, began = Browser(serving, sign_in=str(serving.said["sign_in"])), time.perf_counter()
    here = f"/d/{serving.said['rooms'][0]['dialogue']}/export"
    try:
        status, job, _ = browser.post(here, {"format": key, "parts": [part.value for part in Part]})
        if status != 303:
            raise Failed(f"An export as {key} was answered with {status}.")
        while "/file" not in (page := browser.get(job)[2]):
            if 'http-equiv="refresh"' not in page:
                raise Failed(f"An export as {key} came to nothing.")
            time.sleep(LOOK_S)
        if (status := browser.post(f"{job}/file", {})[0]) != 200:
            raise Failed(f"The file of an export as {key} was answered with {status}.")
        return time.perf_counter() - began
    finally:
        browser.close()
