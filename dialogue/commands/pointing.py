"""Pointing at the sentences that answer the question (norwegian; an option of any plan)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, SeatId


@dataclass(frozen=True, slots=True)
class PointAtSentences:
    """Point, privately, at the sentences that answer the question; replaceable until shown."""

    sentences: tuple[ItemId, ...]
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ShowPointing:
    """Show together which sentences were pointed at, uncounted. Irreversible."""


PointingCommand = PointAtSentences | ShowPointing
