"""The door: a code, then a name for the room, then a seat. Plain forms; no account, no device check."""

from __future__ import annotations

import secrets

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.state import Dialogue
from dialogue.vocabulary import DialogueId, Hierarchy, Role
from sessions.pages.places import entered
from sessions.pages.schemas import CODE, NAME, WALL_ROLE
from sessions.pages.seats import been, let_in
from sessions.rooms.answers import Refused
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE, Surface
from sessions.rooms.ids import now_ms, read_code
from sessions.rooms.limits import Buckets
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service

FEW_PEOPLE = 5


def blueprint(service: Service) -> Blueprint:
    """The pages of the door."""
    pages = Blueprint("door", __name__)
    # A prison is one address: wrong codes are counted, loosely per address and strictly in total. Right ones are not,
    # or a hall that comes in together would find the door shut.
    tries, all_tries = Buckets(burst=60, rate=2.0), Buckets(burst=400, rate=20.0)

    def behind(typed: str) -> Place | None:
        code, address, at = read_code(typed), request.remote_addr or "", now_ms()
        allowed = tries.has_room(address, at) and all_tries.has_room("all", at)
        dialogue = service.rooms.storage.doors.behind(code) if code and allowed else None
        place = service.rooms.place(DialogueId(dialogue)) if dialogue else None
        if place is not None and place.room.committed.code == code:
            return place
        tries.take(address, at)
        all_tries.take("all", at)
        return None

    @pages.get("/join")
    def code_form() -> str:
        return render_template("door.html", code="", errors=[], back=next(iter(been()), None))

    @pages.post("/join")
    def code_given() -> Response | tuple[str, int]:
        typed = read_form(CODE, request.form.to_dict(flat=False))["code"]
        if behind(typed) is None:
            return _no_such_door(typed)
        return redirect(f"/j/{read_code(typed)}")

    @pages.get("/j/<code>")
    def name_form(code: str) -> Response | str | tuple[str, int]:
        place = behind(code)
        if place is None:
            return _no_such_door(code)
        if place.room.id in been() and "anew" not in request.args:
            return redirect(f"/d/{place.room.id}/back/{read_code(code)}")
        return _name_page(place, code, {"join_id": secrets.token_hex(16)}, [])

    @pages.get("/d/<dialogue>/back/<code>")
    def come_back(dialogue: str, code: str) -> Response:
        """Under the dialogue's path, where the seat's cookie is sent: back to one's seat, or to the door anew."""
        # A facilitator's own browser is let through to the door: to come in a second time, as someone who takes part.
        surfaces = (Surface.PARTICIPANT, Surface.CONSOLE) if SEAT_COOKIE in request.cookies else (Surface.PARTICIPANT,)
        found = entered(service, dialogue, *surfaces)
        return redirect(f"/d/{dialogue}/" if found else f"/j/{code}?anew=1")

    @pages.post("/j/<code>")
    def name_given(code: str) -> Response | str | tuple[str, int]:
        place = behind(code)
        if place is None:
            return _no_such_door(code)
        form = read_form(NAME, request.form.to_dict(flat=False))
        if form["role"] == WALL_ROLE:
            return let_in(place, "flipchart", WALL_COOKIE, service.wall_token(place))
        if _asks_who_leads(place.room.committed) and not form["leads_others"]:
            return _name_page(place, code, form, [("leads_others", _("Choose one of the two."))]), 422
        join_id, leads_others = form["join_id"] or secrets.token_hex(16), form["leads_others"] == "yes"
        answer, token = service.admit(place, join_id, form["pseudonym"], Role(form["role"]), leads_others=leads_others)
        if isinstance(answer, Refused):
            errors = [("pseudonym", _(sentence_for(answer.code, answer.limit)))]
            return _name_page(place, code, {**form, "join_id": secrets.token_hex(16)}, errors), 422
        return let_in(place, "", SEAT_COOKIE, token)

    return pages


def _asks_who_leads(state: Dialogue) -> bool:
    """The boss in the room (method.md section 6): asked only where the plan says that there may be one."""
    return state.plan.hierarchy is not Hierarchy.NONE


def _no_such_door(typed: str) -> tuple[str, int]:
    errors = [("code", _(sentence_for("door_closed")))]
    return render_template("door.html", code=typed[:40], errors=errors, back=next(iter(been()), None)), 404


def _name_page(place: Place, code: str, given: dict[str, str], errors: list[tuple[str, str]]) -> str:
    state = place.room.committed
    return render_template(
        "join.html",
        code=read_code(code),
        title=_heading(state),
        rules=state.rules,
        limits=state.limits,
        few=len(state.group()) + 1 < FEW_PEOPLE,
        pseudonym=given.get("pseudonym", ""),  # all of it: whoever wrote too much shortens it themselves
        role=given.get("role", Role.PARTICIPANT.value),
        hierarchy=state.plan.hierarchy.value,
        leads_others=given.get("leads_others", ""),
        join_id=given["join_id"],
        errors=errors,
    )


def _heading(state: Dialogue) -> str:
    """The question; the dialogue's name is the facilitator's own as soon as there is one."""
    wording = state.wordings.get(state.question) if state.question else None
    return wording.text if wording else state.title
