"""How the facilitator's interventions on the wall change."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import InterventionEvent, InterventionHidden, InterventionShown
from dialogue.state.whole import Dialogue, Shown
from dialogue.vocabulary import Intervention


def evolve(state: Dialogue, event: InterventionEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case InterventionShown(key, text):
            asked = state.answer.id if key is Intervention.WHO_DOUBTS and state.answer else state.asked_aloud
            return state.but(intervention=Shown(key, text), asked_aloud=asked)
        case InterventionHidden():
            return state.but(intervention=None)
        case _:
            assert_never(event)
