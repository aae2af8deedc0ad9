"""The events of a package: each line against its own link, all in one chain from the first to the signed head.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue.archive.chain import Header, first_link
from dialogue.archive.contents import EVENTS, NotALine, SignedHead, read_event
from dialogue.archive.finding import Finding
from dialogue.archive.order import rows_of
from dialogue.archive.verification import Line, chain_flaws


@dataclass(frozen=True)
class EventsFound:
    """The lines, the numbers of events with which something is wrong, and what that is."""

    lines: Sequence[Line]
    bad: frozenset[int]
    findings: tuple[Finding, ...]

    def good(self) -> Iterator[Header]:
        """The headers of which nothing wrong is known."""
        return (line.header for line in self.lines if line.header.seq not in self.bad)


def events_found(content: bytes, signed: SignedHead) -> EventsFound:
    """Reads and checks data/events.jsonl."""
    rows, ended = rows_of(content, signed.head.seq)
    read = [_event_of(place, row) for place, row in enumerate(rows, 1)]
    if rows and not ended:
        read[-1] = None
    lines = _with_stand_ins(read, signed)
    flaws = list(chain_flaws(signed.dialogue, lines, signed.head))
    findings = (Finding(EVENTS, flaw.place, flaw.code, f"event {flaw.seq}: {flaw.sentence}") for flaw in flaws)
    return EventsFound(lines, frozenset(flaw.seq for flaw in flaws), tuple(findings))


def _event_of(place: int, row: bytes) -> tuple[Header, bytes] | None:
    """None for a line that nobody can have written so. One that is not in its place must at least be whole."""
    try:
        header, link = read_event(row)
    except NotALine:
        return None
    return (header, link) if header.seq == place or header.link() == link else None


def _with_stand_ins(read: Sequence[tuple[Header, bytes] | None], signed: SignedHead) -> list[Line]:
    """A line that was altered is known by its place, and tied to its neighbours, so that it alone is named."""
    lines: list[Line] = []
    prev = first_link(signed.dialogue)
    for place, found in enumerate(read, 1):
        if found is None:
            following = read[place] if place < len(read) else None
            link = following[0].prev if following else signed.head.link
            found = Header(place, "", 0, "", {}, prev), link
        header, prev = found
        lines.append(Line(header, prev, erased=True))  # words lie in a file of their own
    return lines
