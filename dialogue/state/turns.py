"""How hands, the word and ready marks change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import HandLowered, HandRaised, ReadyMarked, TurnEnded, TurnEvent, WordGiven
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
            return _down(heard, seat).but(speaker=seat, round=_left(state, seat), silence_until=None)
        case ReadyMarked(seat, ready):
            return state.with_seat(replace(state.seats[seat], ready=ready))
        case TurnEnded():
            return state.but(speaker=None)
        case _:
            assert_never(event)


def _left(state: Dialogue, speaks: SeatId) -> tuple[SeatId, ...] | None:
    """Who has not had their turn in the round. It waits while the group talks about how it works together."""
    if state.round is None or state.in_meta:
        return state.round
    return tuple(other for other in state.round if other != speaks)


def _down(state: Dialogue, seat: SeatId) -> Dialogue:
    return state.but(hands={key: reason for key, reason in state.hands.items() if key != seat})
