"""Which dialogue a page is about, and who is looking at it."""

from __future__ import annotations

from flask import request

from dialogue.vocabulary import DialogueId
from sessions.rooms.credentials import Surface, Who, reads, who_is
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
