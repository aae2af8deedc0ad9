"""Which dialogue a page is about, and who is looking at it."""

from __future__ import annotations

from flask import make_response, redirect, request
from werkzeug.wrappers import Response

from dialogue.vocabulary import DialogueId
from sessions.pages.problems import not_joined
from sessions.pages.seats import is_shared
from sessions.rooms.alongside import SHARED
from sessions.rooms.answers import COVERED
from sessions.rooms.credentials import Surface, Who, covers, reads, token_of, who_is
from sessions.rooms.registry import Place
from sessions.rooms.service import Service


def entered(service: Service, dialogue: str, *surfaces: Surface) -> tuple[Place, Who] | None:
    """The place and who this is at the first of these surfaces that their cookies allow."""
    place = service.rooms.place(DialogueId(dialogue))
    if place is None:
        return None
    for surface in surfaces:
        who = who_is(service.rooms.storage, place, surface, request.cookies)
        if who is not None:
            return place, who
    return None


def shared_with(service: Service, dialogue: str) -> tuple[Place, Who] | None:
    """The place and who this is, where its record was shared with them for reading."""
    place = service.rooms.place(DialogueId(dialogue))
    who = reads(service.rooms.storage, place, request.cookies) if place else None
    return (place, who) if place and who else None


def may_read(service: Service, who: Who) -> bool:
    """Whether this person may have everything once more: each time the whole record or view is made for them."""
    return service.may_read(who.seat or who.account or "")


def on_shared(service: Service, place: Place) -> bool:
    """Whether this page of a seat is looked at on a computer that people use one after another: the seat's token was
    given to one. What its browser says of itself does not count: a link that is sent around makes it say so, and who
    came in on their own phone was never shown the code that they would be asked for."""
    return token_of(service.rooms.storage, place, request.cookies, SHARED) is not None


def shut(service: Service, dialogue: str) -> Response:
    """The answer to whoever may not have this page just now: the cover where their place is covered, and on a shared
    computer that somebody has left, where the next person begins."""
    place, asks_api = service.rooms.place(DialogueId(dialogue)), "/api/" in request.path
    if place is not None and covers(service.rooms.storage, place, request.cookies):
        return make_response(COVERED.as_ack(), 503) if asks_api else redirect(f"/d/{dialogue}/covered")
    return redirect("/shared") if is_shared() and not asks_api else not_joined()
