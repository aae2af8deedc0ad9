"""The chain that makes a record provable: canonical JSON, commitments per field, linked hashes, verification.

Every event becomes a *header*: its place, type, day and one commitment per field, but none of the fields.
Headers are chained, so that a text can be erased for good and the chain still verifies. Whoever holds a
field's text and salt can prove that it is what was written; the header alone tells nothing about it.

Works on values in memory with the standard library only. Salts come from the caller: nothing here is random.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

TAG = b"dialogue/event/1"
GENESIS_TAG = b"dialogue/first/1"
LARGEST = 2**53 - 1

# Fields that begin with this mark belong to the record itself (its time, its structure). A package may leave
# them out in silence, whereas a person's field may be absent only when the record says that it was erased.
OWN_MARK = "@"

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class NotCanonical(ValueError):
    """The value has no single canonical form: an infinity, a huge integer, a type that JSON does not know."""


def canonical(value: object) -> str:
    """The one JSON text of `value`: keys sorted, no spaces, no escapes beyond JSON's own.

    Fractions are written with the fewest digits that read back as the same number. A commitment is made of this
    text, which is kept: nobody who verifies has to write a number again. Raises NotCanonical for infinities, for
    integers that other readers would round, and for anything that is not JSON.
    """
    _require_canonical(value)
    return _ENCODER.encode(value)


def _require_canonical(value: object) -> None:
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) > LARGEST:
                raise NotCanonical("an integer beyond 2^53 is read differently by different programs")
        case float():
            if not math.isfinite(value):
                raise NotCanonical("JSON knows neither infinity nor what is not a number")
        case dict():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise NotCanonical(f"a key is a text, not {type(key).__name__}")
                _require_canonical(inner)
        case list() | tuple():
            for inner in value:
                _require_canonical(inner)
        case _:
            raise NotCanonical(f"{type(value).__name__} has no canonical JSON form")


@dataclass(frozen=True, slots=True)
class Opened:
    """A field's text together with the salt that its commitment was made with."""

    salt: bytes
    text: str


def commitment(opened: Opened) -> str:
    """HMAC-SHA256(salt, text), as 64 hexadecimal digits."""
    return hmac.digest(opened.salt, opened.text.encode(), "sha256").hex()


def day_of(at: int) -> str:
    """The UTC day of `at` (milliseconds since 1970), e.g. "2026-11-22": all that a header says about time."""
    return datetime.fromtimestamp(at // 1000, UTC).date().isoformat()


def first_link(dialogue: str) -> bytes:
    """What the first header is chained to, so that no line can be moved to another dialogue. 32 bytes."""
    return hashlib.sha256(GENESIS_TAG + dialogue.encode()).digest()


@dataclass(frozen=True, slots=True)
class Header:
    """What the chain is made of. `prev` and the link that results are 32 bytes each."""

    seq: int
    type: str
    v: int
    day: str
    commitments: Mapping[str, str]
    prev: bytes

    def link(self) -> bytes:
        """SHA-256(tag, previous link, canonical header)."""
        shown: dict[str, object] = {
            "seq": self.seq, "type": self.type, "v": self.v, "day": self.day,
            "commitments": dict(self.commitments), "prev": self.prev.hex(),
        }  # fmt: skip
        return hashlib.sha256(TAG + self.prev + canonical(shown).encode()).digest()


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends: the number of its last line and that line's link."""

    seq: int
    link: bytes

    def short_form(self) -> str:
        """Sixteen digits in four groups, for reading aloud and printing at closing."""
        digits = self.link.hex()[:16]
        return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was found: header, the link stored with it, and the fields that are still there.

    `opened[name]` is None where something is stored that cannot be opened. `erased`: the record itself says
    that this line's words were erased.
    """

    header: Header
    link: bytes
    opened: Mapping[str, Opened | None] = field(default_factory=dict)
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong at line `seq`: a stable code and a sentence."""

    seq: int
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
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
    flaws = list(_flaws(dialogue, found, head))
    bad = {flaw.seq for flaw in flaws}
    good = [line for line in found if line.header.seq not in bad]
    erased = sum(1 for line in good if _absent(line))
    return Report(len(good) - erased, erased, len(bad), flaws[0] if flaws else None)


def _flaws(dialogue: str, found: Sequence[Line], head: Head | None) -> Iterator[Flaw]:
    numbers = {line.header.seq for line in found}
    expected, prev = 1, first_link(dialogue)
    for line in found:
        seq = line.header.seq
        for gone in range(expected, seq):
            if gone not in numbers:
                yield Flaw(gone, "missing_line", "this line is missing.")
        if seq < expected or any(number in numbers for number in range(expected, seq)):
            yield Flaw(seq, "swapped_line", "this line is not in its place.")
        elif seq == expected and line.header.prev != prev:
            yield Flaw(seq, "broken_link", "this line does not continue the one before it.")
        for code, sentence in _inside(line):
            yield Flaw(seq, code, sentence)
        expected, prev = max(expected, seq + 1), line.link
    if head is not None:
        yield from _wrong_end(Head(expected - 1, prev), head)


def _wrong_end(end: Head, head: Head) -> Iterator[Flaw]:
    for gone in range(end.seq + 1, head.seq + 1):
        yield Flaw(gone, "cut_tail", f"the record ends before line {head.seq}, its last.")
    if end.seq > head.seq or (end.seq == head.seq and end.link != head.link):
        yield Flaw(end.seq, "other_head", "the record does not end where its head says.")


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
