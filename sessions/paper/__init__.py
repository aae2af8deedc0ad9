"""Paper: what a facilitator prints for a group without devices, from sheets and cards to the wall in A3."""

from __future__ import annotations

from flask import Flask

from sessions.paper import pages
from sessions.rooms.service import Service


def init(app: Flask, service: Service) -> None:
    """Let the application answer where paper is printed."""
    app.register_blueprint(pages.blueprint(service))
