"""Deciding about the word and ready marks."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import EndTurn, GiveWord, LowerHand, MarkReady, RaiseHand, TurnCommand
from dialogue.events import Event, HandLowered, HandRaised, ReadyMarked, RoundEnded, TurnEnded, WordGiven
from dialogue.refusals import HandNotRaised, NoSpeaker, NotYours, UnknownSeat
from dialogue.rules.levels import waits
from dialogue.rules.ownership import person_only, private_to
from dialogue.state import Dialogue
from dialogue.vocabulary import Role, SeatId


def decide(state: Dialogue, command: TurnCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case RaiseHand(reason, owner):
            seat = person_only(state, private_to(state, by, owner))
            return () if state.hands.get(seat) is reason else (HandRaised(seat, reason),)
        case LowerHand(owner):
            leads = state.seats[by].role is Role.FACILITATOR
            seat = owner if leads and owner is not None else private_to(state, by, owner)
            if seat not in state.hands:
                raise HandNotRaised
            return (HandLowered(seat),)
        case GiveWord(seat):
            return _give(state, seat)
        case EndTurn():
            if state.speaker is None:
                raise NoSpeaker
            if by != state.speaker and state.seats[by].role is not Role.FACILITATOR:
                raise NotYours
            return (TurnEnded(state.speaker),)
        case MarkReady(ready, owner):
            seat = person_only(state, private_to(state, by, owner))
            return () if state.seats[seat].ready == ready else (ReadyMarked(seat, ready),)
        case _:
            assert_never(command)


def _give(state: Dialogue, seat: SeatId) -> tuple[Event, ...]:
    if seat not in state.seats or not state.seats[seat].takes_part:
        raise UnknownSeat("seat")
    if waits(state) and state.speaker is not None:
        # The present speaker has finished; now the meta-dialogue that was called comes first. The hand stays up.
        return (TurnEnded(state.speaker),)
    given = WordGiven(seat)
    return (given, RoundEnded()) if state.round == (seat,) and not state.in_meta else (given,)
