"""Commit times are told to a benchmark that asks, and to nobody else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from sessions.storage import timings

ROOT = Path(__file__).resolve().parents[3]
STORES_A_BATCH_OF_TWO = "from sessions.storage import timings; print(timings.timed(len)([1, 2]))"


def test_without_being_asked_nothing_is_noted() -> None:
    assert timings.timed(len) is len


def test_a_process_that_is_asked_tells_at_its_end_how_long_each_transaction_took(tmp_path: Path) -> None:
    told = tmp_path / "commits.jsonl"
    surroundings = {**os.environ, "DIALOGUE_TIMINGS": str(told)}
    command = [sys.executable, "-c", STORES_A_BATCH_OF_TWO]
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"
    ((at, took, stored),) = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
    assert at > 0
    assert 0 <= took < 60_000
    assert stored == 2
