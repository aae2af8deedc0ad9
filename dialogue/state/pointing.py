"""How what people point at changes."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import PointingEvent, PointingShown, SentencesPointedAt
from dialogue.state.whole import Dialogue


def evolve(state: Dialogue, event: PointingEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case SentencesPointedAt(seat, sentences):
            return state.but(pointing={**state.pointing, seat: sentences})
        case PointingShown():
            return state.but(pointing_shown=True)
        case _:
            assert_never(event)
