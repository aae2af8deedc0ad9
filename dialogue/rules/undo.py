"""Deciding about undo: what an action left must be as it was left, and what it leads back to must still be there."""

from __future__ import annotations

from dialogue.events import (
    ActionUndone,
    ChairAssigned,
    Event,
    HeatedPointMarked,
    ItemRestored,
    ItemStruck,
    LinksSet,
    QuestionChosen,
    ScribeAssigned,
)
from dialogue.refusals import CannotUndo, MetaAlreadyCalled, MetaInProgress, Resting
from dialogue.rules.levels import waits
from dialogue.rules.standing import check_nothing_rests_on, is_there
from dialogue.rules.statements import all_below
from dialogue.state import Dialogue, evolve
from dialogue.state.undo import still_as_left
from dialogue.vocabulary import ItemId, Standing

_AT_ANY_TIME = frozenset(
    {"chair_assigned", "item_parked", "item_unparked", "option_switched", "presence_marked", "scribe_assigned"}
)


def undo(state: Dialogue, number: int) -> tuple[Event, ...]:
    """The events that take an action back; CannotUndo when something has happened to it since."""
    action = next((known for known in state.actions if known.number == number), None)
    if action is None or not still_as_left(state, action):
        raise CannotUndo
    if action.name not in _AT_ANY_TIME:
        # The matter waits; so does what was done to it.
        if state.in_meta:
            raise MetaInProgress
        if state.resting:
            raise Resting
    if action.name == "stage_entered" and waits(state):
        raise MetaAlreadyCalled
    undone = ActionUndone(number)
    after = evolve(state, undone, state.stage_since)
    for event in action.restore:
        _check_can_come_back(after, event)
        after = evolve(after, event, state.stage_since)
    return (undone, *action.restore)


def _check_can_come_back(state: Dialogue, event: Event) -> None:
    """What an undo leads back to must still be there: it may have been withdrawn or built upon since."""
    match event:
        case ItemStruck(item) if item in {state.asked, state.chosen}:
            raise CannotUndo
        case ItemStruck(item):
            struck = state.item(item)
            if struck is None or not struck.up:
                raise CannotUndo
            check_nothing_rests_on(state, struck)
        case ItemRestored(item):
            restored = state.item(item)
            if restored is None or restored.standing is not Standing.STRUCK:
                raise CannotUndo
            _check_label_is_free(state, item)
        case ScribeAssigned(seat) | ChairAssigned(_, seat) if seat is not None:
            known = state.seats[seat]
            if known.gone or known.leads_others:
                raise CannotUndo
        case LinksSet(item, rests_on):
            if item in all_below(state, rests_on) or not all(is_there(state, below) for below in rests_on):
                raise CannotUndo
        case HeatedPointMarked(sentence) if sentence is not None:
            if not is_there(state, sentence) or state.sentences[sentence].experience != state.chosen:
                raise CannotUndo
        case QuestionChosen(wording) if wording is not None:
            if not is_there(state, wording):
                raise CannotUndo
        case _:
            pass


def _check_label_is_free(state: Dialogue, item: ItemId) -> None:
    """A struck sentence gives its number free; if that was used since, the sentence can't come back under it."""
    back = state.sentences.get(item)
    if back is not None and any(
        other.label == back.label and other.experience == back.experience and other.standing is not Standing.STRUCK
        for other in state.sentences.values()
    ):
        raise CannotUndo
