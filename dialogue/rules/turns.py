"""Deciding about the word, ready marks and the evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dialogue.commands import AnswerEvaluation, GiveWord, LowerHand, MarkReady, RaiseHand, TurnCommand
from dialogue.events import EvaluationAnswered, Event, HandLowered, HandRaised, ReadyMarked, WordGiven
from dialogue.methods.evaluation import DEFAULT_FORM, FORMS
from dialogue.refusals import AlreadyAnswered, HandNotRaised, UnknownEvaluationItem, UnknownSeat
from dialogue.rules.ownership import participant_only, private_to
from dialogue.state import Dialogue
from dialogue.vocabulary import Role, SeatId, Words


@dataclass(frozen=True, slots=True)
class Ballot:
    """An evaluation as answered, detached from whoever answered it: no seat, no number, no time."""

    form: str
    items: tuple[tuple[str, int], ...]
    open_word: Words


def decide(state: Dialogue, command: TurnCommand, by: SeatId) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case RaiseHand(reason, owner):
            seat = participant_only(state, private_to(state, by, owner))
            return () if state.hands.get(seat) is reason else (HandRaised(seat, reason),)
        case LowerHand(owner):
            leads = state.seats[by].role is Role.FACILITATOR
            seat = owner if leads and owner is not None else private_to(state, by, owner)
            if seat not in state.hands:
                raise HandNotRaised
            return (HandLowered(seat),)
        case GiveWord(seat):
            if seat not in state.seats or not state.seats[seat].takes_part:
                raise UnknownSeat("seat")
            return (WordGiven(seat),)
        case MarkReady(ready, owner):
            seat = participant_only(state, private_to(state, by, owner))
            return () if state.seats[seat].ready == ready else (ReadyMarked(seat, ready),)
        case AnswerEvaluation(owner=owner):
            seat = participant_only(state, private_to(state, by, owner))
            if seat in state.evaluated:
                raise AlreadyAnswered
            return (EvaluationAnswered(seat),)
        case _:
            assert_never(command)


def ballot_of(command: AnswerEvaluation) -> Ballot:
    """The ballot to be kept apart from the events; a refusal for items or values that the form does not have."""
    form = FORMS[DEFAULT_FORM]
    seen: set[str] = set()
    for item, value in command.items:
        if item not in form or item in seen or not form[item].has(value):
            raise UnknownEvaluationItem("items")
        seen.add(item)
    return Ballot(DEFAULT_FORM, tuple(sorted(command.items)), command.open_word)
