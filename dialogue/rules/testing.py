"""Deciding about tests of the answer on experiences that it did not come from (method.md section 2)."""

from __future__ import annotations

from dialogue.commands import TestingCommand
from dialogue.events import AnswerTested, Event
from dialogue.refusals import AnswerOutdated, MatterNotAsked, NoAnswerYet, TestsItself
from dialogue.rules.ownership import spoken_by, standing
from dialogue.state import Dialogue
from dialogue.vocabulary import ItemId, SeatId, TestResult


def decide(state: Dialogue, command: TestingCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    if state.answer is None:
        raise NoAnswerYet
    if state.answer.id != command.answer:
        raise AnswerOutdated("answer")
    experience = standing(state.experiences, command.experience, "experience")
    if experience.id == state.chosen:
        raise TestsItself("experience")
    if command.matter is not None and command.result is not TestResult.DOES_NOT_HOLD:
        raise MatterNotAsked("matter")
    owner = spoken_by(state, by, command.owner)
    tested = AnswerTested(
        test=ItemId(fresh),
        number=state.next_number("tests"),
        answer=state.answer.id,
        experience=experience.id,
        result=command.result,
        matter=command.matter,
        note=command.note,
        owner=owner,
        writer=by,
    )
    return (tested,)
