"""Deciding about the question."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import ChooseQuestion, QuestionCommand, WordQuestion
from dialogue.events import Event, QuestionChosen, QuestionWorded
from dialogue.refusals import NotAllowed
from dialogue.rules.ownership import spoken_by, standing
from dialogue.state import Dialogue
from dialogue.vocabulary import ItemId, PlanOption, Role, SeatId


def decide(state: Dialogue, command: QuestionCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case WordQuestion(text, owner):
            leads = state.seats[by].role is Role.FACILITATOR
            if not leads and PlanOption.QUESTION_SUGGESTIONS not in state.plan.options:
                raise NotAllowed
            said_by = spoken_by(state, by, owner)
            wording, number = ItemId(fresh), state.next_number("wordings")
            worded = QuestionWorded(wording, number, text, said_by, by)
            # The facilitator's own wording is the one to work on; a suggestion waits to be chosen.
            return (worded, QuestionChosen(wording)) if said_by == by and leads else (worded,)
        case ChooseQuestion(wording):
            chosen = standing(state.wordings, wording, "wording")
            return () if chosen.id == state.question else (QuestionChosen(chosen.id),)
        case _:
            assert_never(command)
