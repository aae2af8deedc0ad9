"""Deciding at the door: who comes in, who knocks, who is let in or not, under which name."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.commands import TakeSeat
from dialogue.events import DoorSet, Event, Knocked, SeatTaken, TurnedAway, WifiNoted
from dialogue.refusals import (
    DoorIsClosed,
    LeadsOthers,
    NameReserved,
    NameTaken,
    NotAllowed,
    NothingWrittenYet,
    RoomFull,
    UnknownSeat,
)
from dialogue.rules.names import resembles
from dialogue.rules.posing import is_reserved
from dialogue.state import Dialogue
from dialogue.state.door import Wifi
from dialogue.vocabulary import DoorMode, Hierarchy, Role, SeatId, Words

MOST_KNOCKING = 200  # a crowd at the door must not take the seats of those who are let in
MOST_SEATS = 1100  # a conference hall (method.md section 9); a dialogue proper has 6 to 12


def set_to(state: Dialogue, mode: DoorMode, *, latecomers_knock: bool) -> tuple[Event, ...]:
    """The open door set to let people in otherwise."""
    if state.code is None:
        raise DoorIsClosed
    if (mode, latecomers_knock) == (state.door, state.latecomers_knock):
        return ()
    return (DoorSet(mode, latecomers_knock),)


def comes_to(state: Dialogue, asked: TakeSeat, seat: SeatId) -> SeatTaken | Knocked:
    """A person at the door takes a seat, or knocks where people are let in one by one.

    Whoever helps to lead comes by invitation, before the door opens or after it was closed, and never knocks.
    """
    helps = asked.role is Role.CO_FACILITATOR
    if state.closed or (state.code is None and not helps):
        raise DoorIsClosed
    if asked.role in {Role.FACILITATOR, Role.SLIP}:
        raise NotAllowed("role")
    if helps and asked.shared:
        # Who leads is not known to a computer that the next person uses.
        raise NotAllowed("shared")
    role = _placed(state, asked.role, leads_others=asked.leads_others)
    _check_place(state)
    _check_name(state, role, asked.pseudonym)
    if not helps and (asked.knocks or state.admits):
        return Knocked(seat, role, asked.pseudonym, asked.leads_others, asked.shared)
    return SeatTaken(seat, role, asked.pseudonym, not asked.shared, asked.leads_others, asked.shared)


def seated(state: Dialogue, seat: SeatId, pseudonym: Words, *, leads_others: bool) -> SeatTaken:
    """A person without a device is seated by those who lead."""
    role = _placed(state, Role.PARTICIPANT, leads_others=leads_others)
    _check_place(state)
    _check_name(state, role, pseudonym)
    return SeatTaken(seat, role, pseudonym, device=False, leads_others=leads_others)


def admitted(state: Dialogue, wanted: SeatId) -> tuple[Event, ...]:
    """Somebody who knocks is let in, be the door closed by now; of two who let the same person in both are right."""
    seat, knock = state.seats.get(wanted), state.knocking.get(wanted)
    if seat is not None and not seat.gone:
        return ()
    if knock is None:
        raise UnknownSeat("seat")
    return (SeatTaken(wanted, knock.role, knock.pseudonym, not knock.shared, knock.leads_others, knock.shared),)


def turned_away(state: Dialogue, wanted: SeatId) -> tuple[Event, ...]:
    """Somebody who knocks is not let in."""
    if wanted in state.turned_away:
        return ()
    if wanted not in state.knocking:
        raise UnknownSeat("seat")
    return (TurnedAway(wanted),)


def wifi_noted(state: Dialogue, name: Words, password: Words) -> tuple[Event, ...]:
    """The room's network, or that it is to be forgotten; a password belongs to a name."""
    if password and not name:
        raise NothingWrittenYet("name")
    wifi = Wifi(name, password) if name else None
    return () if wifi == state.wifi else (WifiNoted(name, password),)


def _placed(state: Dialogue, role: Role, *, leads_others: bool) -> Role:
    """The boss in the room sits outside where the plan says so, and never helps to lead (method.md section 6)."""
    if not leads_others:
        return role
    if role is Role.CO_FACILITATOR:
        raise LeadsOthers("leads_others")
    outside = role is Role.PARTICIPANT and state.plan.hierarchy is Hierarchy.SITS_OUTSIDE
    return Role.OBSERVER if outside else role


def _check_place(state: Dialogue) -> None:
    """Who knocks is counted: whoever is let in finds a seat, and a crowd at the door has an end."""
    sitting = sum(not known.gone and known.role is not Role.SLIP for known in state.seats.values())
    if sitting + len(state.knocking) >= MOST_SEATS or len(state.knocking) >= MOST_KNOCKING:
        raise RoomFull


def _check_name(state: Dialogue, role: Role, pseudonym: Words) -> None:
    if role is not Role.CO_FACILITATOR and is_reserved(pseudonym, looks_on=role is Role.OBSERVER):
        raise NameReserved("pseudonym")
    if any(resembles(pseudonym, known) for known in _names(state)):
        raise NameTaken("pseudonym")


def _names(state: Dialogue) -> Iterator[Words]:
    """The names of those who are in, and of those who knock."""
    yield from (seat.pseudonym for seat in state.seats.values() if not seat.gone)
    yield from (knock.pseudonym for knock in state.knocking.values())
