"""What happened to the course: stages entered, actions undone, items parked, struck or withdrawn, the end."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, StageKey


@dataclass(frozen=True, slots=True)
class StageEntered:
    """Everyone moved to a stage: forward, back, or to one that was skipped before."""

    stage: StageKey
    origin: StageKey


@dataclass(frozen=True, slots=True)
class ActionUndone:
    """The facilitator took an action of the console back; the events beside this one restore what was."""

    action: int


@dataclass(frozen=True, slots=True)
class ItemStruck:
    """The facilitator took an item from the wall; its words stay in the record."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class ItemRestored:
    """A struck item stands again."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class ItemParked:
    """Stop and park: the facilitator hid an item at once."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class ItemUnparked:
    """A parked item stands again."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class ItemWithdrawn:
    """The owner took an item back. Its words are removed for good; this event is their tombstone and names nobody."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class DialogueClosed:
    """The dialogue is over; nothing more is written."""


CourseEvent = (
    StageEntered | ActionUndone | ItemStruck | ItemRestored | ItemParked | ItemUnparked | ItemWithdrawn | DialogueClosed
)
