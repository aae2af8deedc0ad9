"""The door: a code, then a name for the room, then a seat. Plain forms; no account, no device check."""

from __future__ import annotations

import re
import secrets

from flask import Blueprint, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.state import Dialogue
from dialogue.vocabulary import DialogueId, Role
from sessions.pages.places import entered
from sessions.pages.schemas import CODE, NAME, WALL_ROLE
from sessions.rooms.answers import Refused
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE, Surface
from sessions.rooms.ids import now_ms, read_code
from sessions.rooms.limits import Buckets
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service

FEW_PEOPLE = 5
COOKIE_LASTS_S = 7 * 24 * 3600
BEEN_COOKIE = "been"
MOST_BEEN = 5
DIALOGUE_ID = re.compile(r"[0-9a-f]{20}")


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
        return render_template("door.html", code="", errors=[], back=next(iter(_been()), None))

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
        if place.room.id in _been() and "anew" not in request.args:
            return redirect(f"/d/{place.room.id}/back/{read_code(code)}")
        return _name_page(place, code, {"join_id": secrets.token_hex(16)}, [])

    @pages.get("/d/<dialogue>/back/<code>")
    def come_back(dialogue: str, code: str) -> Response:
        """Under the dialogue's path, where the seat's cookie is sent: back to one's seat, or to the door anew."""
        found = entered(service, dialogue, Surface.PARTICIPANT)
        return redirect(f"/d/{dialogue}/" if found else f"/j/{code}?anew=1")

    @pages.post("/j/<code>")
    def name_given(code: str) -> Response | str | tuple[str, int]:
        place = behind(code)
        if place is None:
            return _no_such_door(code)
        form = read_form(NAME, request.form.to_dict(flat=False))
        if form["role"] == WALL_ROLE:
            return _with_cookie(place, "flipchart", WALL_COOKIE, service.wall_token(place))
        join_id = form["join_id"] or secrets.token_hex(16)
        answer, token = service.admit(place, join_id, form["pseudonym"], Role(form["role"]))
        if isinstance(answer, Refused):
            errors = [("pseudonym", _(sentence_for(answer.code, answer.limit)))]
            return _name_page(place, code, {**form, "join_id": secrets.token_hex(16)}, errors), 422
        return _with_cookie(place, "", SEAT_COOKIE, token)

    return pages


def _been() -> list[str]:
    """Dialogues in which this browser had a seat, the latest first. It opens nothing: the seat's own cookie does."""
    return [known for known in request.cookies.get(BEEN_COOKIE, "").split(".") if DIALOGUE_ID.fullmatch(known)]


def _no_such_door(typed: str) -> tuple[str, int]:
    errors = [("code", _(sentence_for("door_closed")))]
    return render_template("door.html", code=typed[:40], errors=errors, back=next(iter(_been()), None)), 404


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
        join_id=given["join_id"],
        errors=errors,
    )


def _heading(state: Dialogue) -> str:
    """The question; the dialogue's name is the facilitator's own as soon as there is one."""
    wording = state.wordings.get(state.question) if state.question else None
    return wording.text if wording else state.title


def _with_cookie(place: Place, page: str, name: str, token: str) -> Response:
    response = make_response(redirect(f"/d/{place.room.id}/{page}"))
    path = f"/d/{place.room.id}/"
    response.set_cookie(
        name, token, max_age=COOKIE_LASTS_S, path=path, httponly=True, samesite="Lax", secure=request.is_secure
    )
    been = ".".join([place.room.id, *(known for known in _been() if known != place.room.id)][:MOST_BEEN])
    response.set_cookie(
        BEEN_COOKIE, been, max_age=COOKIE_LASTS_S, path="/", httponly=True, samesite="Lax", secure=request.is_secure
    )
    return response
