"""A computer that people use one after another: where each begins, and how one goes so that nothing is left."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from dialogue.commands import LeaveDialogue
from dialogue.vocabulary import DialogueId
from sessions.pages.door.entrance import Entrance
from sessions.pages.seats import let_go, share
from sessions.rooms.credentials import SHARED_COOKIE, knocks
from sessions.rooms.ids import read_code
from sessions.rooms.persons import SIGN_IN_COOKIE
from sessions.rooms.registry import Place
from sessions.rooms.service import Service


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /shared, /shared/<code> and /d/<dialogue>/next."""
    service = entrance.service

    @pages.get("/shared")
    def shared_anew() -> Response:
        return _start("")

    @pages.get("/shared/<code>")
    def shared(code: str) -> Response:
        """Nothing is looked up: this page must not tell which codes open something."""
        return _start(read_code(code) or "")

    @pages.post("/shared")
    def not_shared() -> Response:
        """It is somebody's own device after all."""
        response = make_response(redirect("/join"))
        response.delete_cookie(SHARED_COOKIE)
        return response

    @pages.post("/d/<dialogue>/next")
    def next_person(dialogue: str) -> Response:
        place = service.rooms.place(DialogueId(dialogue))
        if place is None:
            return redirect("/shared")
        knock = knocks(service.rooms.storage, place, request.cookies)
        if knock:
            service.by(place, knock, LeaveDialogue())
        return next_begins(service, place)


def next_begins(service: Service, place: Place) -> Response:
    """Whoever sits here is done: on to where the next person begins, with nothing of them left."""
    # Whoever has no seat here is not told the code of the door either.
    was_here = service.returns.leave(place, request.cookies)
    response = let_go(place, begin_at(place) if was_here else "/shared")
    share(response)
    return response


def begin_at(place: Place) -> str:
    """Where the next person begins: at this dialogue's door while it is open."""
    code = place.room.committed.code
    return f"/shared/{code}" if code else "/shared"


def _start(code: str) -> Response:
    signed_in = SIGN_IN_COOKIE in request.cookies
    response = make_response(render_template("door/shared.html", code=code, signed_in=signed_in))
    share(response)
    return response
