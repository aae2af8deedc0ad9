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
    QuestionChosen,
    StageEntered,
)
from dialogue.state.items import (
    Answer,
    AnyItem,
    Clarification,
    Doubt,
    Experience,
    Kept,
    Meta,
    Note,
    Sentence,
    Statement,
)
from dialogue.state.whole import Action, Dialogue
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, Level, Position, StageKey, Standing


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
            # Nobody is let in any more, and nobody needs the network: its password is shown nowhere from here on.
            closed = _enter(state, StageKey.CLOSED, at).but(code=None, knocking={}, wifi=None)
            return closed.but(hands={}, meta=None, level=Level.CONTENT, resting=False)
        case _:
            assert_never(event)


def _enter(state: Dialogue, stage: StageKey, at: int) -> Dialogue:
    """Ready marks and "heard" belong to one stage; hands and drafts outlive it."""
    seats = {key: replace(seat, ready=False, heard=False) for key, seat in state.seats.items()}
    here = state.but(stage=stage, stage_since=at, visited=state.visited | {stage}, seats=seats)
    return here.but(speaker=None, round=None, silence_until=None, intervention=None)


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
        # A position that has become no item.
        return _without_choices(state, wanted)
    gone = replace(item, standing=Standing.WITHDRAWN, text=NOTHING_WRITTEN)
    if isinstance(gone, Doubt):
        gone = replace(gone, how=NOTHING_WRITTEN, signature=None)
    if isinstance(gone, Sentence) and item.standing is Standing.STRUCK:
        # Its number was free again, and may belong to another by now.
        gone = replace(gone, label="")
    if isinstance(gone, Experience):
        gone = replace(gone, not_for_examination=False, account=NOTHING_WRITTEN)
    if isinstance(gone, Kept | Clarification | Note | Meta):
        gone = replace(gone, signature=None)
    state = _forgotten(state, item).with_item(gone).but(standings=state.standings + 1)
    state = _unlink(state, wanted)
    state = _without_choices(state, wanted)
    if state.question == wanted:
        state = state.but(question=None, question_why=NOTHING_WRITTEN)
    if state.heated == wanted:
        state = state.but(heated=None)
    if state.asked == wanted:
        state = state.but(asked=None, why=NOTHING_WRITTEN)
    if state.chosen == wanted:
        state = state.but(chosen=None, why=NOTHING_WRITTEN, heated=None, pointing={}, pointing_shown=False)
    return state


def _forgotten(state: Dialogue, gone: AnyItem) -> Dialogue:
    """Withdrawn words live on in no action either. The reason for asking a narrator is words about an experience."""
    kept = tuple(
        _forgetting(action, gone)
        for action in state.actions
        if action.item != gone.id and not (isinstance(gone, Experience) and action.name == "narrator_asked")
    )
    return state.but(actions=kept)


def _forgetting(action: Action, gone: AnyItem) -> Action:
    """The action without the reason why a wording was chosen that is withdrawn now.

    Nor does it bring an outcome back that was proposed while the withdrawn thing still bore the answer.
    """
    restore = tuple(
        replace(event, why=NOTHING_WRITTEN) if isinstance(event, QuestionChosen) and event.wording == gone.id else event
        for event in action.restore
    )
    was = action.was
    if "outcome" in was.fields and isinstance(gone, Experience | Sentence | Statement):
        was = replace(was, fields={**was.fields, "outcome": None, "given": {}})
    return replace(action, restore=restore, was=was)


def _without_choices(state: Dialogue, gone: ItemId) -> Dialogue:
    """Choices whose words were erased with an item: "lived" marks of a wording, a position that had become it.

    A position that was erased reads as standing aside.
    """
    positions = {
        seat: replace(taken, position=Position.STAND_ASIDE, text=NOTHING_WRITTEN) if taken.id == gone else taken
        for seat, taken in state.positions.items()
    }
    lived = {seat: wordings - {gone} for seat, wordings in state.has_experience.items()}
    return state.but(positions=positions, has_experience=lived)


def _unlink(state: Dialogue, gone: ItemId) -> Dialogue:
    """What was built on a withdrawn item loses the link; the group decides whether it stands."""
    for item in tuple(state.items()):
        if not isinstance(item, Statement | Answer) or gone not in item.rests_on:
            continue
        state = state.with_item(replace(item, rests_on=tuple(below for below in item.rests_on if below != gone)))
    return state
