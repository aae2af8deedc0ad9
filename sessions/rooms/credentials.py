"""Who someone is in a dialogue: told by the cookies that came with a request, never by what the request says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue.vocabulary import AUDIENCE_OF_ROLE, Audience, DialogueId, SeatId
from sessions.rooms.alongside import SEAT
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Place
from sessions.storage.store import Storage

SIGN_IN_COOKIE = "sign_in"  # an account, on every path
SEAT_COOKIE = "seat"  # a seat, on the path of its dialogue alone
WALL_COOKIE = "wall"  # a flipchart on another machine, likewise


class Surface(StrEnum):
    """What a page is for. It narrows what a credential allows and never widens it."""

    CONSOLE = "console"
    PARTICIPANT = "participant"
    FLIPCHART = "flipchart"


@dataclass(frozen=True, slots=True)
class Who:
    """Someone at one surface of one dialogue. A flipchart has no seat."""

    audience: Audience
    seat: SeatId | None


def account_of(storage: Storage, cookies: Mapping[str, str]) -> str | None:
    """The account that is signed in."""
    token = cookies.get(SIGN_IN_COOKIE)
    account = storage.accounts.signed_in(token, now_ms()) if token else None
    return account.id if account else None


def who_is(storage: Storage, place: Place, surface: Surface, cookies: Mapping[str, str]) -> Who | None:
    """Who the cookies say this is, at this surface; None when they allow nothing here."""
    state = place.room.committed
    seat = _seat(storage, place.room.id, cookies, SEAT_COOKIE)
    if surface is Surface.PARTICIPANT:
        if seat is None or seat not in state.seats or state.seats[seat].gone:
            return None
        audience = AUDIENCE_OF_ROLE[state.seats[seat].role]
        return None if audience is Audience.FACILITATOR else Who(audience, seat)
    leads = _facilitates(storage, place, cookies, seat)
    if surface is Surface.CONSOLE:
        return Who(Audience.FACILITATOR, leads) if leads else None
    walls = _seat(storage, place.room.id, cookies, WALL_COOKIE) is not None
    sits = seat is not None and seat in state.seats and not state.seats[seat].gone
    return Who(Audience.FLIPCHART, None) if leads or walls or sits else None


def _facilitates(storage: Storage, place: Place, cookies: Mapping[str, str], seat: SeatId | None) -> SeatId | None:
    """One's seat among those who lead and help to lead: by an account, or by the seat that an invitation gave.

    Who of them leads just now, the rules say at each command.
    """
    account = account_of(storage, cookies)
    led = storage.accounts.led_by(account).get(place.room.id) if account else None
    for known in (SeatId(led) if led else None, seat):
        if known is not None and known in place.room.committed.seats and place.room.committed.seats[known].facilitates:
            return known
    return None


def _seat(storage: Storage, dialogue: DialogueId, cookies: Mapping[str, str], name: str) -> SeatId | None:
    token = cookies.get(name)
    found = storage.doors.seat_of(token) if token else None
    if found is None or found.dialogue != dialogue or found.kind != (SEAT if name == SEAT_COOKIE else "wall"):
        return None
    return SeatId(found.seat)
