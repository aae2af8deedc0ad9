"""How answers, what people keep beside them, and the outcome change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    AnswerWorded,
    ConsensusEvent,
    OutcomeAnswered,
    OutcomeProposed,
    OutcomeSettled,
    OutcomeTakenBack,
    RemainderVoiced,
)
from dialogue.state.items import Answer, Kept, Outcome
from dialogue.state.whole import Dialogue, Given
from dialogue.vocabulary import OutcomeState


def evolve(state: Dialogue, event: ConsensusEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case AnswerWorded(answer, version, text, rests_on, owner, writer):
            return state.with_item(
                Answer(id=answer, number=version, text=text, owner=owner, writer=writer, rests_on=rests_on)
            )
        case RemainderVoiced():
            return state.with_item(_kept(state, event))
        case OutcomeProposed():
            proposed = state.with_item(_outcome(state, event))
            return proposed.but(outcome=event.outcome, given={})
        case OutcomeAnswered(seat, _, confirms, objection):
            return state.but(given={**state.given, seat: Given(confirms, objection)})
        case OutcomeSettled(outcome, kind):
            known = state.outcomes[outcome]
            return state.with_item(replace(known, kind=kind, state=OutcomeState.SETTLED))
        case OutcomeTakenBack():
            return state.but(outcome=None, given={}, release=None)  # what would leave rests on it
        case _:
            assert_never(event)


def _kept(state: Dialogue, event: RemainderVoiced) -> Kept:
    return Kept(
        id=event.remainder,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        answer=event.answer,
        kind=event.kind,
        signature=state.seats[event.owner].pseudonym if event.signed else None,
    )


def _outcome(state: Dialogue, event: OutcomeProposed) -> Outcome:
    return Outcome(
        id=event.outcome,
        number=state.next_number("outcomes"),
        text=event.dividing_question,
        owner=event.owner,
        writer=event.writer,
        kind=event.kind,
        answer=event.answer,
    )
