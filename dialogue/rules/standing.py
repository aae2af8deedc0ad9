"""How items stand, and what keeps one where it is: others built upon it."""

from __future__ import annotations

from typing import assert_never

from dialogue.refusals import BuiltUpon, NotYours, UnknownItem
from dialogue.state import Dialogue
from dialogue.state.items import (
    Answer,
    AnyItem,
    ChoiceReason,
    Clarification,
    Doubt,
    Experience,
    Kept,
    Meta,
    MetaNote,
    Note,
    Observation,
    Outcome,
    Sentence,
    Statement,
    Test,
    Wording,
)
from dialogue.vocabulary import ItemId, Standing

_THERE = frozenset({Standing.UP, Standing.PARKED})


def is_there(state: Dialogue, wanted: ItemId) -> bool:
    """Whether it stands or is parked: neither struck nor withdrawn."""
    item = state.item(wanted)
    return item is not None and item.standing in _THERE


def in_standing(state: Dialogue, wanted: ItemId, standing: Standing) -> AnyItem:
    """The item, when it stands just so; UnknownItem otherwise."""
    item = state.item(wanted)
    unshown = item is not None and (item.hidden or (isinstance(item, ChoiceReason) and not state.marks_shown))
    if item is None or item.standing is not standing or unshown or isinstance(item, Outcome | Meta):
        # An outcome is taken back, not taken down; a call that was made was made; what is hidden is not there yet.
        raise UnknownItem("item")
    return item


def strikeable(state: Dialogue, wanted: ItemId) -> AnyItem:
    """The item, when the facilitator may take it from the wall; a refusal otherwise."""
    item = in_standing(state, wanted, Standing.UP)
    if isinstance(item, Doubt | Kept | ChoiceReason | Note | Observation):
        # Striking would be closing someone else's doubt, silencing a dissent, or throwing a note away.
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
    if other.standing not in _THERE:
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
        case Sentence() | ChoiceReason():
            return item.id == other.experience
        case Test():
            return item.id in {other.answer, other.experience}
        case Clarification():
            return item.id == other.about
        case Wording() | Experience() | Meta() | MetaNote() | Note() | Observation():
            return False
        case _:
            assert_never(other)
