"""What was laid before the group to leave the room, and what its people said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class Consent:
    """What one person said of what may leave: passages kept back, own ones that may, and whether fewer days do."""

    kept_back: frozenset[ItemId] = frozenset()
    agreed: frozenset[ItemId] = frozenset()
    fewer_days: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """What was laid before the group, since when, and what its people said of it.

    `ended`: the time for objections is over. `passages`: what left, once it did.
    """

    since: int
    days: int
    wordings: Mapping[ItemId, Words] = field(default_factory=dict)
    consents: Mapping[SeatId, Consent] = field(default_factory=dict)
    ended: bool = False
    passages: tuple[ItemId, ...] | None = None
