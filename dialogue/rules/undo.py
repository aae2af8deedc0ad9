"""Deciding about undo: what an action left must be as it was left, and what it leads back to must still be there."""

from __future__ import annotations

from dialogue.events import (
    ActionUndone,
    Event,
    HeatedPointMarked,
    ItemRestored,
    ItemStruck,
    LinksSet,
    QuestionChosen,
)
from dialogue.refusals import CannotUndo
from dialogue.rules.standing import check_nothing_rests_on, in_standing, is_there
from dialogue.rules.statements import all_below
from dialogue.state import Dialogue
from dialogue.state.undo import still_as_left
from dialogue.vocabulary import ItemId, Standing


def undo(state: Dialogue, number: int) -> tuple[Event, ...]:
    """The events that take an action back; CannotUndo when something has happened to it since."""
    action = next((known for known in state.actions if known.number == number), None)
    if action is None or not still_as_left(state, action):
        raise CannotUndo
    for event in action.restore:
        _check_can_come_back(state, event)
    return (ActionUndone(number), *action.restore)


def _check_can_come_back(state: Dialogue, event: Event) -> None:
    """What an undo leads back to must still be there: it may have been withdrawn or built upon since."""
    match event:
        case ItemStruck(item) if item in {state.asked, state.chosen}:
            raise CannotUndo
        case ItemStruck(item):
            check_nothing_rests_on(state, in_standing(state, item, Standing.UP))
        case ItemRestored(item):
            _check_label_is_free(state, item)
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
