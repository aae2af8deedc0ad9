"""When the lead is offered to a co-facilitator: the facilitator has been gone for a while (OFFLINE_AFTER_MS).

Nobody seizes the lead: the server only offers it, and takes the offer back when the facilitator is here again. Both
are events of the record, so that a restart changes nothing.
"""

from __future__ import annotations

from dialogue.commands import OfferLead, WithdrawLeadOffer
from dialogue.vocabulary import Role
from sessions.rooms.registry import Place


def due(place: Place, at: int) -> OfferLead | WithdrawLeadOffer | None:
    """What the server has to ask for now, going by what is on disk and by the screens; `at` in UTC milliseconds."""
    state, presence = place.room.committed, place.presence
    if state.closed:
        return None
    if state.lead_offered:
        return WithdrawLeadOffer() if presence.is_here(state.facilitator, at) else None
    helping = (seat for seat in state.seats.values() if seat.role is Role.CO_FACILITATOR and not seat.gone)
    if any(presence.screens(seat.id) for seat in helping) and presence.has_been_gone(state.facilitator, at):
        return OfferLead()
    return None
