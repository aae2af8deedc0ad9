"""Flipcharts that were opened with the code: whoever leads darkens them, for nobody sees who looks at one."""

from __future__ import annotations

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from sessions.pages.places import entered
from sessions.pages.problems import not_joined
from sessions.rooms.credentials import Surface
from sessions.rooms.service import Service


def blueprint(service: Service) -> Blueprint:
    """Adds /d/<dialogue>/flipcharts/darken."""
    pages = Blueprint("flipcharts", __name__, url_prefix="/d/<dialogue>")

    @pages.post("/flipcharts/darken")
    def darken(dialogue: str) -> Response:
        found = entered(service, dialogue, Surface.CONSOLE)
        if found is None:
            return not_joined()
        service.darken(found[0])
        return jsonify(ok=True)

    return pages
