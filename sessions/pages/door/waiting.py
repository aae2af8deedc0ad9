"""For whoever has knocked: a page that says what they wait for, and goes on by itself once they are let in."""

from __future__ import annotations

from flask import Blueprint, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response

from dialogue.commands import LeaveDialogue
from dialogue.vocabulary import DialogueId
from sessions.pages.door.entrance import Entrance
from sessions.pages.problems import not_joined
from sessions.pages.seats import is_shared, let_go
from sessions.rooms.credentials import SEAT_COOKIE, knocks, own_seat
from sessions.rooms.registry import Place

LOOK_AGAIN_S = 2


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /d/<dialogue>/waiting."""
    service = entrance.service

    def place_of(dialogue: str) -> Place | None:
        return service.rooms.place(DialogueId(dialogue)) if SEAT_COOKIE in request.cookies else None

    def where(place: Place) -> str:
        """in, waiting, or away: turned away, given up, or never there."""
        if own_seat(service.rooms.storage, place, request.cookies):
            return "in"
        return "waiting" if knocks(service.rooms.storage, place, request.cookies) else "away"

    def inside(dialogue: str) -> str:
        return f"/d/{dialogue}/return-code" if is_shared() else f"/d/{dialogue}/"

    @pages.get("/d/<dialogue>/waiting")
    def waiting(dialogue: str) -> Response | str:
        place = place_of(dialogue)
        if place is None:
            return not_joined()
        found = where(place)
        if found == "in":
            return redirect(inside(dialogue))
        knock = knocks(service.rooms.storage, place, request.cookies)
        name = place.room.committed.knocking[knock].pseudonym if knock else ""
        closed = place.room.committed.closed
        return render_template(
            "door/waiting.html", dialogue=dialogue, found=found, name=name, closed=closed, every=LOOK_AGAIN_S
        )

    @pages.get("/d/<dialogue>/waiting/now")
    def still_waiting(dialogue: str) -> Response:
        place = place_of(dialogue)
        if place is None:
            return not_joined()
        return jsonify(now=where(place), to=inside(dialogue))

    @pages.post("/d/<dialogue>/waiting")
    def give_up(dialogue: str) -> Response:
        """Whoever doesn't want to wait any longer: the knock is taken back."""
        place = place_of(dialogue)
        knock = knocks(service.rooms.storage, place, request.cookies) if place else None
        if place is None or knock is None:
            return redirect(f"/d/{dialogue}/waiting")
        service.by(place, knock, LeaveDialogue())
        # Whoever was sent away before and knocked again is still known by the note.
        return let_go(place, "/shared" if is_shared() else "/join", forget=False)
