"""Who someone is in a dialogue: told by the cookies that came with a request, never by what the request says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue.vocabulary import AUDIENCE_OF_ROLE, Audience, SeatId
from sessions.permissions import Action, Relation, may
from sessions.rooms.alongside import COVERED, SEAT, SHARED, WALL
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import person_of
from sessions.rooms.registry import Place
from sessions.storage.store import Storage

SEAT_COOKIE = "seat"  # a seat, on the path of its dialogue alone
WALL_COOKIE = "wall"  # a flipchart on another machine, likewise
SHARED_COOKIE = "shared"  # "1" on a computer that people use one after another


class Surface(StrEnum):
    """What a page is for. It narrows what a credential allows and never widens it."""

    CONSOLE = "console"
    PARTICIPANT = "participant"
    FLIPCHART = "flipchart"


@dataclass(frozen=True, slots=True)
class Who:
    """Someone at one surface of one dialogue. A flipchart has no seat; `account`: by whose rights, if by an account."""

    audience: Audience
    seat: SeatId | None
    account: str | None = None


def who_is(storage: Storage, place: Place, surface: Surface, cookies: Mapping[str, str]) -> Who | None:
    """Who the cookies say this is, at this surface; None when they allow nothing here."""
    state = place.room.committed
    seat = token_of(storage, place, cookies, SEAT, SHARED)
    if surface is Surface.PARTICIPANT:
        if seat is None or seat not in state.seats or state.seats[seat].gone:
            return None
        audience = AUDIENCE_OF_ROLE[state.seats[seat].role]
        return None if audience is Audience.FACILITATOR else Who(audience, seat)
    leads = _facilitates(storage, place, cookies, seat)
    if surface is Surface.CONSOLE:
        return leads
    if leads:
        return Who(Audience.FLIPCHART, None, leads.account)
    walls = token_of(storage, place, cookies, WALL) is not None
    sits = seat is not None and seat in state.seats and not state.seats[seat].gone
    return Who(Audience.FLIPCHART, None) if walls or sits else None


def reads(storage: Storage, place: Place, cookies: Mapping[str, str]) -> Who | None:
    """Somebody with whom the record was shared. Only once it is closed: nobody reads along unseen."""
    person = person_of(storage, cookies)
    known = storage.facilitations.of(person.account, place.room.id) if person else None
    if person is None or known is None or known.relation is not Relation.READS or not place.room.committed.closed:
        return None
    return Who(Audience.OBSERVER, None, person.account) if person.may(Action.READ_RECORD, Relation.READS) else None


def _facilitates(storage: Storage, place: Place, cookies: Mapping[str, str], seat: SeatId | None) -> Who | None:
    """One's place among those who lead and help to lead: by an account, or by the seat that an invitation gave.

    Who of them leads just now, the rules say at each command.
    """
    seats = place.room.committed.seats
    person = person_of(storage, cookies)
    known = storage.facilitations.of(person.account, place.room.id) if person else None
    if person is not None and known is not None and person.may(Action.LEAD_DIALOGUE, known.relation):
        led = SeatId(known.seat)
        if led in seats and seats[led].facilitates:
            return Who(Audience.FACILITATOR, led, person.account)
    if seat is not None and seat in seats and seats[seat].facilitates:
        return Who(Audience.FACILITATOR, seat)
    return None


def could_lead(storage: Storage, place: Place, account: str) -> bool:
    """Whether this account, signed in or not, leads or helps to lead here, and has the seat to do so."""
    known, relation = storage.accounts.with_id(account), storage.facilitations.of(account, place.room.id)
    if known is None or known.closed or relation is None:
        return False
    seat = place.room.committed.seats.get(SeatId(relation.seat))
    return seat is not None and seat.facilitates and may(known.roles, Action.LEAD_DIALOGUE, relation.relation)


def own_seat(storage: Storage, place: Place, cookies: Mapping[str, str]) -> SeatId | None:
    """The seat that the seat's cookie opens, whatever its role; an account has its own way to come back."""
    seat = token_of(storage, place, cookies, SEAT, SHARED)
    seats = place.room.committed.seats
    return seat if seat is not None and seat in seats and not seats[seat].gone else None


def knocks(storage: Storage, place: Place, cookies: Mapping[str, str]) -> SeatId | None:
    """The seat to be of whoever has knocked and waits. It opens nothing until they are let in."""
    seat = token_of(storage, place, cookies, SEAT, SHARED)
    return seat if seat is not None and seat in place.room.committed.knocking else None


def covers(storage: Storage, place: Place, cookies: Mapping[str, str]) -> SeatId | None:
    """Whose place is covered on this shared computer. It opens nothing until it is uncovered."""
    return token_of(storage, place, cookies, COVERED)


def token_of(storage: Storage, place: Place, cookies: Mapping[str, str], *kinds: str) -> SeatId | None:
    """The seat in this dialogue whose token of one of these kinds is shown. Showing it, it lasts as long again.

    Not once the dialogue is closed: its archive is read by a seat for a week after, not for ever.
    """
    token, at = cookies.get(WALL_COOKIE if WALL in kinds else SEAT_COOKIE), now_ms()
    found = storage.doors.seat_of(token, at) if token else None
    if token is None or found is None or found.dialogue != place.room.id or found.kind not in kinds:
        return None
    if not place.room.committed.closed:
        storage.doors.used(token, found, at)
    return SeatId(found.seat)
