"""Coming in to help to lead, by whichever way: the page of names, and one seat for one account."""

from __future__ import annotations

from flask import render_template, request

from dialogue.vocabulary import Hierarchy, SeatId
from sessions.permissions import Action, Relation
from sessions.rooms.credentials import own_seat
from sessions.rooms.persons import Person, person_of
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.storage.store import Storage


def colleague(storage: Storage) -> Person | None:
    """Who is signed in, where their account is one that can help to lead."""
    person = person_of(storage, request.cookies)
    return person if person and person.may(Action.LEAD_DIALOGUE, Relation.CO_LEADS) else None


def tie(service: Service, person: Person, place: Place, seat: str) -> None:
    """From now on this account helps to lead here, from this seat, and its sign-in alone opens it: what took the right
    away from an account would else leave the seat's own cookie and return code behind."""
    storage, dialogue = service.rooms.storage, place.room.id
    helps = storage.facilitations.helping(person.account, dialogue, seat)
    storage.facilitations.write(*helps, storage.doors.taking(dialogue, seat))


def helps_by_cookie(storage: Storage, place: Place) -> SeatId | None:
    """The seat from which this browser helps to lead already, by a link that was opened without an account."""
    seat = own_seat(storage, place, request.cookies)
    return seat if seat and place.room.committed.seats[seat].facilitates else None


def helping_page(
    place: Place,
    action: str,
    given: dict[str, str],
    errors: list[tuple[str, str]],
    *,
    once: bool,
    tied: bool,
    seated: SeatId | None = None,
) -> str:
    """The page of names for whoever helps to lead; the form goes to `action`.

    `once`: by a link that works once. `tied`: the account that is signed in will have the seat. `seated`: a seat that
    they have already, so that no name is asked for.
    """
    state = place.room.committed
    return render_template(
        "invited.html",
        action=action,
        once=once,
        tied=tied,
        seated=state.seats[seated].pseudonym if seated else "",
        title=state.title,
        limits=state.limits,
        pseudonym=given.get("pseudonym", ""),
        asks=state.plan.hierarchy is not Hierarchy.NONE,
        leads_others=given.get("leads_others", ""),
        errors=errors,
    )
