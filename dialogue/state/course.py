"""How the course and the standing of items change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    ActionUndone,
    CourseEvent,
    DialogueClosed,
    ItemParked,
    ItemRestored,
    ItemStruck,
    ItemUnparked,
    ItemWithdrawn,
    StageEntered,
)
from dialogue.state.items import Answer, AnyItem, Doubt, Experience, Kept, Sentence, Statement
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, StageKey, Standing


def evolve(state: Dialogue, event: CourseEvent, at: int) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case StageEntered(stage, _):
            return _enter(state, stage, at)
        case ActionUndone(action):
            return _take_back(state, action)
        case ItemStruck(item):
            return _stand(state, item, Standing.STRUCK)
        case ItemRestored(item) | ItemUnparked(item):
            return _stand(state, item, Standing.UP)
        case ItemParked(item):
            return _stand(state, item, Standing.PARKED)
        case ItemWithdrawn(item):
            return _withdraw(state, item)
        case DialogueClosed():
            return _enter(state, StageKey.CLOSED, at).but(code=None, hands={}, speaker=None)
        case _:
            assert_never(event)


def _enter(state: Dialogue, stage: StageKey, at: int) -> Dialogue:
    """Ready marks and "heard" belong to one stage; hands and drafts outlive it."""
    seats = {key: replace(seat, ready=False, heard=False) for key, seat in state.seats.items()}
    return state.but(stage=stage, stage_since=at, visited=state.visited | {stage}, seats=seats, speaker=None)


def _take_back(state: Dialogue, number: int) -> Dialogue:
    """The restoring events that follow are not actions of their own, or undoing twice would redo."""
    undone = [action for action in state.actions if action.number == number]
    left = tuple(action for action in state.actions if action.number != number)
    for action in undone:
        state = state.but(restoring=len(action.restore), putting_back=action.was)
    return state.but(actions=left)


def _stand(state: Dialogue, wanted: ItemId, standing: Standing) -> Dialogue:
    item = state.item(wanted)
    if item is None:
        return state
    return state.with_item(replace(item, standing=standing)).but(standings=state.standings + 1)


def _withdraw(state: Dialogue, wanted: ItemId) -> Dialogue:
    item = state.item(wanted)
    if item is None:
        return state
    gone = replace(item, standing=Standing.WITHDRAWN, text=NOTHING_WRITTEN)
    if isinstance(gone, Doubt):
        gone = replace(gone, how=NOTHING_WRITTEN, signature=None)
    if isinstance(gone, Sentence) and item.standing is Standing.STRUCK:
        # Its number was free again, and may belong to another by now.
        gone = replace(gone, label="")
    if isinstance(gone, Experience):
        gone = replace(gone, not_for_examination=False)
    if isinstance(gone, Kept):
        gone = replace(gone, signature=None)
    state = _forgotten(state, item).with_item(gone).but(standings=state.standings + 1)
    state = _unlink(state, wanted)
    if state.question == wanted:
        state = state.but(question=None)
    if state.heated == wanted:
        state = state.but(heated=None)
    if state.asked == wanted:
        state = state.but(asked=None, why=NOTHING_WRITTEN)
    if state.chosen == wanted:
        state = state.but(chosen=None, why=NOTHING_WRITTEN, heated=None)
    return state


def _forgotten(state: Dialogue, gone: AnyItem) -> Dialogue:
    """Withdrawn words live on in no action either. The reason for asking a narrator is words about an experience."""
    kept = tuple(
        action
        for action in state.actions
        if action.item != gone.id and not (isinstance(gone, Experience) and action.name == "narrator_asked")
    )
    return state.but(actions=kept)


def _unlink(state: Dialogue, gone: ItemId) -> Dialogue:
    """What was built on a withdrawn item loses the link; the group decides whether it stands."""
    for item in tuple(state.items()):
        if not isinstance(item, Statement | Answer) or gone not in item.rests_on:
            continue
        state = state.with_item(replace(item, rests_on=tuple(below for below in item.rests_on if below != gone)))
    return state
