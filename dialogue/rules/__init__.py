"""Which events may come next. `decide` is pure: the same state and command always give the same answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from dialogue import commands as ask
from dialogue.commands import CallMeta, Command, EndObjections, OfferLead, TakeSeat, WithdrawLeadOffer
from dialogue.events import Event
from dialogue.rules import (
    consensus,
    course,
    evaluation,
    experiences,
    facts,
    interventions,
    levels,
    narrative,
    notes,
    permissions,
    pointing,
    positions,
    question,
    quiet,
    release,
    roles,
    rounds,
    seats,
    sittings,
    slips,
    statements,
    testing,
    turns,
)
from dialogue.rules.evaluation import Ballot, ballot_of
from dialogue.rules.words import tidied
from dialogue.state import Dialogue
from dialogue.vocabulary import SeatId

__all__ = ["OF_THE_SERVER", "Ballot", "Decision", "decide", "is_anonymous"]

# Asked by the server for what it sees (somebody at the door, a facilitator offline, the time), never by a seat.
OF_THE_SERVER: frozenset[type[Command]] = frozenset({TakeSeat, OfferLead, WithdrawLeadOffer, EndObjections})

_Decide = Callable[[Dialogue, Any, SeatId, str], tuple[Event, ...]]
_FAMILIES: tuple[tuple[Any, _Decide], ...] = (
    (ask.SeatCommand, seats.decide),
    (ask.SlipCommand, slips.decide),
    (ask.RoleCommand, roles.decide),
    (ask.CourseCommand, course.decide),
    (ask.SittingCommand, sittings.decide),
    (ask.QuietCommand, quiet.decide),
    (ask.QuestionCommand, question.decide),
    (ask.ExperienceCommand, experiences.decide),
    (ask.NarrativeCommand, narrative.decide),
    (ask.FactCommand, facts.decide),
    (ask.PointingCommand, pointing.decide),
    (ask.StatementCommand, statements.decide),
    (ask.TestingCommand, testing.decide),
    (ask.PositionCommand, positions.decide),
    (ask.ConsensusCommand, consensus.decide),
    (ask.ReleaseCommand, release.decide),
    (ask.LevelCommand, levels.decide),
    (ask.TurnCommand, turns.decide),
    (ask.RoundCommand, rounds.decide),
    (ask.NoteCommand, notes.decide),
    (ask.InterventionCommand, interventions.decide),
    (ask.EvaluationCommand, evaluation.decide),
)
_DECIDE: Mapping[type[Command], _Decide] = {
    kind: decide for family, decide in _FAMILIES for kind in get_args(family) or (family,)
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from a command: events, and for an evaluation the ballot that is kept apart from them.

    `detached`: nothing may tie the command to whoever asked for it; it is stored with neither seat nor receipt.
    """

    events: tuple[Event, ...]
    ballot: Ballot | None = None
    detached: bool = False


def decide(state: Dialogue, command: Command, by: SeatId, fresh: str) -> Decision:
    """What follows when the seat `by` asks for `command`; raises a Refusal when nothing may.

    `fresh` is a new random id that names whatever the command brings into being. No events means that all stands
    already as asked. What the server asks for (OF_THE_SERVER) comes from no seat; its `by` is not looked at.
    """
    if type(command) not in OF_THE_SERVER:
        permissions.check(state, command, by)
    command = tidied(command)
    ballot = ballot_of(state, command)
    events = _DECIDE[type(command)](state, command, by, fresh)
    for as_it_stands in (positions.as_they_stand, levels.as_it_stands, consensus.as_it_stands):
        events = as_it_stands(state, events)
    return Decision(events, ballot, is_anonymous(command))


def is_anonymous(command: Command) -> bool:
    """Whether nothing may tie this command to whoever asked for it, once it has happened."""
    return isinstance(command, ask.AnswerEvaluation | ask.ReportScreenTime) or (
        isinstance(command, CallMeta) and not command.named
    )
