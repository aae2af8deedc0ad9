"""Deciding about questions of fact: anyone asks, the answer becomes a sentence of the narrator's."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import AnswerFact, AskFact, FactCommand
from dialogue.events import Event, FactAnswered, FactAsked
from dialogue.refusals import ClarificationAnswered, NoExperienceChosen, UnknownItem
from dialogue.rules.narrative import written
from dialogue.rules.ownership import spoken_by, standing
from dialogue.state import Dialogue
from dialogue.visibility import in_view, stands_in_view
from dialogue.vocabulary import ItemId, SeatId


def decide(state: Dialogue, command: FactCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case AskFact(text, about, signed, owner):
            if not in_view(state, state.chosen):
                raise NoExperienceChosen
            if about is not None and (about not in state.sentences or not in_view(state, about)):
                raise UnknownItem("about")
            said_by = spoken_by(state, by, owner)
            number = state.next_number("clarifications")
            return (FactAsked(ItemId(fresh), number, about, text, said_by, by, signed),)
        case AnswerFact(clarification, text, after):
            asked = standing(state.clarifications, clarification, "clarification")
            if not stands_in_view(state, asked):
                # It was asked about another narrative, or about a sentence that is no longer there.
                raise UnknownItem("clarification")
            if in_view(state, asked.answered_by):
                raise ClarificationAnswered
            sentence = written(state, text, after, by, ItemId(fresh))
            return (sentence, FactAnswered(asked.id, sentence.sentence))
        case _:
            assert_never(command)
