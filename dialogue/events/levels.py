"""What happened to the level of the talk: strategy, meta, and back to the matter."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class StrategyMarked:
    """The talk is about which way to go next."""

    text: Words


@dataclass(frozen=True, slots=True)
class ContentResumed:
    """Back from strategy to the matter."""


@dataclass(frozen=True, slots=True)
class MetaCalled:
    """Someone called a dialogue about how we work together; `caller` only when named."""

    meta: ItemId
    number: int
    caller: SeatId | None


@dataclass(frozen=True, slots=True)
class MetaBegun:
    """The present speaker has finished; the matter waits."""

    meta: ItemId


@dataclass(frozen=True, slots=True)
class ChairAssigned:
    """This participant chairs the meta-dialogue; None for the facilitator."""

    meta: ItemId
    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class MetaNoteWritten:
    """A note of the meta-dialogue, kept apart."""

    meta_note: ItemId
    number: int
    meta: ItemId
    text: Words
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class MetaEnded:
    """What we change; the group resumes where it was."""

    meta: ItemId
    what_we_change: Words
    share_notes: bool


LevelEvent = StrategyMarked | ContentResumed | MetaCalled | MetaBegun | ChairAssigned | MetaNoteWritten | MetaEnded
