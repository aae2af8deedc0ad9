"""Someone who was just let in: the cookie of their seat, and a note of where this browser has been."""

from __future__ import annotations

import re

from flask import make_response, redirect, request, session
from werkzeug.wrappers import Response

from dialogue.vocabulary import SeatId
from sessions.rooms.alongside import SEAT, WALL
from sessions.rooms.credentials import SEAT_COOKIE, SHARED_COOKIE, WALL_COOKIE, token_of
from sessions.rooms.registry import Place
from sessions.storage.doors import TOKEN_LASTS_DAYS
from sessions.storage.store import Storage

COOKIE_LASTS_S = TOKEN_LASTS_DAYS * 24 * 3600
BEEN_COOKIE = "been"
MOST_BEEN = 5
NOTE = re.compile(r"([0-9a-f]{20})(?:-([0-9a-f]{20}))?")  # a dialogue, and the seat


def been() -> list[str]:
    """Dialogues in which this browser had a seat, the latest first. It opens nothing: the seat's own cookie does."""
    return list(_notes())


def lost_a_place(place: Place) -> bool:
    """Whether this browser had a seat here, or knocked, and has not now: removed, turned away, or gone by itself."""
    seat, state = SeatId(_notes().get(place.room.id, "")), place.room.committed
    return bool(seat) and seat not in state.knocking and (seat not in state.seats or state.seats[seat].gone)


def is_shared() -> bool:
    """Whether this is a computer that people use one after another, as far as it was said."""
    return request.cookies.get(SHARED_COOKIE) == "1"


def let_in(place: Place, page: str, name: str, token: str, *, seat: str = "", shared: bool = False) -> Response:
    """On to a page of the dialogue, with the cookie `name` that is sent to this dialogue alone; a wall has no `seat`.

    On a shared computer it ends with the browser at the latest, and no note is kept.
    """
    response = make_response(redirect(f"/d/{place.room.id}/{page}"))
    lasts = None if shared else COOKIE_LASTS_S
    _set(response, name, token, _path_of(place), lasts)
    if shared:
        share(response)
        return response
    known_here = seat or _notes().get(place.room.id, "")  # a wall hung up beside a seat takes nothing from it
    notes = {place.room.id: known_here} | {known: had for known, had in _notes().items() if known != place.room.id}
    written = [f"{known}-{had}" if had else known for known, had in notes.items()]
    _set(response, BEEN_COOKIE, ".".join(written[:MOST_BEEN]), "/", lasts)
    return response


def stays(storage: Storage, place: Place, page: str) -> Response:
    """A page of the dialogue; the cookies that open it last as long again, but on a shared computer."""
    response = make_response(page)
    if place.room.committed.closed or is_shared():
        return response
    for name, kind in ((SEAT_COOKIE, SEAT), (WALL_COOKIE, WALL)):
        if token_of(storage, place, request.cookies, kind):
            _set(response, name, request.cookies[name], _path_of(place), COOKIE_LASTS_S)
    return response


def share(response: Response) -> None:
    """From now on, until the browser is closed, this is a computer that people use one after another."""
    _set(response, SHARED_COOKIE, "1", "/", None)


def let_go(place: Place, to: str, *, forget: bool = True) -> Response:
    """On to another page, with nothing left of whoever sat here: their seat's cookie, the form's cookie, and, but for
    `forget`, the note."""
    response = make_response(redirect(to))
    response.delete_cookie(SEAT_COOKIE, path=_path_of(place))
    if forget:
        response.delete_cookie(BEEN_COOKIE)
    session.clear()
    return response


def _notes() -> dict[str, str]:
    """Dialogue -> the seat that this browser had there last; "" for a wall."""
    found = map(NOTE.fullmatch, request.cookies.get(BEEN_COOKIE, "").split("."))
    return {known[1]: known[2] or "" for known in found if known}


def _path_of(place: Place) -> str:
    return f"/d/{place.room.id}/"


def _set(response: Response, name: str, value: str, path: str, lasts: int | None) -> None:
    response.set_cookie(name, value, max_age=lasts, path=path, httponly=True, samesite="Lax", secure=request.is_secure)
