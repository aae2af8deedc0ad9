"""Behind a join code: a name for this dialogue, and what is promised; then a seat, or a knock at the door."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping

from flask import Blueprint, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.rules.names import Taken
from dialogue.state import Dialogue
from dialogue.vocabulary import Hierarchy, Role, SeatId
from sessions.pages.door.entrance import Entrance, browser, is_full
from sessions.pages.places import entered
from sessions.pages.pseudonyms import suggest
from sessions.pages.schemas import NAME, WALL_ROLE
from sessions.pages.seats import been, is_shared, let_in, lost_a_place, share
from sessions.rooms.answers import TOO_MANY, Refused
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE, Surface
from sessions.rooms.ids import now_ms, read_code
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for

FEW_PEOPLE = 5
Errors = list[tuple[str, str]]


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /j/<code>, and the way back to one's seat by the same code."""
    service, doorstep = entrance.service, entrance.doorstep

    @pages.get("/j/<code>")
    def name_form(code: str) -> Response | tuple[str, int]:
        began = time.monotonic()
        place = entrance.behind(code, full=True)
        shared = is_shared() or request.args.get("shared") == "1"
        if place and place.room.id in been() and "anew" not in request.args and not shared:
            return redirect(f"/d/{place.room.id}/back/{read_code(code)}")
        if place is None or is_full(place.room.committed):
            return entrance.nothing(code, began)
        doorstep.names(place.room.id, browser(), now_ms())
        given = {"pseudonym": _suggested(place.room.committed), "shared": "yes" if shared else ""}
        response = make_response(_page(place, code, given, []))
        if shared:
            share(response)
        return response

    @pages.get("/d/<dialogue>/back/<code>")
    def come_back(dialogue: str, code: str) -> Response:
        """Under the dialogue's path, where the seat's cookie is sent: back to one's seat, or to the door anew."""
        # A facilitator's own browser is let through to the door: to come in a second time, as someone who takes part.
        surfaces = (Surface.PARTICIPANT, Surface.CONSOLE) if SEAT_COOKIE in request.cookies else (Surface.PARTICIPANT,)
        found = entered(service, dialogue, *surfaces)
        return redirect(f"/d/{dialogue}/" if found else f"/j/{code}?anew=1")

    @pages.post("/j/<code>")
    def name_given(code: str) -> Response | str | tuple[str, int]:
        began = time.monotonic()
        place = entrance.behind(code)
        if place is None:
            return entrance.nothing(code, began)
        form = read_form(NAME, request.form.to_dict(flat=False))
        if form["another"]:
            again = {**form, "pseudonym": _suggested(place.room.committed, form["pseudonym"])}
            return _page(place, code, again, [])
        if not entrance.joins.take(place.room.id, now_ms()):
            return _page(place, code, form, [("pseudonym", _(sentence_for(TOO_MANY.code)))]), 429
        if form["role"] == WALL_ROLE:
            # A wall shows all that is said, and nobody sees who looks: where people knock, a code hangs up none.
            if place.room.committed.admits or _knocks_anyway(place):
                shut = _("Each one is let in just now. Open the flipchart at the facilitator's console.")
                return _page(place, code, {}, [("pseudonym", shut)]), 422
            return let_in(place, "flipchart", WALL_COOKIE, service.wall_token(place))
        return _come(place, code, form, began)

    def _come(place: Place, code: str, form: dict[str, str], began: float) -> Response | tuple[str, int]:
        if _asks_who_leads(place.room.committed) and not form["leads_others"]:
            return _page(place, code, form, [("leads_others", _("Choose one of the two."))]), 422
        shared = is_shared() or form["shared"] == "yes"
        answer, token = service.admit(
            place,
            form["join_id"] or secrets.token_hex(16),
            form["pseudonym"],
            Role(form["role"]),
            leads_others=form["leads_others"] == "yes",
            shared=shared,
            knocks=_knocks_anyway(place),
        )
        if isinstance(answer, Refused):
            if answer.code in {"door_closed", "room_full"}:  # meanwhile
                return entrance.nothing(code, began)
            doorstep.names(place.room.id, browser(), now_ms(), refused=answer.code)
            errors = [("pseudonym", _(sentence_for(answer.code, answer.limit)))]
            return _page(place, code, {**form, "join_id": ""}, errors), 422
        seat = SeatId(answer.receipt)
        if seat in place.room.committed.knocking:
            doorstep.came_on(place.room.id, browser())
            return let_in(place, "waiting", SEAT_COOKIE, token, seat=seat, shared=shared)
        doorstep.came_in(place.room.id, browser(), seat, now_ms())
        return let_in(place, "return-code" if shared else "", SEAT_COOKIE, token, seat=seat, shared=shared)

    def _knocks_anyway(place: Place) -> bool:
        """Whatever the door says: while codes are guessed, and whoever was sent away and comes again."""
        return entrance.siege.is_on(now_ms()) or lost_a_place(place)


def _suggested(state: Dialogue, but: str = "") -> str:
    """A name in the reader's language that nobody has here; another one than `but`."""
    known = [seat.pseudonym for seat in state.seats.values() if not seat.gone]
    known += [one.pseudonym for one in state.knocking.values()]
    return suggest(list(request.accept_languages.values()), Taken([*known, but]))


def _asks_who_leads(state: Dialogue) -> bool:
    """The boss in the room (method.md section 6): asked only where the plan says that there may be one."""
    return state.plan.hierarchy is not Hierarchy.NONE


def _page(place: Place, code: str, given: Mapping[str, str], errors: Errors) -> str:
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
        join_id=given.get("join_id") or secrets.token_hex(16),
        on_shared=is_shared() or given.get("shared") == "yes",
        certain=is_shared() or request.args.get("shared") == "1",
        errors=errors,
    )


def _heading(state: Dialogue) -> str:
    """The question; the dialogue's name is the facilitator's own as soon as there is one."""
    wording = state.wordings.get(state.question) if state.question else None
    return wording.text if wording else state.title
