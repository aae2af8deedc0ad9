"""Deciding about paper slips."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import ClaimSlip, PrintSlips, SlipCommand
from dialogue.events import Event, SeatTaken, SlipClaimed
from dialogue.refusals import LeadsOthers, TooManySlips, UnknownSeat
from dialogue.rules.positions import forgotten
from dialogue.state import Dialogue
from dialogue.vocabulary import Role, SeatId, Words

MOST_SLIPS = 60  # for one dialogue: twelve people, several slips each


def decide(state: Dialogue, command: SlipCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case PrintSlips(count, numbers):
            return _print(state, count, numbers, by, fresh)
        case ClaimSlip(slip, owner):
            known, person = state.seats.get(slip), state.seats.get(owner)
            if known is None or known.role is not Role.SLIP or known.gone:
                raise UnknownSeat("slip")
            if person is None or not person.takes_part:
                raise UnknownSeat("owner")
            # Whoever has taken a position keeps that; the one on the slip is then nobody's.
            left = [state.positions[slip]] if slip in state.positions and owner in state.positions else []
            return (SlipClaimed(slip, owner), *forgotten(state, *left))
        case _:
            assert_never(command)


def _print(state: Dialogue, count: int, numbers: tuple[str, ...], by: SeatId, fresh: str) -> tuple[Event, ...]:
    """A slip is a seat without a device that no one counts. Numbers drawn twice are passed over."""
    if state.seats[by].leads_others:
        raise LeadsOthers
    printed = {seat.pseudonym for seat in state.seats.values() if seat.role is Role.SLIP}
    if not 0 < count <= MOST_SLIPS - len(printed):
        raise TooManySlips("count")
    new = [number for number in dict.fromkeys(numbers) if number not in printed][:count]
    return tuple(
        SeatTaken(SeatId(f"{fresh}-{place}"), Role.SLIP, Words(number), device=False, leads_others=False)
        for place, number in enumerate(new)
    )
