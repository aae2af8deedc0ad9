"""How items stand, and what keeps one where it is: others built upon it."""

from __future__ import annotations

from typing import assert_never

from dialogue.refusals import BuiltUpon, NotYours, UnknownItem
from dialogue.state import Dialogue
from dialogue.state.items import (
    Answer,
    AnyItem,
    Doubt,
    Experience,
    Kept,
    Outcome,
    Sentence,
    Statement,
    Wording,
)
from dialogue.vocabulary import ItemId, Standing


def is_there(state: Dialogue, wanted: ItemId) -> bool:
    """Whether it stands or is parked: neither struck nor withdrawn."""
    item = state.item(wanted)
    return item is not None and item.standing in {Standing.UP, Standing.PARKED}


def in_standing(state: Dialogue, wanted: ItemId, standing: Standing) -> AnyItem:
    """The item, when it stands just so; UnknownItem otherwise."""
    item = state.item(wanted)
    if item is None or item.standing is not standing or isinstance(item, Outcome):
        # An outcome is taken back, not taken down.
        raise UnknownItem("item")
    return item


def strikeable(state: Dialogue, wanted: ItemId) -> AnyItem:
    """The item, when the facilitator may take it from the wall; a refusal otherwise."""
    item = in_standing(state, wanted, Standing.UP)
    if isinstance(item, Doubt | Kept):
        # Striking would be closing someone else's doubt, or silencing a dissent.
        raise NotYours
    if item.id in {state.question, state.asked, state.chosen}:
        raise BuiltUpon
    check_nothing_rests_on(state, item)
    return item


def check_nothing_rests_on(state: Dialogue, item: AnyItem) -> None:
    """Raise BuiltUpon when something on the wall, or parked, needs this item."""
    if item.id == state.heated or any(_builds_on(state, other, item) for other in state.items()):
        raise BuiltUpon


def _builds_on(state: Dialogue, other: AnyItem, item: AnyItem) -> bool:
    if not is_there(state, other.id):
        return False
    match other:
        case Statement() | Answer():
            return item.id in other.rests_on
        case Doubt():
            return item.id in {other.about, other.link}
        case Kept():
            return item.id == other.answer
        case Outcome():
            return item.id == other.answer and other.id == state.outcome
        case Sentence():
            return item.id == other.experience
        case Wording() | Experience():
            return False
        case _:
            assert_never(other)
