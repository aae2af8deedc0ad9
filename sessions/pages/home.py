"""Home: what somebody's account is for; for everyone else the door."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from dialogue.state import Dialogue
from dialogue.vocabulary import DialogueId, StageKey
from sessions.pages.sharing import was_removed
from sessions.permissions import Action, Relation, StaffRole
from sessions.rooms.persons import Person, person_of
from sessions.rooms.service import Service
from sessions.storage.facilitations import Facilitation

_OPENS = {
    Relation.LEADS: Action.LEAD_DIALOGUE,
    Relation.CO_LEADS: Action.LEAD_DIALOGUE,
    Relation.READS: Action.READ_RECORD,
}


def blueprint(service: Service) -> Blueprint:
    """The home page."""
    pages = Blueprint("home", __name__)
    storage = service.rooms.storage

    @pages.get("/")
    def home() -> str | Response:
        person = person_of(storage, request.cookies)
        if person is None:
            return redirect("/join")
        if not person.may(Action.LIST_DIALOGUES):
            return redirect(_elsewhere(person))
        mine = storage.facilitations.of_account(person.account)
        cards = [card(service, known) for known in mine if person.may(_OPENS[known.relation], known.relation)]
        known = sorted((found for found in cards if found), key=lambda found: -int(str(found["created"])))
        return render_template(
            "home.html",
            prepares=person.may(Action.PREPARE_DIALOGUE),
            looks_after=StaffRole.ADMINISTRATOR in person.held and not storage.places.all(),
            now=[found for found in known if found["kind"] == "now"],
            upcoming=[found for found in known if found["kind"] == "upcoming"],
            past=[found for found in known if found["kind"] == "past"],
        )

    return pages


def _elsewhere(person: Person) -> str:
    """Where somebody without dialogues of their own goes."""
    if person.may(Action.SEE_RELEASES):
        return "/outcomes"
    return "/people" if person.may(Action.MANAGE_PEOPLE) or person.might(Action.MANAGE_PEOPLE) else "/account"


def card(service: Service, known: Facilitation) -> dict[str, object] | None:
    """A dialogue as somebody's home shows it; what is shared for reading once it is closed.

    None of it for whoever was removed from it.
    """
    place = service.rooms.place(DialogueId(known.dialogue))
    if place is None:
        return None
    state: Dialogue = place.room.committed
    reads = known.relation is Relation.READS
    if (reads and not state.closed) or was_removed(place, known.seat):
        return None
    wording = state.wordings.get(state.question) if state.question else None
    begun = state.stage is not StageKey.OPENING or bool(state.group()) or state.code is not None
    return {
        "id": known.dialogue,
        "title": state.title,
        "question": wording.text if wording else None,
        "people": len(state.group()),
        "created": state.created_at,
        "stage": state.stage.value,
        "kind": "past" if state.closed else "now" if begun else "upcoming",
        "relation": known.relation.value,
        "to": "archive" if state.closed else "console" if known.seat else "help",
    }
