"""The coarse time of a record: days."""

from __future__ import annotations

from datetime import UTC, datetime


def day_of(at: int) -> str:
    """The UTC day of `at` (milliseconds since 1970), e.g. "2026-11-22": all that a header says about time."""
    return datetime.fromtimestamp(at // 1000, UTC).date().isoformat()
