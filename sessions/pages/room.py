"""The rooms people work in: participant, console, flipchart. Each page is empty until its script has a snapshot.

The console brings its first one along: half a wall does not wait for a socket.
"""

from __future__ import annotations

import io
import secrets

import segno
from flask import Blueprint, Response, current_app, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from dialogue.methods.evaluation import FORMS, form_of
from dialogue.views import mine_for, view_for
from dialogue.vocabulary import DialogueId, SeatId
from sessions.pages.envelope import envelope
from sessions.pages.places import entered, may_read, on_shared, shut
from sessions.pages.problems import not_joined, problem, too_often
from sessions.pages.seats import is_shared, stays
from sessions.rooms.answers import Refused
from sessions.rooms.credentials import Surface, covers, knocks, who_is
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service


def blueprint(service: Service) -> Blueprint:
    """The pages of a dialogue that are live."""
    pages = Blueprint("room", __name__, url_prefix="/d/<dialogue>")

    @pages.get("/")
    def participant(dialogue: str) -> AnyResponse:
        found = entered(service, dialogue, Surface.PARTICIPANT)
        if found is None:
            elsewhere = _elsewhere(dialogue)
            return redirect(elsewhere) if elsewhere else not_joined()
        place, who = found
        if not may_read(service, who):
            return too_often()
        seat = who.seat or SeatId("")
        state = place.room.committed
        plain = {
            "view": view_for(state, who.audience),
            "me": mine_for(state, seat),
            "form": FORMS[form_of(state.options)],
            "nonce": secrets.token_hex(16),
        }
        page = render_template("participant.html", dialogue=dialogue, plain=plain, shared=on_shared(service, place))
        return stays(service.rooms.storage, place, page)

    @pages.get("/console")
    def console(dialogue: str) -> AnyResponse:
        found = entered(service, dialogue, Surface.CONSOLE)
        if found is None:
            return not_joined()
        place, who = found
        if not may_read(service, who):
            return too_often()
        with place.lock:
            first = service.rooms.everything(place, who.audience, who.seat)
        address = current_app.extensions["address"]
        page = render_template("console.html", dialogue=dialogue, address=address, first=first)
        return stays(service.rooms.storage, place, page)

    @pages.get("/flipchart")
    def flipchart(dialogue: str) -> AnyResponse:
        found = entered(service, dialogue, Surface.FLIPCHART)
        if found is None:
            return not_joined()
        address = str(current_app.extensions["address"]).partition("//")[2]
        page = render_template("flipchart.html", dialogue=dialogue, address=address)
        return stays(service.rooms.storage, found[0], page)

    @pages.get("/qr.svg")
    def qr(dialogue: str) -> AnyResponse:
        found = entered(service, dialogue, Surface.FLIPCHART, Surface.PARTICIPANT)
        code = found[0].room.committed.code if found else None
        if code is None:
            return not_joined()
        base = current_app.extensions["address"] or request.host_url.rstrip("/")
        drawn = io.BytesIO()
        segno.make(f"{base}/j/{code}", error="m").save(drawn, kind="svg", xmldecl=False, scale=8, border=2)
        return Response(drawn.getvalue(), mimetype="image/svg+xml")

    @pages.post("/plain")
    def plain(dialogue: str) -> AnyResponse:
        """What the forms of a browser without JavaScript send: the same commands."""
        found = entered(service, dialogue, Surface.PARTICIPANT)
        if found is None or found[1].seat is None:
            return shut(service, dialogue)
        answer = service.command(found[0], found[1].seat, envelope(request.form))
        if isinstance(answer, Refused):
            sentence = _(sentence_for(answer.code, answer.limit))
            return problem(422, answer.code, _("This was not taken"), sentence)
        return redirect(f"/d/{dialogue}/")

    def _elsewhere(dialogue: str) -> str | None:
        """Where someone is to go who has no participant's room here just now, but something else."""
        place, storage = service.rooms.place(DialogueId(dialogue)), service.rooms.storage
        if place is None:
            return None
        if who_is(storage, place, Surface.CONSOLE, request.cookies):
            return f"/d/{dialogue}/console"
        if knocks(storage, place, request.cookies):
            return f"/d/{dialogue}/waiting"
        if covers(storage, place, request.cookies):
            return f"/d/{dialogue}/covered"
        return "/shared" if is_shared() else None

    return pages
