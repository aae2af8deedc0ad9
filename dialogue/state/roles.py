"""How roles change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    LeadHandedBack,
    LeadOffered,
    LeadOfferWithdrawn,
    LeadsOthersMarked,
    LeadTaken,
    RoleEvent,
    ScribeAssigned,
)
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import Role, SeatId


def evolve(state: Dialogue, event: RoleEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case LeadOffered():
            return state.but(lead_offered=True)
        case LeadOfferWithdrawn():
            return state.but(lead_offered=False)
        case LeadTaken(seat):
            # Who led first gets the lead back, however often it went from hand to hand since. (An older server wrote
            # this, too, when they took an offer of it: then it is back.)
            first = state.lead_from or state.facilitator
            return _lead(state, seat).but(lead_from=None if seat == first else first)
        case LeadHandedBack(seat):
            return _lead(state, seat).but(lead_from=None)
        case ScribeAssigned(seat_or_none):
            return state.but(scribe=seat_or_none)
        case LeadsOthersMarked(seat, leads_others):
            marked = state.with_seat(replace(state.seats[seat], leads_others=leads_others))
            return _without_pen_and_chair(marked, seat) if leads_others else marked
        case _:
            assert_never(event)


def _without_pen_and_chair(state: Dialogue, seat: SeatId) -> Dialogue:
    """Whoever commands others here neither writes for them nor chairs their talk about how they work together."""
    meta = state.metas.get(state.meta) if state.meta else None
    if meta is not None and meta.chair == seat:
        state = state.with_item(replace(meta, chair=None))
    return state.but(scribe=None) if state.scribe == seat else state


def _lead(state: Dialogue, seat: SeatId) -> Dialogue:
    before = replace(state.seats[state.facilitator], role=Role.CO_FACILITATOR)
    now = replace(state.seats[seat], role=Role.FACILITATOR)
    return state.with_seat(before).with_seat(now).but(facilitator=seat, lead_offered=False)
