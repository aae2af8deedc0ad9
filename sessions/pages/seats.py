"""Someone who was just let in: the cookie of their seat, and a note of where this browser has been."""

from __future__ import annotations

import re

from flask import make_response, redirect, request
from werkzeug.wrappers import Response

from sessions.rooms.registry import Place

COOKIE_LASTS_S = 7 * 24 * 3600
BEEN_COOKIE = "been"
MOST_BEEN = 5
DIALOGUE_ID = re.compile(r"[0-9a-f]{20}")


def been() -> list[str]:
    """Dialogues in which this browser had a seat, the latest first. It opens nothing: the seat's own cookie does."""
    return [known for known in request.cookies.get(BEEN_COOKIE, "").split(".") if DIALOGUE_ID.fullmatch(known)]


def let_in(place: Place, page: str, name: str, token: str) -> Response:
    """On to a page of the dialogue, with the cookie `name` that is sent to this dialogue alone."""
    response = make_response(redirect(f"/d/{place.room.id}/{page}"))
    _set(response, name, token, f"/d/{place.room.id}/")
    here = [place.room.id, *(known for known in been() if known != place.room.id)]
    _set(response, BEEN_COOKIE, ".".join(here[:MOST_BEEN]), "/")
    return response


def _set(response: Response, name: str, value: str, path: str) -> None:
    response.set_cookie(
        name, value, max_age=COOKIE_LASTS_S, path=path, httponly=True, samesite="Lax", secure=request.is_secure
    )
