"""Sharing a dialogue with a colleague: to help to lead it, or, once it is closed, to read its record."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.vocabulary import DialogueId, Hierarchy, Role, SeatId
from sessions import runtime
from sessions.pages.helping import helping_page, helps_by_cookie, tie
from sessions.pages.problems import not_joined
from sessions.pages.schemas import INVITED, SHARE, STOP
from sessions.permissions import Action, Relation, StaffRole, may
from sessions.rooms.answers import Refused
from sessions.rooms.ids import new_command_id
from sessions.rooms.persons import Person, person_of
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service
from sessions.storage.accounts import Account
from sessions.storage.facilitations import Facilitation


@dataclass(frozen=True, slots=True)
class Shared:
    """With whom, how, and whether they have come in."""

    account: str
    name: str
    relation: Relation
    seat: str


def blueprint(service: Service) -> Blueprint:
    """The pages of sharing, and the way in of whoever was asked to help."""
    pages = Blueprint("sharing", __name__, url_prefix="/d/<dialogue>")
    storage = service.rooms.storage
    one_by_one = runtime.Lock()  # of two windows of the same person, one takes the seat

    def asked(dialogue: str, action: Action) -> tuple[Place, Person, str] | None:
        """The place, who asks, and their seat there, if their relation to it allows the action."""
        person = person_of(storage, request.cookies)
        known = storage.facilitations.of(person.account, dialogue) if person else None
        place = service.rooms.place(DialogueId(dialogue)) if known else None
        if person is None or known is None or place is None or not person.may(action, known.relation):
            return None
        return place, person, known.seat

    def page(place: Place, person: Person, errors: list[tuple[str, str]]) -> str:
        everyone = {account.id: account for account in storage.accounts.all() if not account.closed}
        shared = [
            Shared(known.account, everyone[known.account].name, known.relation, known.seat)
            for known in storage.facilitations.of_dialogue(place.room.id)
            if known.relation is not Relation.LEADS and known.account in everyone
        ]
        others = [account for account in everyone.values() if account.id != person.account]
        return render_template(
            "sharing.html",
            dialogue=place.room.id,
            title=place.room.committed.title,
            closed=place.room.committed.closed,
            shared=shared,
            helpers=[account for account in others if _can(account, Relation.CO_LEADS)],
            readers=[account for account in others if _can(account, Relation.READS)],
            errors=errors,
        )

    def taken_back(place: Place, known: Facilitation, seat: str) -> None:
        """What an account was allowed here ends, and what it has open; what one began oneself stays."""
        if known.relation is Relation.LEADS:
            return
        storage.doors.write(storage.facilitations.taking(known.account, known.dialogue))
        if known.seat and not place.room.committed.closed:
            envelope = {"id": new_command_id(), "type": "remove_seat", "data": {"seat": known.seat}}
            service.command(place, SeatId(seat), envelope)
        service.rights_ended(known.account)

    @pages.get("/sharing")
    def sharing(dialogue: str) -> str | Response:
        found = asked(dialogue, Action.SHARE_DIALOGUE)
        return page(found[0], found[1], []) if found else not_joined()

    @pages.post("/sharing")
    def share(dialogue: str) -> Response | tuple[str, int]:
        form = read_form(SHARE, request.form.to_dict(flat=False))
        found = asked(dialogue, Action.SHARE_DIALOGUE)
        if found is None:
            return not_joined()
        place, person, seat = found
        account, relation = storage.accounts.with_id(form["account"]), form["relation"]
        if account is None or account.closed or account.id == person.account or not _can(account, relation):
            return page(place, person, [("account", _("Choose a colleague from the list."))]), 422
        known = storage.facilitations.of(account.id, dialogue)
        if known is not None:
            taken_back(place, known, seat)
        storage.facilitations.share(account.id, dialogue, relation)
        return redirect(f"/d/{dialogue}/sharing")

    @pages.post("/sharing/stop")
    def stop(dialogue: str) -> Response:
        form = read_form(STOP, request.form.to_dict(flat=False))
        found = asked(dialogue, Action.SHARE_DIALOGUE)
        if found is None:
            return not_joined()
        place, _person, seat = found
        known = storage.facilitations.of(form["account"], dialogue)
        if known is not None:
            taken_back(place, known, seat)
        return redirect(f"/d/{dialogue}/sharing")

    @pages.get("/help")
    def name_form(dialogue: str) -> Response | str:
        found = asked(dialogue, Action.LEAD_DIALOGUE)
        if found is None:
            return not_joined()
        place, _person, seat = found
        if was_removed(place, seat):
            return not_joined()
        return redirect(f"/d/{dialogue}/console") if _sits(place, seat) else help_page(place, {}, [])

    @pages.post("/help")
    def name_given(dialogue: str) -> Response | tuple[str, int]:
        form = read_form(INVITED, request.form.to_dict(flat=False))
        with one_by_one:
            found = asked(dialogue, Action.LEAD_DIALOGUE)
            if found is None:
                return not_joined()
            place, person, seat = found
            if was_removed(place, seat):
                return not_joined()
            if _sits(place, seat):
                return redirect(f"/d/{dialogue}/console")
            here = helps_by_cookie(storage, place)
            if here is not None:
                tie(service, person, place, here)
                return redirect(f"/d/{dialogue}/console")
            asks = place.room.committed.plan.hierarchy is not Hierarchy.NONE
            if asks and not form["leads_others"]:
                return help_page(place, form, [("leads_others", _("Choose one of the two."))]), 422
            leads_others = form["leads_others"] == "yes"
            answer, _token = service.admit(
                place, new_command_id(), form["pseudonym"], Role.CO_FACILITATOR, leads_others=leads_others
            )
            if isinstance(answer, Refused):
                field = "leads_others" if answer.field == "leads_others" else "pseudonym"
                return help_page(place, form, [(field, _(sentence_for(answer.code, answer.limit)))]), 422
            tie(service, person, place, answer.receipt)
        return redirect(f"/d/{dialogue}/console")

    def help_page(place: Place, given: dict[str, str], errors: list[tuple[str, str]]) -> str:
        here = helps_by_cookie(storage, place)
        return helping_page(place, f"/d/{place.room.id}/help", given, errors, once=False, tied=True, seated=here)

    return pages


def _can(account: Account, relation: Relation) -> bool:
    """Whether sharing so would give this account anything."""
    action = Action.LEAD_DIALOGUE if relation is Relation.CO_LEADS else Action.READ_RECORD
    roles = account.roles - {StaffRole.ADMINISTRATOR}
    return relation in {Relation.CO_LEADS, Relation.READS} and may(roles, action, relation)


def _sits(place: Place, seat: str) -> bool:
    known = place.room.committed.seats.get(SeatId(seat))
    return known is not None and known.facilitates


def was_removed(place: Place, seat: str) -> bool:
    """Whether this colleague had a seat and was sent away, or left: asking again is the facilitator's."""
    known = place.room.committed.seats.get(SeatId(seat))
    return known is not None and known.gone
