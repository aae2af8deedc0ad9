"""The clock: whether its day can be right, and whether it runs evenly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Scene

MADE = date(2026, 11, 1)  # of this version: no clock that shows an earlier day can be right
LASTS = timedelta(days=3650)
SAMPLE_S = 0.05
DRIFT_S = 0.02
SET_IT = "Set the clock, or let the system set it; signing in by code and the day of a dialogue hang on it."


def check(scene: Scene) -> Iterator[Finding]:
    """What the clock says, and how it runs. Whether it is behind the record, the database's check says."""
    yield day(datetime.now(UTC))
    yield from _runs_evenly()


def day(now: datetime) -> Finding:
    """Whether this can be now."""
    local = now.astimezone()
    said = f"{local:%d %B %Y, %H:%M} ({local.tzname()}, UTC{local:%z})"
    if now.date() < MADE:
        return wrong("clock_behind", f"The clock says {said}, before this version of Dialogue was made.", SET_IT)
    if now.date() > MADE + LASTS:
        return care("clock_ahead", f"The clock says {said}, long after this version of Dialogue was made.", SET_IT)
    return fine("clock_plausible", f"The clock says {said}.")


def _runs_evenly() -> Iterator[Finding]:
    even, wall = time.monotonic(), time.time()
    time.sleep(SAMPLE_S)
    passed, shown = time.monotonic() - even, time.time() - wall
    if passed <= 0 or abs(shown - passed) > DRIFT_S:
        yield care(
            "clock_jumps",
            f"In {passed * 1000:.0f} ms the clock went {shown * 1000:.0f} ms: it was just set, or runs unevenly.",
            "Look again in a minute. If it stays so, restart the machine.",
        )
