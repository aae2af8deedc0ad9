"""What a rule found, before it is put together with what other rules found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue.redaction.suggestion import Category, Reason


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the text, and what it may be about."""

    start: int
    end: int
    category: Category
    reason: Reason
    keys: tuple[frozenset[str], ...] = field(default=())  # per word: what it may be a form of. Equal things share one


class Taken:
    """Which code points of a text have been found already; what comes first stays."""

    def __init__(self, length: int) -> None:
        self._marked = bytearray(length)
        self.found: list[Found] = []

    def take(self, founds: Iterable[Found]) -> None:
        """Keeps those that touch nothing kept before."""
        for one in founds:
            if self.free(one.start, one.end):
                self._marked[one.start : one.end] = b"\1" * (one.end - one.start)
                self.found.append(one)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing was found between these."""
        return not self._marked.find(1, start, end) >= 0
