"""Deciding who leads, who writes, who commands others here.

Nobody seizes the lead: it is offered first. Only who led before takes it back without an offer: handing back on return
is owed to them, and whoever should do it may have dropped out meanwhile.
"""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import (
    AssignScribe,
    HandBackLead,
    MarkLeadsOthers,
    OfferLead,
    RoleCommand,
    TakeLead,
    WithdrawLeadOffer,
)
from dialogue.events import (
    Event,
    LeadHandedBack,
    LeadOffered,
    LeadOfferWithdrawn,
    LeadsOthersMarked,
    LeadTaken,
    ScribeAssigned,
)
from dialogue.refusals import LeadNotOffered, LeadNotTaken, LeadsOthers, UnknownSeat
from dialogue.state import Dialogue
from dialogue.state.items import Seat
from dialogue.vocabulary import Role, SeatId


def decide(state: Dialogue, command: RoleCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case OfferLead():
            helping = any(seat.role is Role.CO_FACILITATOR and not seat.gone for seat in state.seats.values())
            return (LeadOffered(),) if helping and not state.lead_offered and not state.closed else ()
        case WithdrawLeadOffer():
            return (LeadOfferWithdrawn(),) if state.lead_offered else ()
        case TakeLead():
            if by == state.lead_from:
                return (LeadHandedBack(by),)
            if not state.lead_offered:
                raise LeadNotOffered
            return (LeadTaken(by),)
        case HandBackLead():
            if state.lead_from is None or state.lead_from == by or state.seats[state.lead_from].gone:
                raise LeadNotTaken
            return (LeadHandedBack(state.lead_from),)
        case AssignScribe(seat_or_none):
            if seat_or_none is not None:
                _check_writes(_present(state, seat_or_none))
            return () if seat_or_none == state.scribe else (ScribeAssigned(seat_or_none),)
        case MarkLeadsOthers(seat, leads_others):
            return _mark(state, _present(state, seat), leads_others)
        case _:
            assert_never(command)


def _present(state: Dialogue, wanted: SeatId) -> Seat:
    seat = state.seats.get(wanted)
    if seat is None or seat.gone or seat.role is Role.SLIP:
        raise UnknownSeat("seat")
    return seat


def _check_writes(seat: Seat) -> None:
    """A scribe has a device and commands nobody here; an observer writes nothing into the dialogue."""
    if seat.role is Role.OBSERVER or not seat.device:
        raise UnknownSeat("seat")
    if seat.leads_others:
        raise LeadsOthers("seat")


def _mark(state: Dialogue, seat: Seat, leads_others: bool) -> tuple[Event, ...]:
    if seat.leads_others == leads_others:
        return ()
    if leads_others and seat.facilitates:
        raise LeadsOthers("seat")
    return (LeadsOthersMarked(seat.id, leads_others),)
