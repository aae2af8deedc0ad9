"""Before anything is looked at: whether whoever asks may open this route at all (sessions/permissions.py).

A route without a row is not served. What belongs to one dialogue asks for a relation to it, or a seat in it; those
routes look that up with the dialogue itself.
"""

from __future__ import annotations

from urllib.parse import quote

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from sessions.permissions import ROUTES, Action, Relation
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE
from sessions.rooms.persons import person_of
from sessions.storage.store import Storage

_SEATED = {SEAT_COOKIE, WALL_COOKIE}


def init(app: Flask, storage: Storage) -> None:
    """Let nobody further than the map allows."""

    app.context_processor(lambda: {"whoever": lambda: person_of(storage, request.cookies)})

    @app.before_request
    def _may_open() -> Response | None:
        if request.endpoint is None:
            return None  # there is no such page, and that is what is answered
        need = ROUTES.get(request.endpoint)
        if need is None:
            abort(404)
        if need.action is None:
            return None
        person = person_of(storage, request.cookies)
        if "dialogue" in (request.view_args or {}):
            # Whoever has a seat there needs no account; of all others, an account that waits is told what it waits for.
            waits = person is not None and person.waits and request.method == "GET" and "/api/" not in request.path
            return redirect(_to_second_factor()) if waits and not _SEATED & request.cookies.keys() else None
        if person is None:
            return redirect(f"/sign-in?to={quote(_here())}")
        own = need.action is Action.KEEP_OWN_ACCOUNT
        if person.may(need.action, Relation.OWN if own else Relation.NONE) or (own and person.held):
            return None
        if person.might(need.action):
            return redirect("/sign-in" if person.has_second_factor else _to_second_factor())
        # Whoever has no such role sees the same as where there is nothing.
        return abort(404)


def _to_second_factor() -> str:
    return f"/account/second-factor?to={quote(_here())}"


def _here() -> str:
    """Where to come back to: a page, never the sending of a form."""
    return request.full_path.rstrip("?") if request.method == "GET" else "/"
