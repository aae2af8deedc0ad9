"""Which events may come next. `decide` is pure: the same state and command always give the same answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dialogue.commands import (
    AnswerEvaluation,
    Command,
    ConsensusCommand,
    CourseCommand,
    ExperienceCommand,
    NarrativeCommand,
    QuestionCommand,
    SeatCommand,
    StatementCommand,
    TakeSeat,
    TurnCommand,
)
from dialogue.events import Event
from dialogue.rules import consensus, course, experiences, narrative, permissions, question, seats, statements, turns
from dialogue.rules.turns import Ballot, ballot_of
from dialogue.rules.words import tidied
from dialogue.state import Dialogue
from dialogue.vocabulary import SeatId

__all__ = ["Ballot", "Decision", "decide"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from a command: events, and for an evaluation the ballot that is kept apart from them."""

    events: tuple[Event, ...]
    ballot: Ballot | None = None


def decide(state: Dialogue, command: Command, by: SeatId, fresh: str) -> Decision:
    """What follows when the seat `by` asks for `command`; raises a Refusal when nothing may.

    `fresh` is a new random id that names whatever the command brings into being. No events means that all stands
    already as asked. TakeSeat is asked by the door; its `by` is not looked at.
    """
    if not isinstance(command, TakeSeat):
        permissions.check(state, command, by)
    command = tidied(command)
    ballot = ballot_of(command) if isinstance(command, AnswerEvaluation) else None
    return Decision(consensus.as_it_stands(state, _events(state, command, by, fresh)), ballot)


def _events(state: Dialogue, command: Command, by: SeatId, fresh: str) -> tuple[Event, ...]:
    if isinstance(command, SeatCommand):
        return seats.decide(state, command, by, fresh)
    if isinstance(command, CourseCommand):
        return course.decide(state, command, by, fresh)
    if isinstance(command, QuestionCommand):
        return question.decide(state, command, by, fresh)
    if isinstance(command, ExperienceCommand):
        return experiences.decide(state, command, by, fresh)
    if isinstance(command, NarrativeCommand):
        return narrative.decide(state, command, by, fresh)
    if isinstance(command, StatementCommand):
        return statements.decide(state, command, by, fresh)
    if isinstance(command, ConsensusCommand):
        return consensus.decide(state, command, by, fresh)
    if isinstance(command, TurnCommand):
        return turns.decide(state, command, by)
    assert_never(command)
