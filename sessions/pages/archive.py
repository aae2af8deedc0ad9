"""The archive reader and the transcript as files."""

from __future__ import annotations

import json

from flask import Blueprint, Response, render_template
from werkzeug.wrappers import Response as AnyResponse

from dialogue.transcript import as_markdown
from dialogue.vocabulary import Audience
from sessions.pages.places import entered, may_read, on_shared, shared_with, shut
from sessions.pages.problems import too_often
from sessions.permissions import Relation
from sessions.rooms.credentials import Surface, Who
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.rooms.transcripts import transcript_of


def blueprint(service: Service) -> Blueprint:
    """The pages of a dialogue that are read afterwards, or meanwhile."""
    pages = Blueprint("archive", __name__, url_prefix="/d/<dialogue>")

    def entrance(dialogue: str, *surfaces: Surface) -> tuple[Place, Who] | AnyResponse:
        """In by these surfaces, or because the record was shared; or why not."""
        found = entered(service, dialogue, *surfaces) or shared_with(service, dialogue)
        if found is None:
            return shut(service, dialogue)
        return found if may_read(service, found[1]) else too_often()

    @pages.get("/archive")
    def archive(dialogue: str) -> str | AnyResponse:
        found = entrance(dialogue, Surface.CONSOLE, Surface.PARTICIPANT)
        if not isinstance(found, tuple):
            return found
        place, who = found
        known = service.rooms.storage.facilitations.of_dialogue(dialogue)
        return render_template(
            "archive.html",
            dialogue=dialogue,
            transcript=transcript_of(service.rooms.storage, place, who),
            readers=sum(one.relation is Relation.READS for one in known),
            outside=who.seat is None,  # whoever leads or took part has a seat
            copies=_may_take_copies(who),
            leads=who.account is not None and who.audience is Audience.FACILITATOR,
            name=_name_on_shared(service, place, who),
            seal=_seal(service, place),
        )

    @pages.get("/transcript.md")
    def markdown(dialogue: str) -> AnyResponse:
        found = entrance(dialogue, Surface.CONSOLE)
        if not isinstance(found, tuple):
            return found
        return _file(
            as_markdown(transcript_of(service.rooms.storage, *found)), "text/markdown; charset=utf-8", "transcript.md"
        )

    @pages.get("/transcript.json")
    def data(dialogue: str) -> AnyResponse:
        found = entrance(dialogue, Surface.CONSOLE)
        if not isinstance(found, tuple):
            return found
        return _file(
            json.dumps(transcript_of(service.rooms.storage, *found), ensure_ascii=False, indent=2),
            "application/json",
            "transcript.json",
        )

    return pages


def _may_take_copies(who: Who) -> bool:
    """Whether this reader may download: those who lead, and whom it was shared with; the group reads. A copy escapes
    whatever is withdrawn later."""
    return who.seat is None or who.audience is Audience.FACILITATOR


def _name_on_shared(service: Service, place: Place, who: Who) -> str:
    """Whoever took part reads at a computer that people use one after another: their name in the dialogue."""
    if who.seat is None or who.audience is Audience.FACILITATOR or not on_shared(service, place):
        return ""
    return place.room.committed.seats[who.seat].pseudonym


def _seal(service: Service, place: Place) -> str:
    """The short form of the chain's head at closing, which later packages are compared with; before, nothing."""
    head = service.rooms.storage.closing_head(place.room.id) if place.room.committed.closed else None
    return "" if head is None else head.short_form()


def _file(text: str, mimetype: str, name: str) -> Response:
    response = Response(text, content_type=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
