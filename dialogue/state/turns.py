"""How hands, the word and ready marks change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import EvaluationAnswered, HandLowered, HandRaised, ReadyMarked, TurnEvent, WordGiven
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import SeatId


def evolve(state: Dialogue, event: TurnEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case HandRaised(seat, reason):
            return state.but(hands={**state.hands, seat: reason})
        case HandLowered(seat):
            return _down(state, seat)
        case WordGiven(seat):
            heard = state.with_seat(replace(state.seats[seat], heard=True))
            return _down(heard, seat).but(speaker=seat)
        case ReadyMarked(seat, ready):
            return state.with_seat(replace(state.seats[seat], ready=ready))
        case EvaluationAnswered(seat):
            return state.but(evaluated=state.evaluated | {seat})
        case _:
            assert_never(event)


def _down(state: Dialogue, seat: SeatId) -> Dialogue:
    return state.but(hands={key: reason for key, reason in state.hands.items() if key != seat})
