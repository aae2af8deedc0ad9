"""What the console is told of the door: who stands there and is stuck."""

from __future__ import annotations

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from sessions.pages.door.entrance import Entrance
from sessions.pages.places import entered
from sessions.pages.problems import not_joined
from sessions.rooms.credentials import Surface


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /d/<dialogue>/doorstep."""

    @pages.get("/d/<dialogue>/doorstep")
    def doorstep(dialogue: str) -> Response:
        found = entered(entrance.service, dialogue, Surface.CONSOLE)
        if found is None:
            return not_joined()
        return jsonify(entrance.report(found[0], request.remote_addr or ""))
