"""Whether somebody is needed: they lead a dialogue that is going on just now, and nobody there helps to lead it."""

from __future__ import annotations

from dialogue.vocabulary import DialogueId, Role
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Place, Rooms


def leads_alone(rooms: Rooms, account: str) -> bool:
    """Whether some group could not go on without this account. Which one, is not told."""
    for known in rooms.storage.facilitations.of_account(account):
        place = rooms.place(DialogueId(known.dialogue)) if known.seat else None
        if place and known.seat == place.room.committed.facilitator and _needs_them(place):
            return True
    return False


def _needs_them(place: Place) -> bool:
    """Whether people are there and nobody who could be offered the lead."""
    state, at = place.room.committed, now_ms()
    here = [seat for seat in state.seats.values() if not seat.gone and place.presence.is_here(seat.id, at)]
    helped = any(seat.role is Role.CO_FACILITATOR for seat in here)
    return not state.closed and bool(state.group()) and bool(here) and not helped
