"""Deciding about rounds and silences."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import EndRound, EndSilence, KeepSilence, PassTurn, RoundCommand, StartRound
from dialogue.events import Event, RoundEnded, RoundStarted, SilenceEnded, SilenceKept, TurnPassed
from dialogue.refusals import BadSeconds, NoRound, NotYourTurn, UnknownSeat
from dialogue.rules.ownership import private_to
from dialogue.state import Dialogue
from dialogue.vocabulary import Role, SeatId

SHORTEST_SILENCE, LONGEST_SILENCE = 5, 600  # seconds


def decide(state: Dialogue, command: RoundCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case StartRound():
            order = in_turn(state)
            if not order:
                raise UnknownSeat
            return (RoundStarted(order),)
        case PassTurn(owner):
            return _pass(state, by, owner)
        case EndRound():
            if state.round is None:
                raise NoRound
            return (RoundEnded(),)
        case KeepSilence(seconds):
            if not SHORTEST_SILENCE <= seconds <= LONGEST_SILENCE:
                raise BadSeconds("seconds")
            return (SilenceKept(seconds),)
        case EndSilence():
            return () if state.silence_until is None else (SilenceEnded(),)
        case _:
            assert_never(command)


def in_turn(state: Dialogue) -> tuple[SeatId, ...]:
    """Everyone in the room as they are seated; who leads others here comes last (method.md section 6)."""
    room = [seat for seat in state.group() if seat.in_the_room]
    return tuple(seat.id for seat in sorted(room, key=lambda seat: seat.leads_others))


def _pass(state: Dialogue, by: SeatId, owner: SeatId | None) -> tuple[Event, ...]:
    if state.round is None:
        raise NoRound
    leads = state.seats[by].role is Role.FACILITATOR
    seat = owner if leads and owner is not None else private_to(state, by, owner)
    if seat not in state.round:
        raise NotYourTurn
    passed = TurnPassed(seat)
    return (passed, RoundEnded()) if state.round == (seat,) else (passed,)
