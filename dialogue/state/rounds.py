"""How rounds and silences change."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import RoundEnded, RoundEvent, RoundStarted, SilenceEnded, SilenceKept, TurnPassed
from dialogue.state.whole import Dialogue

_SECOND = 1000  # milliseconds


def evolve(state: Dialogue, event: RoundEvent, at: int) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case RoundStarted(order):
            return state.but(round=order, speaker=None)
        case TurnPassed(seat):
            return state.but(round=tuple(other for other in state.round or () if other != seat))
        case RoundEnded():
            return state.but(round=None)
        case SilenceKept(seconds):
            return state.but(silence_until=at + seconds * _SECOND, speaker=None)
        case SilenceEnded():
            return state.but(silence_until=None)
        case _:
            assert_never(event)
