"""A seat's own return code: on the phone's sheet "Change device", as a page, and at a shared computer after joining."""

from __future__ import annotations

from flask import Blueprint, current_app, jsonify, render_template, request
from werkzeug.wrappers import Response

from dialogue.vocabulary import DialogueId
from sessions.pages.door.entrance import Entrance
from sessions.pages.places import on_shared, shut
from sessions.pages.problems import not_joined
from sessions.rooms.credentials import own_seat


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /d/<dialogue>/return-code."""
    service = entrance.service

    @pages.get("/d/<dialogue>/return-code")
    def return_code(dialogue: str) -> Response | str:
        place = service.rooms.place(DialogueId(dialogue))
        seat = own_seat(service.rooms.storage, place, request.cookies) if place else None
        wants_json = request.accept_mimetypes.best == "application/json"
        if place is None or seat is None:
            return not_joined() if wants_json else shut(service, dialogue)
        code = service.returns.code(place, seat)
        if wants_json:
            return jsonify(code=code)
        known = place.room.committed.seats[seat]
        address = str(current_app.extensions["address"] or request.host_url.rstrip("/")).partition("//")[2]
        back = f"/d/{dialogue}/console" if known.facilitates else f"/d/{dialogue}/"
        return render_template(
            "door/return_code.html",
            code=code,
            renewed=service.returns.was_used(place, seat),
            name=known.pseudonym,
            address=address,
            back=back,
            on_shared=on_shared(service, place),
        )
