"""Deciding on the way to an outcome. Consensus means that no doubt is open; it is never voted on."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import (
    AnswerOutcome,
    ConsensusCommand,
    ProposeOutcome,
    SettleOutcome,
    TakeBackOutcome,
    VoiceRemainder,
    WordAnswer,
)
from dialogue.events import (
    ActionUndone,
    AnswerWorded,
    Event,
    ItemWithdrawn,
    OutcomeAnswered,
    OutcomeProposed,
    OutcomeSettled,
    OutcomeTakenBack,
    RemainderVoiced,
)
from dialogue.refusals import (
    AnswerOutdated,
    DoubtsAreOpen,
    NoAnswerYet,
    NoOutcomeProposed,
    OutcomeIsSettled,
    RemaindersStand,
)
from dialogue.rules.ownership import participant_only, person_only, private_to, spoken_by
from dialogue.rules.statements import all_below, supports
from dialogue.state import Dialogue, evolve
from dialogue.state.items import Answer, AnyItem, Doubt, Outcome, Sentence
from dialogue.vocabulary import ItemId, OutcomeKind, OutcomeState, Remainder, SeatId, Standing

_AGREED = frozenset({OutcomeKind.CONSENSUS, OutcomeKind.CONSENSUS_WITH_RESERVATIONS})


def decide(state: Dialogue, command: ConsensusCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case WordAnswer(text, rests_on, owner):
            said_by, version = spoken_by(state, by, owner), state.next_number("answers")
            worded = AnswerWorded(ItemId(fresh), version, text, supports(state, rests_on), said_by, by)
            return (worded, *reopened(state))
        case VoiceRemainder():
            return (_voice(state, command, by, ItemId(fresh)), *reopened(state))
        case ProposeOutcome(kind, dividing_question):
            answer = _fitting_answer(state, kind)
            proposed = OutcomeProposed(ItemId(fresh), kind, answer.id if answer else None, dividing_question, by, by)
            # There is one outcome at a time: a new proposal takes the place of the one before.
            return (proposed,)
        case AnswerOutcome(outcome, confirms, objection, owner):
            known = _proposed(state)
            if known.id != outcome:
                raise NoOutcomeProposed("outcome")
            seat = person_only(state, private_to(state, by, owner))
            return (OutcomeAnswered(seat, outcome, confirms, objection),)
        case SettleOutcome():
            known = _proposed(state)
            return (OutcomeSettled(known.id, _as_the_group_left_it(state, known)),)
        case TakeBackOutcome():
            return (OutcomeTakenBack(_proposed(state).id),)
        case _:
            assert_never(command)


def open_doubts(state: Dialogue) -> bool:
    """Whether any doubt is open, its raiser still here or not. Parking hides a doubt; it does not settle it."""
    return any(doubt.open and _counts(doubt) and _concerns(state, doubt) for doubt in state.doubts.values())


def as_it_stands(state: Dialogue, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, and the outcome taken back if they make untrue what the group settled.

    An agreed outcome stands while its answer does, and what that rests on, and, once it is settled, only while no
    doubt is open. Whether an answer stands without what was withdrawn from under it, the group decides anew.
    """
    may_bring_it_back = any(isinstance(event, ActionUndone) for event in events)
    if (state.outcome is None and not may_bring_it_back) or not events:
        return events
    after = state
    for event in events:
        after = evolve(after, event, state.stage_since)
    outcome = after.outcomes[after.outcome] if after.outcome else None
    if outcome is None or outcome.kind not in _AGREED:
        return events
    answer = after.item(outcome.answer) if outcome.answer else None
    doubted = outcome.state is OutcomeState.SETTLED and open_doubts(after)
    if doubted or not isinstance(answer, Answer) or not _counts(answer) or _undermined(state, answer.id, events):
        return (*events, OutcomeTakenBack(outcome.id))
    return events


def _undermined(state: Dialogue, answer: ItemId, events: tuple[Event, ...]) -> bool:
    """Whether these events withdraw the story that is examined, or anything on which the answer rested till now."""
    gone = {event.item for event in events if isinstance(event, ItemWithdrawn)}
    if not gone:
        return False
    known = state.answers.get(answer)
    return state.chosen in gone or (known is not None and not gone.isdisjoint(all_below(state, known.rests_on)))


def _counts(item: AnyItem) -> bool:
    return item.standing in {Standing.UP, Standing.PARKED}


def _concerns(state: Dialogue, doubt: Doubt) -> bool:
    """Whether what is doubted is still there, and of the narrative that the group examines."""
    about = state.item(doubt.about)
    if isinstance(about, Sentence) and about.experience != state.chosen:
        return False
    return about is not None and _counts(about)


def _voice(state: Dialogue, command: VoiceRemainder, by: SeatId, fresh: ItemId) -> RemainderVoiced:
    answer = _current(state)
    if command.answer != answer.id:
        raise AnswerOutdated("answer")
    owner = participant_only(state, spoken_by(state, by, command.owner))
    number = state.next_number("kept")
    return RemainderVoiced(fresh, number, answer.id, command.kind, command.text, owner, by, command.signed)


def _current(state: Dialogue) -> Answer:
    if state.answer is None:
        raise NoAnswerYet
    return state.answer


def _fitting_answer(state: Dialogue, kind: OutcomeKind) -> Answer | None:
    """The answer the outcome speaks of; a refusal when doubts, reservations or dissents say otherwise."""
    if kind not in _AGREED:
        return state.answer
    answer = _current(state)
    if open_doubts(state):
        raise DoubtsAreOpen("kind")
    kept = {known.kind for known in state.kept.values() if _counts(known) and known.answer == answer.id}
    wanted = {Remainder.RESERVATION} if kind is OutcomeKind.CONSENSUS_WITH_RESERVATIONS else set()
    if kept != wanted:
        raise RemaindersStand("kind")
    return answer


def _proposed(state: Dialogue) -> Outcome:
    if state.outcome is None:
        raise NoOutcomeProposed
    outcome = state.outcomes[state.outcome]
    if outcome.state is OutcomeState.SETTLED:
        raise OutcomeIsSettled
    return outcome


def reopened(state: Dialogue) -> tuple[Event, ...]:
    """New words on the answer take a proposal back: what people confirmed is no longer what stands there."""
    if state.outcome is None:
        return ()
    return (OutcomeTakenBack(state.outcome),)


def _as_the_group_left_it(state: Dialogue, outcome: Outcome) -> OutcomeKind:
    present = [seat.id for seat in state.group() if seat.in_the_room]
    objected = any(not given.confirms for given in state.given.values())
    confirmed = bool(present) and all(seat in state.given for seat in present) and not objected
    if not confirmed:
        return OutcomeKind.OPEN
    return OutcomeKind.OPEN if outcome.kind in _AGREED and open_doubts(state) else outcome.kind
