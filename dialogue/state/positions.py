"""How positions change. They are about one exact wording: a new one starts without any."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import PositionEvent, PositionsExpired, PositionsShown, PositionTaken
from dialogue.state.whole import Dialogue, Taken
from dialogue.vocabulary import Position


def evolve(state: Dialogue, event: PositionEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case PositionTaken(position, seat, answer, stance, text, signed):
            # A choice that was erased with its answer reads as standing aside: it speaks neither for nor against.
            taken = Taken(position, answer, stance or Position.STAND_ASIDE, text, signed)
            return state.but(positions={**state.positions, seat: taken})
        case PositionsShown():
            return state.but(positions_shown=True)
        case PositionsExpired():
            return state.but(positions={}, positions_shown=False)
        case _:
            assert_never(event)
