"""The dialogue as its events add up: `fold` them all, or `evolve` by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from dialogue import events as happened
from dialogue.events import DialogueCreated, Event
from dialogue.state import (
    consensus,
    course,
    evaluation,
    experiences,
    facts,
    interventions,
    levels,
    narrative,
    notes,
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
from dialogue.state.undo import remember
from dialogue.state.whole import Dialogue

__all__ = ["Dialogue", "evolve", "fold"]

# Each family says how the dialogue changes by its events. A table, since a long record is folded event by event.
_TIMELESS: tuple[tuple[Any, Callable[[Dialogue, Any], Dialogue]], ...] = (
    (happened.SlipEvent, slips.evolve),
    (happened.RoleEvent, roles.evolve),
    (happened.QuietEvent, quiet.evolve),
    (happened.QuestionEvent, question.evolve),
    (happened.ExperienceEvent, experiences.evolve),
    (happened.NarrativeEvent, narrative.evolve),
    (happened.FactEvent, facts.evolve),
    (happened.PointingEvent, pointing.evolve),
    (happened.StatementEvent, statements.evolve),
    (happened.TestingEvent, testing.evolve),
    (happened.PositionEvent, positions.evolve),
    (happened.ConsensusEvent, consensus.evolve),
    (happened.LevelEvent, levels.evolve),
    (happened.TurnEvent, turns.evolve),
    (happened.NoteEvent, notes.evolve),
    (happened.InterventionEvent, interventions.evolve),
    (happened.EvaluationEvent, evaluation.evolve),
)
_TIMED: tuple[tuple[Any, Callable[[Dialogue, Any, int], Dialogue]], ...] = (
    (happened.SeatEvent, seats.evolve),
    (happened.CourseEvent, course.evolve),
    (happened.SittingEvent, sittings.evolve),
    (happened.ReleaseEvent, release.evolve),
    (happened.RoundEvent, rounds.evolve),
)


def _kinds(family: Any) -> tuple[Any, ...]:
    return get_args(family) or (family,)


_EVOLVE: Mapping[type[Event], Callable[[Dialogue, Any], Dialogue]] = {
    kind: evolve for family, evolve in _TIMELESS for kind in _kinds(family)
}
_EVOLVE_AT: Mapping[type[Event], Callable[[Dialogue, Any, int], Dialogue]] = {
    kind: evolve for family, evolve in _TIMED for kind in _kinds(family)
}


def evolve(state: Dialogue | None, event: Event, at: int) -> Dialogue:
    """The state after one more event, which happened `at` (UTC milliseconds). None stands before the first."""
    if state is None:
        if not isinstance(event, DialogueCreated):
            raise ValueError("a dialogue begins with being created")
        return seats.begin(event, at)
    timeless = _EVOLVE.get(type(event))
    after = timeless(state, event) if timeless else _EVOLVE_AT[type(event)](state, event, at)
    return remember(state, after, event)


def fold(happened: Iterable[tuple[Event, int]]) -> Dialogue:
    """The state that a whole record adds up to; ValueError for an empty one."""
    state: Dialogue | None = None
    for event, at in happened:
        state = evolve(state, event, at)
    if state is None:
        raise ValueError("an empty record is no dialogue")
    return state
