"""What happened while the group wrote quietly."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId


@dataclass(frozen=True, slots=True)
class QuietWritingBegan:
    """What is written from now on is hidden from all but its owners."""


@dataclass(frozen=True, slots=True)
class QuietWritingShown:
    """All of it was shown together, numbered in this order, which no one can read anything from."""

    items: tuple[ItemId, ...]


QuietEvent = QuietWritingBegan | QuietWritingShown
