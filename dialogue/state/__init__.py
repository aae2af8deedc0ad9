"""The dialogue as its events add up: `fold` them all, or `evolve` by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from dialogue.events import (
    ConsensusEvent,
    CourseEvent,
    DialogueCreated,
    Event,
    ExperienceEvent,
    NarrativeEvent,
    QuestionEvent,
    SeatEvent,
    StatementEvent,
    TurnEvent,
)
from dialogue.state import consensus, course, experiences, narrative, question, seats, statements, turns
from dialogue.state.undo import remember
from dialogue.state.whole import Dialogue

__all__ = ["Dialogue", "evolve", "fold"]


def evolve(state: Dialogue | None, event: Event, at: int) -> Dialogue:
    """The state after one more event, which happened `at` (UTC milliseconds). None stands before the first."""
    if state is None:
        if not isinstance(event, DialogueCreated):
            raise ValueError("a dialogue begins with being created")
        return seats.begin(event, at)
    return remember(state, _by_family(state, event, at), event)


def fold(happened: Iterable[tuple[Event, int]]) -> Dialogue:
    """The state that a whole record adds up to; ValueError for an empty one."""
    state: Dialogue | None = None
    for event, at in happened:
        state = evolve(state, event, at)
    if state is None:
        raise ValueError("an empty record is no dialogue")
    return state


def _by_family(state: Dialogue, event: Event, at: int) -> Dialogue:
    if isinstance(event, TurnEvent):
        return turns.evolve(state, event)
    if isinstance(event, StatementEvent):
        return statements.evolve(state, event)
    if isinstance(event, NarrativeEvent):
        return narrative.evolve(state, event)
    if isinstance(event, ExperienceEvent):
        return experiences.evolve(state, event)
    if isinstance(event, ConsensusEvent):
        return consensus.evolve(state, event)
    if isinstance(event, QuestionEvent):
        return question.evolve(state, event)
    if isinstance(event, CourseEvent):
        return course.evolve(state, event, at)
    if isinstance(event, SeatEvent):
        return seats.evolve(state, event, at)
    assert_never(event)
