"""How the looking back changes."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import EvaluationAnswered, EvaluationEvent, LeadingReflectedOn, ScreenTimeReported
from dialogue.state.whole import Dialogue, Reflection


def evolve(state: Dialogue, event: EvaluationEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case EvaluationAnswered(seat):
            return state.but(evaluated=state.evaluated | {seat})
        case LeadingReflectedOn(items, open_word):
            answered = tuple((rating.item, rating.value) for rating in items)
            return state.but(reflection=Reflection(answered, open_word, state.facilitator))
        case ScreenTimeReported(seat):
            return state.but(timed=state.timed | {seat})
        case _:
            assert_never(event)
