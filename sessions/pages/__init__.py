"""The pages: one blueprint per place a person goes. They command rooms as the live layer does."""

from __future__ import annotations

from flask import Flask

from sessions.pages import (
    api,
    archive,
    door,
    flipcharts,
    guard,
    home,
    invitation,
    outcomes,
    permitted,
    planner,
    problems,
    release,
    room,
    sharing,
)
from sessions.rooms.service import Service


def init(app: Flask, service: Service, origins: frozenset[str]) -> None:
    """Let the application answer at all its places."""
    guard.init(app, origins)
    problems.init(app)
    permitted.init(app, service.rooms.storage)
    door.init(app, service)
    for made in (home.blueprint(service), planner.blueprint(service)):
        app.register_blueprint(made)
    for made in (invitation.blueprint(service), sharing.blueprint(service), outcomes.blueprint(service)):
        app.register_blueprint(made)
    for made in (
        room.blueprint(service),
        api.blueprint(service),
        archive.blueprint(service),
        release.blueprint(service),
    ):
        app.register_blueprint(made)
    app.register_blueprint(flipcharts.blueprint(service))
