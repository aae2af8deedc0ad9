"""Who let whom in again, and when: whoever can do that can come in as somebody else, so its owner is told of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Final

from dialogue.archive import canonical, day_of
from sessions.storage.store import Storage

TOLD_MS: Final = 90 * 24 * 3600 * 1000
MOST: Final = 5
_RESETS: Final = "let in again "


@dataclass(frozen=True, slots=True)
class Reset:
    """A code was used to choose a new password. `by`: the administrator who made it; empty for the machine's owner."""

    day: str
    by: str = field(repr=False)


class Resets:
    """The last times that each account was let in again, for three months. Times are UTC milliseconds."""

    def __init__(self, storage: Storage) -> None:
        self._links = storage.links

    def note(self, account: str, by: str, at: int) -> None:
        """It happened now."""
        kept = [*self.of(account, at), Reset(day_of(at), by)][-MOST:]
        self._links.take(_RESETS + account, _RESETS, at)
        told = canonical([[one.day, one.by] for one in kept])
        self._links.put(_RESETS + account, _RESETS, told, at, at + TOLD_MS)

    def of(self, account: str, at: int) -> list[Reset]:
        """Those of an account, the latest last."""
        told = self._links.peek(_RESETS + account, _RESETS, at)
        return [Reset(day, by) for day, by in json.loads(told)] if told else []
