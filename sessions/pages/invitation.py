"""Inviting a co-facilitator: whoever leads by an account makes a link that works once; who opens it helps to lead.

Somebody who is signed in then helps by their account, as if it had been shared with them; all others by a cookie.
"""

from __future__ import annotations

import hashlib

from flask import Blueprint, current_app, jsonify, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.vocabulary import DialogueId, Hierarchy, Role
from sessions import runtime
from sessions.pages.helping import colleague, helping_page, tie
from sessions.pages.places import entered
from sessions.pages.problems import not_joined
from sessions.pages.schemas import INVITED
from sessions.pages.seats import let_in
from sessions.rooms.answers import Refused
from sessions.rooms.credentials import SEAT_COOKIE, Surface, could_lead
from sessions.rooms.ids import new_token, now_ms
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service

PURPOSE = "co_facilitator"
LASTS_MS = 24 * 3600 * 1000


def blueprint(service: Service) -> Blueprint:
    """The link as the facilitator gets it, and the page behind it."""
    pages = Blueprint("invitation", __name__, url_prefix="/d/<dialogue>")
    links = service.rooms.storage.links
    one_by_one = runtime.Lock()  # of two who open a link at the same time, one gets in

    def invited(dialogue: str, token: str) -> Place | None:
        """Where the link leads. It stands under the path of its dialogue, and opens no other.

        It opens nothing once the dialogue is closed, or whoever made it might not lead it any more.
        """
        leads_to, _, inviter = (links.peek(token, PURPOSE, now_ms()) or "").partition(" ")
        place = service.rooms.place(DialogueId(dialogue)) if leads_to == dialogue else None
        if place is None or place.room.committed.closed:
            return None
        return place if could_lead(service.rooms.storage, place, inviter) else None

    @pages.post("/invitation")
    def invite(dialogue: str) -> Response:
        found = entered(service, dialogue, Surface.CONSOLE)
        # By an account: whoever leads by a link for a while would else leave behind a way back in.
        inviter = found[1].account if found else None
        if found is None or inviter is None or found[1].seat != found[0].room.committed.facilitator:
            return not_joined()
        token, at = new_token(), now_ms()
        links.put(token, PURPOSE, f"{dialogue} {inviter}", at, at + LASTS_MS)
        base = current_app.extensions["address"] or request.host_url.rstrip("/")
        response = jsonify(ok=True, link=f"{base}/d/{dialogue}/invited/{token}", until=at + LASTS_MS)
        response.status_code = 201
        return response

    @pages.get("/invited/<token>")
    def name_form(dialogue: str, token: str) -> Response | str | tuple[str, int]:
        if entered(service, dialogue, Surface.CONSOLE):
            return redirect(f"/d/{dialogue}/console")  # whoever is in already needs no second seat
        place = invited(dialogue, token)
        return page(place, token, {}, []) if place else _used_up()

    @pages.post("/invited/<token>")
    def name_given(dialogue: str, token: str) -> Response | tuple[str, int]:
        form = read_form(INVITED, request.form.to_dict(flat=False))
        with one_by_one:
            if entered(service, dialogue, Surface.CONSOLE):
                return redirect(f"/d/{dialogue}/console")  # whoever tapped twice, too
            place, person = invited(dialogue, token), colleague(service.rooms.storage)
            if place is None:
                return _used_up()
            asks = place.room.committed.plan.hierarchy is not Hierarchy.NONE
            if asks and not form["leads_others"]:
                return page(place, token, form, [("leads_others", _("Choose one of the two."))]), 422
            # The link gives one seat, even where the server stopped before it noted that the link is used up.
            join_id = hashlib.sha256(token.encode()).hexdigest()[:32]
            leads_others = form["leads_others"] == "yes"
            answer, seat = service.admit(
                place, join_id, form["pseudonym"], Role.CO_FACILITATOR, leads_others=leads_others
            )
            if isinstance(answer, Refused):
                field = "leads_others" if answer.field == "leads_others" else "pseudonym"
                return page(place, token, form, [(field, _(sentence_for(answer.code, answer.limit)))]), 422
            if person is not None:
                tie(service, person, place, answer.receipt)
            links.take(token, PURPOSE, now_ms())
        if person is not None:
            return redirect(f"/d/{dialogue}/console")
        return let_in(place, "console", SEAT_COOKIE, seat, seat=answer.receipt)

    def page(place: Place, token: str, given: dict[str, str], errors: list[tuple[str, str]]) -> str:
        action, tied = f"/d/{place.room.id}/invited/{token}", colleague(service.rooms.storage) is not None
        return helping_page(place, action, given, errors, once=True, tied=tied)

    return pages


def _used_up() -> tuple[str, int]:
    page = render_template(
        "error.html",
        code="link_used_up",
        title=_("This link has been used"),
        sentence=_("It works once and for a day. Ask the facilitator for a new one."),
    )
    return page, 404
