"""Deciding about positions: sealed choices on one exact wording, shown together, never counted (method.md, 4)."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import PositionCommand, ShowPositions, TakePosition
from dialogue.events import (
    ActionUndone,
    AnswerWorded,
    DoubtRaised,
    Event,
    ItemParked,
    ItemRestored,
    ItemStruck,
    ItemUnparked,
    ItemWithdrawn,
    LinksSet,
    NarratorAccepted,
    PositionsExpired,
    PositionsShown,
    PositionTaken,
    RemainderVoiced,
    SentenceCorrected,
    SentenceWritten,
    StatementReworded,
)
from dialogue.refusals import (
    AnswerOutdated,
    NoAnswerYet,
    NoPositionsYet,
    NothingWrittenYet,
    PositionsAlreadyShown,
)
from dialogue.rules.consensus import reopened
from dialogue.rules.ownership import participant_only, private_to
from dialogue.state import Dialogue
from dialogue.state.items import Answer, Sentence, Statement
from dialogue.state.whole import Taken
from dialogue.vocabulary import ItemId, Position, Remainder, SeatId

_NEEDS_WORDS = frozenset({Position.AGREE_WITH_RESERVATION, Position.DISAGREE})
_REMAINDER = {
    Position.AGREE_WITH_RESERVATION: Remainder.RESERVATION,
    Position.DISAGREE: Remainder.DISSENT,
}
# What changes the ground under an answer: whoever agreed did so to other words, or to words that rested on others.
_GROUND = (AnswerWorded, SentenceWritten, SentenceCorrected, StatementReworded, LinksSet)
_STANDINGS = (ItemParked, ItemRestored, ItemStruck, ItemUnparked, ItemWithdrawn)


def decide(state: Dialogue, command: PositionCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case TakePosition():
            return _take(state, command, by, ItemId(fresh))
        case ShowPositions():
            return _show(state)
        case _:
            assert_never(command)


def as_they_stand(state: Dialogue, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, and the positions expired if these change what the positions were about."""
    if not state.positions or _unwrites_a_loose_statement(state, events):
        return events
    if not any(_moves_the_ground(state, event) for event in events):
        return events
    expired = PositionsExpired(next(iter(state.positions.values())).answer)
    return (*events, expired, *forgotten(state, *state.positions.values()))


def forgotten(state: Dialogue, *left: Taken) -> tuple[Event, ...]:
    """These positions, which no longer count, erased: their owners could not reach the words any more.

    What became a doubt or was kept beside the answer is an item, and its owner's to withdraw. Whether a position had
    words makes no difference: the record must not tell.
    """
    return tuple(ItemWithdrawn(taken.id) for taken in left if state.item(taken.id) is None)


def _unwrites_a_loose_statement(state: Dialogue, events: tuple[Event, ...]) -> bool:
    """Whether an undo takes a statement away on which nothing rests yet: no position was about it."""
    undone = {event.action for event in events if isinstance(event, ActionUndone)}
    return any(action.number in undone and action.name == "statement_written" for action in state.actions)


def _moves_the_ground(state: Dialogue, event: Event) -> bool:
    if isinstance(event, _GROUND):
        return True
    if isinstance(event, NarratorAccepted):
        # With another narrative, what the ladder stood on is out of sight.
        return event.experience != state.chosen
    return isinstance(event, _STANDINGS) and _is_ground(state, event.item)


def _is_ground(state: Dialogue, wanted: ItemId) -> bool:
    """Whether the ladder is made of it or stands on it; of experiences, the one examined and any that bears a link."""
    if isinstance(state.item(wanted), Sentence | Statement | Answer) or wanted == state.chosen:
        return True
    statements, answers = state.statements.values(), state.answers.values()
    return any(wanted in known.rests_on for known in statements) or any(wanted in known.rests_on for known in answers)


def _take(state: Dialogue, command: TakePosition, by: SeatId, fresh: ItemId) -> tuple[Event, ...]:
    if state.answer is None:
        raise NoAnswerYet
    if state.answer.id != command.answer:
        raise AnswerOutdated("answer")
    if state.positions_shown:
        raise PositionsAlreadyShown
    if command.position in _NEEDS_WORDS and not command.text:
        raise NothingWrittenYet("text")
    seat = participant_only(state, private_to(state, by, command.owner))
    before = [state.positions[seat]] if seat in state.positions else []
    taken = PositionTaken(fresh, seat, command.answer, command.position, command.text, command.signed)
    return (*forgotten(state, *before), taken)


def _show(state: Dialogue) -> tuple[Event, ...]:
    if state.positions_shown:
        raise PositionsAlreadyShown
    if not state.positions or state.answer is None:
        raise NoPositionsYet
    shown: list[Event] = [PositionsShown(state.answer.id)]
    doubts, kept = state.next_number("doubts"), state.next_number("kept")
    # In the order of their random ids: who answered first is nobody's to read.
    for seat, taken in sorted(state.positions.items(), key=lambda known: known[1].id):
        if _is_said(state, seat, taken):
            continue
        if taken.position is Position.NOT_YET_CLEAR and taken.text:
            shown.append(DoubtRaised(taken.id, doubts, taken.answer, None, taken.text, seat, seat, taken.signed))
            doubts += 1
        elif taken.position in _REMAINDER:
            kind = _REMAINDER[taken.position]
            shown.append(RemainderVoiced(taken.id, kept, taken.answer, kind, taken.text, seat, seat, taken.signed))
            kept += 1
    voiced = any(isinstance(event, RemainderVoiced) for event in shown)
    return (*shown, *(reopened(state) if voiced else ()))


def _is_said(state: Dialogue, seat: SeatId, taken: Taken) -> bool:
    """Whether the same words of the same person stand beside this answer already."""
    said = (seat, taken.answer, taken.text)
    if taken.position is Position.NOT_YET_CLEAR:
        doubted = (doubt for doubt in state.doubts.values() if doubt.up and doubt.open)
        return any((doubt.owner, doubt.about, doubt.text) == said for doubt in doubted)
    kind = _REMAINDER.get(taken.position)
    standing = (known for known in state.kept.values() if known.up and known.kind is kind)
    return any((known.owner, known.answer, known.text) == said for known in standing)
