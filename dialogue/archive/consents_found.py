"""The consents of a package: each event in which something was agreed to, once and in order.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.archive.contents import AGREED, CONSENTS, NotALine, consent_line, consent_seq
from dialogue.archive.events_found import EventsFound
from dialogue.archive.finding import Finding
from dialogue.archive.order import NOT_JUDGED, UNREADABLE, WHY_MISPLACED, misplaced, rows_of


def consent_flaws(content: bytes, events: EventsFound) -> Iterator[Finding]:
    """Checks data/consents.jsonl against the events."""
    agreed = [header for header in events.good() if header.type in AGREED]
    numbers = {consent_line(header).encode(): number for number, header in enumerate(agreed, 1)}
    rows, ended = rows_of(content, len(agreed) + len(events.bad))
    found = [
        numbers[row] if row in numbers else NOT_JUDGED if _seq_of(row) in events.bad else UNREADABLE for row in rows
    ]
    if rows and not ended:
        found[-1] = UNREADABLE
    for place, code, number in misplaced(found, len(agreed)):
        about = f"event {agreed[number - 1].seq}: " if number else ""
        yield Finding(CONSENTS, place, code, f"{about}{WHY_MISPLACED[code]}")


def _seq_of(row: bytes) -> int:
    try:
        return consent_seq(row)
    except NotALine:
        return 0
