"""Deciding about the question."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import ChooseQuestion, MarkHasExperience, QuestionCommand, WordQuestion
from dialogue.events import Event, HasExperienceMarked, QuestionChosen, QuestionWorded
from dialogue.refusals import OptionOff
from dialogue.rules.ownership import participant_only, private_to, spoken_by, standing
from dialogue.rules.quiet import number
from dialogue.state import Dialogue
from dialogue.vocabulary import ItemId, PlanOption, SeatId


def decide(state: Dialogue, command: QuestionCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case WordQuestion(text, owner):
            leads = state.seats[by].facilitates
            if not leads and PlanOption.QUESTION_SUGGESTIONS not in state.options:
                raise OptionOff
            said_by = spoken_by(state, by, owner)
            wording = ItemId(fresh)
            if said_by == by and leads:
                # The facilitator's own wording is the one to work on; a suggestion waits to be chosen.
                worded = QuestionWorded(wording, state.next_number("wordings"), text, said_by, by)
                return (worded, QuestionChosen(wording))
            return (QuestionWorded(wording, number(state, "wordings"), text, said_by, by),)
        case ChooseQuestion(wording, why):
            chosen = standing(state.wordings, wording, "wording")
            as_it_is = chosen.id == state.question and why == state.question_why
            return () if as_it_is else (QuestionChosen(chosen.id, why),)
        case MarkHasExperience(wording, has, owner):
            seat = participant_only(state, private_to(state, by, owner))
            known = standing(state.wordings, wording, "wording")
            marked = known.id in state.has_experience.get(seat, frozenset())
            return () if marked == has else (HasExperienceMarked(seat, known.id, has),)
        case _:
            assert_never(command)
