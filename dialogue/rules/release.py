"""Deciding about what may leave the room. Keeping back looks like saying nothing: one event for every answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from dialogue.commands import (
    AnswerRelease,
    EndObjections,
    OpenRelease,
    ReleaseCommand,
    ReleaseResult,
    TakeBackRelease,
    WordPassage,
)
from dialogue.events import (
    DialogueClosed,
    Event,
    ObjectionsEnded,
    PassageWorded,
    ReleaseAnswered,
    ReleaseOpened,
    ReleaseTakenBack,
    ResultReleased,
)
from dialogue.passages import OF_ONE, Passage, leaving, passages
from dialogue.refusals import (
    BadDays,
    MetaAlreadyCalled,
    NotReleasing,
    NotYours,
    ObjectionsOpen,
    OutcomeNotSettled,
    ReleaseIsOpen,
    UnknownItem,
    WrongStage,
)
from dialogue.rules.levels import waits
from dialogue.rules.ownership import person_only, private_to
from dialogue.rules.quiet import shown
from dialogue.state import Dialogue
from dialogue.state.consent import Release
from dialogue.state.release import DAYS
from dialogue.vocabulary import ItemId, OutcomeState, SeatId, StageKey, Words


def decide(state: Dialogue, command: ReleaseCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case OpenRelease(days):
            return _open(state, days)
        case TakeBackRelease():
            _release(state)
            return (ReleaseTakenBack(),)
        case WordPassage(passage, text):
            return _word(state, passage, text, by)
        case AnswerRelease():
            return (_answer(state, command, by),)
        case EndObjections():
            release = state.release
            return (ObjectionsEnded(),) if release is not None and not release.ended else ()
        case ReleaseResult():
            return _leave(state)
        case _:
            assert_never(command)


def _open(state: Dialogue, days: int) -> tuple[Event, ...]:
    if state.stage is not StageKey.CLOSING:
        raise WrongStage
    if not 0 <= days <= DAYS:
        raise BadDays("days")
    if state.release is not None:
        raise ReleaseIsOpen
    outcome = state.outcomes.get(state.outcome) if state.outcome else None
    if outcome is None or outcome.state is not OutcomeState.SETTLED:
        raise OutcomeNotSettled
    return (*shown(state), ReleaseOpened(days))


def _release(state: Dialogue) -> Release:
    if state.release is None:
        raise NotReleasing
    return state.release


def _word(state: Dialogue, wanted: ItemId, text: Words, by: SeatId) -> tuple[Event, ...]:
    _release(state)
    passage = _known(state, wanted)
    item = state.item(wanted)
    mine = item is not None and state.acts_for(by, item)
    if not (mine or state.seats[by].facilitates):
        raise NotYours
    writer = passage.owner if mine else by
    return () if text == passage.text else (PassageWorded(wanted, text, writer),)


def _known(state: Dialogue, wanted: ItemId) -> Passage:
    for passage in passages(state):
        if passage.item == wanted:
            return passage
    raise UnknownItem("passage")


def _answer(state: Dialogue, command: AnswerRelease, by: SeatId) -> ReleaseAnswered:
    seat = private_to(state, by, command.owner)
    _release(state)
    known = {passage.item: passage for passage in passages(state)}
    _check(command.kept_back, known, "kept_back")
    _check(command.agreed, known, "agreed")
    for item in command.agreed:
        if known[item].owner != seat or known[item].kind not in OF_ONE:
            raise NotYours
    person_only(state, seat)
    return ReleaseAnswered(
        seat, tuple(sorted({*command.kept_back})), tuple(sorted({*command.agreed})), command.fewer_days
    )


def _check(items: Iterable[ItemId], known: Iterable[ItemId], field: str) -> None:
    if not {*items} <= {*known}:
        raise UnknownItem(field)


def _leave(state: Dialogue) -> tuple[Event, ...]:
    if waits(state):
        raise MetaAlreadyCalled  # closing would be the veto that nobody has
    if not _release(state).ended:
        raise ObjectionsOpen
    return (ResultReleased(tuple(passage.item for passage in leaving(state))), DialogueClosed())
