"""What may leave the room, on a page of its own: for each seat, for the wall, and for whoever leads.

One page without script, so that phones, kiosks and flipcharts show the very same, drawn by what draws it for managers.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, redirect, render_template, request
from flask_babel import format_datetime
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from dialogue.disclosure.result import as_laid_before
from dialogue.passages import OF_ONE, passages
from dialogue.state import Dialogue
from dialogue.state.consent import Consent
from dialogue.state.release import DAYS, ends_at
from dialogue.vocabulary import SeatId, StageKey
from sessions.pages import redacting
from sessions.pages.envelope import envelope
from sessions.pages.places import entered, may_read, on_shared, shut
from sessions.pages.problems import problem, too_often
from sessions.pages.seats import stays
from sessions.rooms.answers import Answer, Refused
from sessions.rooms.credentials import Surface, Who
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Place
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service
from sessions.storage.releases import read

_ASKED_HERE = {"open_release", "take_back_release", "word_passage", "answer_release", "release_result"}


def blueprint(service: Service) -> Blueprint:
    """The page of what may leave, and the forms on it."""
    pages = Blueprint("release", __name__, url_prefix="/d/<dialogue>")

    @pages.get("/release")
    def seat(dialogue: str) -> AnyResponse:
        return _page(dialogue, Surface.PARTICIPANT, Surface.FLIPCHART)

    @pages.get("/release/lead")
    def lead(dialogue: str) -> AnyResponse:
        return _page(dialogue, Surface.CONSOLE)

    @pages.post("/release")
    def seat_asks(dialogue: str) -> AnyResponse:
        return _asked(dialogue, Surface.PARTICIPANT)

    @pages.post("/release/lead")
    def lead_asks(dialogue: str) -> AnyResponse:
        return _asked(dialogue, Surface.CONSOLE)

    def _page(dialogue: str, *surfaces: Surface) -> AnyResponse:
        found = entered(service, dialogue, *surfaces)
        if found is None:
            return shut(service, dialogue)
        place, who = found
        if not may_read(service, who):
            return too_often()
        service.end_objections(place)
        leads = Surface.CONSOLE in surfaces
        name = "" if leads or who.seat is None or not on_shared(service, place) else _name(place, who.seat)
        page = render_template("release.html", dialogue=dialogue, name=name, **_shown(service, place, who, leads))
        return stays(service.rooms.storage, place, page)

    def _asked(dialogue: str, surface: Surface) -> AnyResponse:
        found = entered(service, dialogue, surface)
        if found is None or found[1].seat is None:
            return shut(service, dialogue)
        answer: Answer = Refused("unknown_command", "type")
        if request.form.get("type") in _ASKED_HERE:
            answer = service.command(found[0], found[1].seat, _envelope(service, found[0].room.committed))
        if isinstance(answer, Refused):
            sentence = _(sentence_for(answer.code, answer.limit))
            return problem(422, answer.code, _("This was not taken"), sentence)
        return redirect(f"{request.path}?saved=1")

    return pages


def _envelope(service: Service, state: Dialogue) -> Mapping[str, object]:
    """The command that the form asks for. Where suggestions were accepted, the passage is worded without them."""
    asked = envelope(request.form)
    data = asked["data"]
    accepted = request.form.getlist("accepted")
    if accepted and isinstance(data, dict):
        data.pop("accepted", None)
        text = next((one.text for one in passages(state) if one.item == data.get("passage")), "")
        data["text"] = redacting.without(service.rooms.storage, state, text, accepted)
    return asked


def _name(place: Place, seat: SeatId) -> str:
    return place.room.committed.seats[seat].pseudonym


def _shown(service: Service, place: Place, who: Who, leads: bool) -> Mapping[str, Any]:
    """All that the page is made of."""
    state = place.room.committed
    seat = None if leads else who.seat
    kept = service.rooms.storage.releases.of(place.room.id) if state.closed else None
    release = state.release
    return {
        "leads": leads,
        "seat": seat,
        "title": state.title,
        "closed": state.closed,
        "ready": state.stage is StageKey.CLOSING and release is None,
        "release": release,
        "until": _moment(ends_at(state)),
        "told": read(kept.result) if kept else as_laid_before(state, seat, now_ms()) if release else None,
        "days": DAYS,
        "people": _people(state, who, leads) if release and not state.closed else [],
        "passages": [
            {"item": one.item, "kind": one.kind.value, "text": one.text} for one in (passages(state) if release else ())
        ],
        "found": {
            one.item: redacting.found(service.rooms.storage, state, one.text)
            for one in (passages(state) if release and leads and not state.closed else ())
        },
        "nonce": secrets.token_hex(16),
        "saved": "saved" in request.args,
    }


def _people(state: Dialogue, who: Who, leads: bool) -> list[dict[str, Any]]:
    """Who answers on this page: oneself, or for whoever leads each person without a device."""
    if not leads:
        seats = [state.seats[who.seat]] if who.seat and state.seats[who.seat].takes_part else []
    else:
        seats = [seat for seat in state.group() if not seat.device]
    return [_person(state, seat.id, leads) for seat in seats]


def _person(state: Dialogue, seat: SeatId, leads: bool) -> dict[str, Any]:
    consents = state.release.consents if state.release else {}
    return {
        "seat": seat if leads else "",
        "name": state.seats[seat].pseudonym,
        "owner": seat,
        "answered": seat in consents,
        "consent": consents.get(seat, Consent()),
        "own": {one.item for one in passages(state) if one.owner == seat and one.kind in OF_ONE},
    }


def _moment(at: int | None) -> str:
    """A day and a time of the server's own clock, in words of the reader's language."""
    return "" if at is None else format_datetime(datetime.fromtimestamp(at // 1000, UTC).astimezone(), "d MMMM, HH:mm")
