"""The door: a code, then a name for the room, then a seat; coming back by a code of one's own; shared computers.

Plain forms, no account, no device check. Each file is a page or two, all over one Entrance.
"""

from __future__ import annotations

from flask import Blueprint, Flask, request, session

from dialogue.vocabulary import DialogueId
from sessions.pages.door import card, code, covered, doorways, kiosk, name, returning, waiting
from sessions.pages.door.entrance import Entrance, browser
from sessions.pages.door.lane import Lane
from sessions.rooms.ids import now_ms
from sessions.rooms.service import Service

_BEGINS = frozenset({"door.code_form", "door.name_form", "door.shared"})  # where the way in begins


def init(app: Flask, service: Service) -> None:
    """Let the application answer at the door; past it, where codes are tried by the thousand."""
    entrance = Entrance(service)
    app.register_blueprint(blueprint(entrance))
    might_open = service.rooms.storage.doors.might_open
    lane = Lane(app.wsgi_app, might_open, entrance.guessed)
    app.wsgi_app = lane  # type: ignore[method-assign]
    app.extensions["shortcut"] = lane.shortcut


def blueprint(entrance: Entrance) -> Blueprint:
    """The pages of the door."""
    pages = Blueprint("door", __name__)
    for part in (code, name, waiting, returning, kiosk, covered, card, doorways):
        part.routes(pages, entrance)

    @pages.before_app_request
    def _heard() -> None:
        at, endpoint = now_ms(), request.endpoint or ""
        entrance.doorstep.heard(request.remote_addr or "", request.host, at, at_door=endpoint in _BEGINS)
        if endpoint == "room.participant" and "csrf_token" in session:
            entrance.doorstep.looked(DialogueId((request.view_args or {})["dialogue"]), browser(), at)

    return pages
