"""The same commands and the same view over HTTP: the way round a network that blocks websockets."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request

from sessions.pages.openapi import document
from sessions.pages.places import entered, shut
from sessions.rooms.answers import TOO_MANY, Accepted, Answer, Refused
from sessions.rooms.credentials import Surface
from sessions.rooms.ids import now_ms
from sessions.rooms.service import Service

_STATUS = {"too_many": 429, "not_joined": 403, "not_allowed": 403, "seat_gone": 403, "idempotency_conflict": 409}


def blueprint(service: Service) -> Blueprint:
    """The HTTP interface of a dialogue."""
    pages = Blueprint("api", __name__)

    @pages.post("/d/<dialogue>/api/v1/commands")
    def command(dialogue: str) -> tuple[Response, int] | Any:
        found = entered(service, dialogue, *_surfaces())
        if found is None or found[1].seat is None:
            return shut(service, dialogue)
        answer = service.command(found[0], found[1].seat, _envelope())
        return jsonify(answer.as_ack()), status_of(answer)

    @pages.get("/d/<dialogue>/api/v1/snapshot")
    def snapshot(dialogue: str) -> Response | Any:
        found = entered(service, dialogue, *_surfaces())
        if found is None:
            return shut(service, dialogue)
        place, who = found
        if not service.may_read(who.seat or request.remote_addr or ""):
            return jsonify(TOO_MANY.as_ack()), status_of(TOO_MANY)
        if who.seat is not None:
            place.presence.heard(who.seat, now_ms())
        with place.lock:
            return jsonify(service.rooms.everything(place, who.audience, who.seat))

    @pages.get("/api/v1/openapi.json")
    def openapi() -> Response:
        return jsonify(document())

    return pages


def status_of(answer: Answer) -> int:
    """HTTP status of an answer: 200, 4xx for what has to change, 503 for what may be sent again."""
    match answer:
        case Accepted():
            return 200
        case Refused(code=code) if code in _STATUS:
            return _STATUS[code]
        case Refused(temporary=temporary):
            return 503 if temporary else 422


def _envelope() -> object:
    try:
        return request.get_json(silent=True)
    except RecursionError:  # nested as no command is
        return None


def _surfaces() -> tuple[Surface, ...]:
    """What the page is for is said in a header; cookies decide whether it is allowed."""
    wanted = request.headers.get("X-Surface") or request.args.get("surface") or Surface.PARTICIPANT.value
    return (Surface(wanted),) if wanted in set(Surface) else ()
