"""Whether lines are those that were written: each against its own link, all against the head that is kept apart.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue.archive.chain import OWN_MARK, Head, Header, NotCanonical, Opened, commitment, first_link


@dataclass(frozen=True)
class Line:
    """One line as it was found: header, the link stored with it, and the fields that are still there.

    `opened[name]` is None where something is stored that cannot be opened. `erased`: the record itself says
    that this line's words were erased.
    """

    header: Header
    link: bytes
    opened: Mapping[str, Opened | None] = field(default_factory=dict)
    erased: bool = False


@dataclass(frozen=True)
class Flaw:
    """Something wrong at event `seq`: a stable code and a sentence. `place` counts the lines as found, from 1."""

    seq: int
    place: int
    code: str
    sentence: str


@dataclass(frozen=True)
class Report:
    """How many lines are whole, have erased words, are altered or missing; and what is wrong first."""

    present: int
    erased: int
    altered: int
    first_bad: Flaw | None = None

    def __str__(self) -> str:
        counts = f"{self.present} present, {self.erased} erased, {self.altered} altered"
        bad = self.first_bad
        return counts if bad is None else f"{counts}. Line {bad.seq}: {bad.sentence}"


def verify(dialogue: str, lines: Iterable[Line], head: Head | None = None) -> Report:
    """Checks lines, in the order found, against their own links and against `head`, which is kept apart."""
    found = list(lines)
    flaws = list(chain_flaws(dialogue, found, head))
    bad = {flaw.seq for flaw in flaws}
    good = [line for line in found if line.header.seq not in bad]
    erased = sum(1 for line in good if _absent(line))
    return Report(len(good) - erased, erased, len(bad), flaws[0] if flaws else None)


def chain_flaws(dialogue: str, found: Sequence[Line], head: Head | None) -> Iterator[Flaw]:
    """All that is wrong, in the order of the lines."""
    numbers = {line.header.seq for line in found}
    expected, prev = 1, first_link(dialogue)
    for place, line in enumerate(found, 1):
        seq = line.header.seq
        for gone in range(expected, seq):
            if gone not in numbers:
                yield Flaw(gone, place, "missing_line", "this line is missing.")
        if seq < expected or any(number in numbers for number in range(expected, seq)):
            yield Flaw(seq, place, "swapped_line", "this line is not in its place.")
        elif seq == expected and line.header.prev != prev:
            yield Flaw(seq, place, "broken_link", "this line does not continue the one before it.")
        for code, sentence in _inside(line):
            yield Flaw(seq, place, code, sentence)
        expected, prev = max(expected, seq + 1), line.link
    if head is not None:
        yield from _wrong_end(len(found), Head(expected - 1, prev), head)


def _wrong_end(lines: int, end: Head, head: Head) -> Iterator[Flaw]:
    for gone in range(end.seq + 1, head.seq + 1):
        yield Flaw(gone, lines + gone - end.seq, "cut_tail", f"the record ends before line {head.seq}, its last.")
    if end.seq > head.seq or (end.seq == head.seq and end.link != head.link):
        yield Flaw(end.seq, lines, "other_head", "the record does not end where its head says.")


def _inside(line: Line) -> Iterator[tuple[str, str]]:
    if not _own_link(line):
        yield "altered_line", "this line was changed after it was written."
    for name in _absent(line):
        if not line.erased:
            yield "missing_words", f"the words of “{name}” are gone, and nothing says that they were erased."
    for name, opened in line.opened.items():
        promised = line.header.commitments.get(name)
        if promised is None:
            yield "added_words", f"the words of “{name}” were added later."
        elif opened is None or commitment(opened) != promised:
            yield "altered_words", f"the words of “{name}” are not those that were written."


def _own_link(line: Line) -> bool:
    try:
        return line.header.link() == line.link
    except NotCanonical:
        return False


def _absent(line: Line) -> list[str]:
    promised = line.header.commitments
    return [name for name in promised if name not in line.opened and not name.startswith(OWN_MARK)]
