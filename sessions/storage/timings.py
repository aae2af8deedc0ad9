"""How long commits took, for the benchmark. Without DIALOGUE_TIMINGS in the environment: nothing.

DIALOGUE_TIMINGS="commits.jsonl" writes there, when the process ends, a line per transaction: when it ended (UTC
milliseconds), how long it took (milliseconds) and how many contributions it stored. No line tells of what or whose.
"""

from __future__ import annotations

import atexit
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from sessions.storage.appends import Append

R = TypeVar("R")
Store = Callable[[Sequence[Append]], R]


class _Timings:
    """Where the lines go, and those that wait to be written."""

    def __init__(self, path: str | None) -> None:
        self._path = Path(path) if path else None
        self._lines: list[tuple[int, float, int]] = []
        if self._path is not None:
            atexit.register(self._write, self._path)

    def timed(self, store: Store[R]) -> Store[R]:
        """`store`, taken note of when it is called; just `store` when nobody measures."""
        return store if self._path is None else lambda batch: self._note(store, batch)

    def _note(self, store: Store[R], batch: Sequence[Append]) -> R:
        began = time.perf_counter()
        stored = store(batch)
        took = time.perf_counter() - began
        self._lines.append((time.time_ns() // 1_000_000, round(took * 1000, 3), len(batch)))
        return stored

    def _write(self, path: Path) -> None:
        path.write_text("".join(json.dumps(line) + "\n" for line in self._lines), "utf-8")


timed = _Timings(os.environ.get("DIALOGUE_TIMINGS")).timed
