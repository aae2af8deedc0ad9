"""Deciding about the course: moves, undo, parking, withdrawal, the end."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import (
    CloseDialogue,
    CourseCommand,
    MoveToStage,
    ParkItem,
    StrikeItem,
    UndoAction,
    UnparkItem,
    WithdrawItem,
)
from dialogue.events import (
    DialogueClosed,
    Event,
    ItemParked,
    ItemStruck,
    ItemUnparked,
    ItemWithdrawn,
    OutcomeProposed,
    OutcomeSettled,
    StageEntered,
)
from dialogue.refusals import (
    AlreadyThere,
    MetaAlreadyCalled,
    NoQuestionYet,
    NotAllowed,
    OutcomeNotSettled,
    ReleaseIsOpen,
    StageNotPlanned,
    UnknownItem,
)
from dialogue.rules.levels import waits
from dialogue.rules.ownership import own
from dialogue.rules.quiet import shown
from dialogue.rules.standing import in_standing, strikeable
from dialogue.rules.undo import undo
from dialogue.state import Dialogue
from dialogue.state.items import AnyItem, Doubt, Kept, Meta, Outcome
from dialogue.state.seats import GIVEN_QUESTION
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, OutcomeKind, OutcomeState, SeatId, StageKey, Standing


def decide(state: Dialogue, command: CourseCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case MoveToStage(stage):
            return _move(state, stage)
        case UndoAction(action):
            return undo(state, action)
        case StrikeItem(item):
            return (ItemStruck(strikeable(state, item).id),)
        case ParkItem(item):
            return (ItemParked(in_standing(state, item, Standing.UP).id),)
        case UnparkItem(item):
            return (ItemUnparked(in_standing(state, item, Standing.PARKED).id),)
        case WithdrawItem(item):
            return _withdraw(state, item, by)
        case CloseDialogue():
            return _close(state, by, ItemId(fresh))
        case _:
            assert_never(command)


def _move(state: Dialogue, stage: StageKey) -> tuple[Event, ...]:
    if stage is state.stage:
        raise AlreadyThere("stage")
    if stage is StageKey.CLOSED or not state.uses(stage):
        raise StageNotPlanned("stage")
    if waits(state):
        raise MetaAlreadyCalled
    beyond_the_question = state.method.order(stage) > state.method.order(StageKey.QUESTION)
    if beyond_the_question and state.question is None:
        raise NoQuestionYet
    return (*shown(state), StageEntered(stage, state.stage))


def _withdraw(state: Dialogue, wanted: ItemId, by: SeatId) -> tuple[Event, ...]:
    item = state.item(wanted)
    if item is None or isinstance(item, Outcome | Meta) or item.standing is Standing.WITHDRAWN:
        raise UnknownItem("item")
    own(state, by, item)
    if item.id == GIVEN_QUESTION:
        # It came with the dialogue and not from a person's mouth.
        raise NotAllowed("item")
    # Whoever takes an experience back takes its narrative along.
    told = (
        sentence
        for sentence in state.sentences.values()
        if sentence.experience == item.id and sentence.standing is not Standing.WITHDRAWN
    )
    along = (*(sentence.id for sentence in told), *_said_again(state, item))
    return (ItemWithdrawn(item.id), *map(ItemWithdrawn, along))


def _said_again(state: Dialogue, item: AnyItem) -> tuple[ItemId, ...]:
    """The owner's present position, when it is held in the words that are withdrawn: they live on nowhere."""
    taken = state.positions.get(item.owner)
    if taken is None or taken.id == item.id or not isinstance(item, Doubt | Kept) or taken.text != item.text:
        return ()
    return (taken.id,)


def _close(state: Dialogue, by: SeatId, fresh: ItemId) -> tuple[Event, ...]:
    if waits(state):
        # Closing would be the veto that nobody has.
        raise MetaAlreadyCalled
    if state.release is not None:
        raise ReleaseIsOpen  # nothing of it would leave, and people would think that it does
    if state.outcome is None:
        # Time ran out: a full result, not an error (method.md section 4).
        nothing = OutcomeKind.NOT_REACHED
        answer = state.answer.id if state.answer else None
        proposed = OutcomeProposed(fresh, nothing, answer, NOTHING_WRITTEN, by, by)
        return (*shown(state), proposed, OutcomeSettled(fresh, nothing), DialogueClosed())
    if state.outcomes[state.outcome].state is not OutcomeState.SETTLED:
        raise OutcomeNotSettled
    return (*shown(state), DialogueClosed())
