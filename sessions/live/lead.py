"""Looks after what comes with time in every room that somebody watches: the lead is offered, objections end."""

from __future__ import annotations

from sessions import runtime
from sessions.live.connections import Connections
from sessions.rooms.ids import now_ms
from sessions.rooms.lead import due
from sessions.rooms.registry import Place
from sessions.rooms.service import Service

LOOK_EVERY_S = 1.0


def run(service: Service, connections: Connections) -> None:
    """Look for as long as the process lives. A room without a screen needs no look: there is nobody to be told."""
    while True:
        runtime.sleep(LOOK_EVERY_S)
        for place in connections.places():
            runtime.guarded("a look after the lead", look, service, place)


def look(service: Service, place: Place) -> None:
    """Ask for what is due. Refused or not stored, it is due at the next look again."""
    command = due(place, now_ms())
    if command is not None:
        service.of_the_server(place, command)
    service.end_objections(place)
