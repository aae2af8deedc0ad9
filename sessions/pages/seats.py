"""Someone who was just let in: the cookie of their seat, and a note of where this browser has been."""

from __future__ import annotations

import re

from flask import make_response, redirect, request, session
from werkzeug.wrappers import Response

from sessions.rooms.credentials import SEAT_COOKIE, SHARED_COOKIE
from sessions.rooms.registry import Place

COOKIE_LASTS_S = 7 * 24 * 3600
BEEN_COOKIE = "been"
MOST_BEEN = 5
DIALOGUE_ID = re.compile(r"[0-9a-f]{20}")


def been() -> list[str]:
    """Dialogues in which this browser had a seat, the latest first. It opens nothing: the seat's own cookie does."""
    return [known for known in request.cookies.get(BEEN_COOKIE, "").split(".") if DIALOGUE_ID.fullmatch(known)]


def is_shared() -> bool:
    """Whether this is a computer that people use one after another, as far as it was said."""
    return request.cookies.get(SHARED_COOKIE) == "1"


def let_in(place: Place, page: str, name: str, token: str, *, shared: bool = False) -> Response:
    """On to a page of the dialogue, with the cookie `name` that is sent to this dialogue alone.

    On a shared computer it ends with the browser at the latest, and no note is kept.
    """
    response = make_response(redirect(f"/d/{place.room.id}/{page}"))
    lasts = None if shared else COOKIE_LASTS_S
    _set(response, name, token, _path_of(place), lasts)
    if shared:
        share(response)
        return response
    here = [place.room.id, *(known for known in been() if known != place.room.id)]
    _set(response, BEEN_COOKIE, ".".join(here[:MOST_BEEN]), "/", lasts)
    return response


def share(response: Response) -> None:
    """From now on, until the browser is closed, this is a computer that people use one after another."""
    _set(response, SHARED_COOKIE, "1", "/", None)


def let_go(place: Place, to: str) -> Response:
    """On to another page, with nothing left of whoever sat here: their seat's cookie, the note, the form's cookie."""
    response = make_response(redirect(to))
    response.delete_cookie(SEAT_COOKIE, path=_path_of(place))
    response.delete_cookie(BEEN_COOKIE)
    session.clear()
    return response


def _path_of(place: Place) -> str:
    return f"/d/{place.room.id}/"


def _set(response: Response, name: str, value: str, path: str, lasts: int | None) -> None:
    response.set_cookie(name, value, max_age=lasts, path=path, httponly=True, samesite="Lax", secure=request.is_secure)
