"""A shared computer that nobody touched: its seat opens nothing until the return code is typed.

The page covers itself and asks for `cover`; after that even a reload shows no more than the cover. A page that could
not, because it was closed or slept or has no script, is covered here at the next request.
"""

from __future__ import annotations

import time

from flask import Blueprint, jsonify, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.vocabulary import DialogueId
from sessions import runtime
from sessions.pages.door.entrance import NOTHING_AFTER_S, Entrance
from sessions.pages.door.kiosk import begin_at, next_begins
from sessions.pages.problems import not_joined
from sessions.pages.schemas import CODE
from sessions.rooms.credentials import SEAT_COOKIE, covers
from sessions.rooms.ids import read_code
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /d/<dialogue>/cover, /covered and /uncover."""
    service = entrance.service

    def covered_place(dialogue: str) -> Place | None:
        place = service.rooms.place(DialogueId(dialogue))
        return place if place and covers(service.rooms.storage, place, request.cookies) else None

    @pages.before_app_request
    def _heard() -> None:
        dialogue = (request.view_args or {}).get("dialogue")
        place = service.rooms.place(DialogueId(dialogue)) if dialogue and SEAT_COOKIE in request.cookies else None
        if place is not None:
            service.returns.heard(place, request.cookies)

    @pages.post("/d/<dialogue>/cover")
    def cover(dialogue: str) -> Response:
        service.returns.cover(request.cookies)
        return jsonify(ok=True) if covered_place(dialogue) else not_joined()

    @pages.get("/d/<dialogue>/covered")
    def covered(dialogue: str) -> Response | str:
        place = covered_place(dialogue)
        if place is None:
            return redirect(f"/d/{dialogue}/")
        return next_begins(service, place) if service.returns.is_free(place, request.cookies) else _page(place, "", [])

    @pages.post("/d/<dialogue>/uncover")
    def uncover(dialogue: str) -> Response:
        began = time.monotonic()
        typed = read_form(CODE, request.form.to_dict(flat=False))["code"]
        place = covered_place(dialogue)
        if place is None:
            return not_joined()
        done = service.returns.uncover(place, read_code(typed) or "", request.cookies)
        if not done:
            entrance.guessed(typed)
            runtime.sleep(max(0.0, began + NOTHING_AFTER_S - time.monotonic()))
        if request.accept_mimetypes.best == "application/json":
            return jsonify(ok=done)
        if done:
            return redirect(f"/d/{dialogue}/")
        return make_response(_page(place, typed[:40], [("code", _("That is not the return code of this place."))]), 422)


def _page(place: Place, typed: str, errors: list[tuple[str, str]]) -> str:
    return render_template(
        "door/covered.html", dialogue=place.room.id, code=typed, errors=errors, begin=begin_at(place)
    )
