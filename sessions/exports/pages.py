"""Where an export is chosen, waited for, cancelled and fetched. Every page works without script."""

from __future__ import annotations

from collections.abc import Collection

from flask import Blueprint, abort, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.transcript.narrowing import USUAL, Narrowed, Part, narrowed
from dialogue.vocabulary import DialogueId, Standing
from sessions import runtime
from sessions.exports import choices
from sessions.exports.document import document
from sessions.exports.formats import FORMATS
from sessions.exports.html_page import as_body
from sessions.exports.job import Asked, Job, State
from sessions.exports.names import file_name
from sessions.exports.refusals import ExportRefusal
from sessions.exports.schemas import EXPORT, NOTHING
from sessions.exports.sentences import sentence_for
from sessions.exports.service import Exports, pdf_there
from sessions.exports.words import words
from sessions.languages import in_words_of
from sessions.permissions import Action
from sessions.rooms.credentials import Surface, Who, who_is
from sessions.rooms.persons import person_of
from sessions.rooms.registry import Place
from sessions.rooms.schemas import read_form
from sessions.rooms.service import Service
from sessions.rooms.transcripts import transcript_of


def blueprint(service: Service, exports: Exports) -> Blueprint:
    """/d/<dialogue>/export and below."""
    pages = Blueprint("exports", __name__, url_prefix="/d/<dialogue>/export")
    storage = service.rooms.storage

    def led(dialogue: str) -> tuple[Place, Who, str] | None:
        """The dialogue, who asks and their account, if they lead or help to lead by it: a copy is for no guest."""
        place, person = service.rooms.place(DialogueId(dialogue)), person_of(storage, request.cookies)
        known = storage.facilitations.of(person.account, dialogue) if person and place else None
        if place is None or person is None or known is None or not person.may(Action.EXPORT_RECORD, known.relation):
            return None
        who = who_is(storage, place, Surface.CONSOLE, request.cookies)
        return (place, who, person.account) if who is not None and who.account else None

    def narrow_of(place: Place, who: Who, account: str, parts: Collection[Part]) -> Narrowed:
        if not service.may_read(account):
            abort(429)
        whole = transcript_of(storage, place, who)
        runtime.sleep(0)  # one step at a time: screens wait for none of them longer than for a command
        narrow = narrowed(whole, frozenset(parts))
        runtime.sleep(0)
        return narrow

    @pages.get("")
    def form(dialogue: str) -> str | Response:
        found = led(dialogue)
        return _form(found[0], "docx", USUAL) if found else _not_led()

    @pages.post("")
    def begin(dialogue: str) -> str | Response | tuple[str, int]:
        given = read_form(EXPORT, request.form.to_dict(flat=False))
        found = led(dialogue)
        if found is None:
            return _not_led()
        place, who, account = found
        format, parts = FORMATS[given["format"]], given["parts"]
        if not parts:
            return _form(place, format.key, (), ("parts", _("Choose at least one part."))), 422
        if format.needs_pdf and not pdf_there():
            return redirect(f"/d/{dialogue}/export/print", 307)
        narrow = narrow_of(place, who, account, parts)
        name = file_name(narrow.transcript["title"], narrow.transcript["day"][:7], format.suffix)
        asked = Asked(account, dialogue, format.key, narrow.parts, name, _withdrawn(place))
        try:
            with in_words_of(narrow.transcript["language"]):
                job = exports.begin(asked, narrow, words())
        except ExportRefusal as refusal:
            return _form(place, format.key, parts, ("format", sentence_for(refusal.code))), 503
        return redirect(f"/d/{dialogue}/export/{job.id}", 303)

    @pages.post("/print")
    def printed(dialogue: str) -> str | Response:
        given = read_form(EXPORT, request.form.to_dict(flat=False))
        found = led(dialogue)
        if found is None:
            return _not_led()
        narrow = narrow_of(*found, given["parts"])
        with in_words_of(narrow.transcript["language"]):
            body = as_body(document(narrow, words()))
        return render_template("export_print.html", dialogue=dialogue, title=narrow.transcript["title"], body=body)

    @pages.get("/<job>")
    def waiting(dialogue: str, job: str) -> str | Response | tuple[str, int]:
        found = led(dialogue)
        if found is None:
            return _not_led()
        known = exports.of(job, dialogue, found[2])
        return _waiting(known) if known else (_gone(found[0]), 410)

    @pages.post("/<job>/cancel")
    def cancel(dialogue: str, job: str) -> Response:
        read_form(NOTHING, request.form.to_dict(flat=False))
        found = led(dialogue)
        if found is None:
            return _not_led()
        if known := exports.of(job, dialogue, found[2]):
            exports.end(known)
        return redirect(f"/d/{dialogue}/export", 303)

    @pages.post("/<job>/file")
    def file(dialogue: str, job: str) -> Response | tuple[str, int]:
        read_form(NOTHING, request.form.to_dict(flat=False))
        found = led(dialogue)
        if found is None:
            return _not_led()
        known = exports.of(job, dialogue, found[2])
        if known is None or known.state is not State.DONE:
            return _gone(found[0]), 410
        if known.asked.withdrawn != _withdrawn(found[0]):
            exports.end(known)
            return _form(found[0], "docx", USUAL, ("format", sentence_for("export_outdated"))), 409
        content = known.content()
        exports.end(known)
        return _attached(content, known)

    return pages


def _form(place: Place, format: str, parts: Collection[Part], *errors: tuple[str, str]) -> str:
    state = place.room.committed
    return render_template(
        "export.html",
        dialogue=place.room.id,
        title=state.title,
        closed=state.closed,
        formats=choices.formats(),
        format=format,
        usual=choices.usual_parts(),
        others=choices.other_parts(),
        parts=[part.value for part in parts],
        errors=list(errors),
    )


def _gone(place: Place) -> str:
    return _form(place, "docx", USUAL, ("format", sentence_for("export_gone")))


def _waiting(job: Job) -> str:
    state = job.state
    failed = "" if state in {State.RUNNING, State.DONE} else sentence_for(state.value)
    return render_template("export_job.html", job=job, asked=job.asked, state=state.value, failed=failed)


def _attached(content: bytes, job: Job) -> Response:
    response = Response(content, content_type=FORMATS[job.asked.format].mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=job.asked.name)
    response.headers["Cache-Control"] = "no-store"
    return response


def _withdrawn(place: Place) -> frozenset[str]:
    """What was taken back, or hidden, by now: a file that was made before may hold it."""
    items = place.room.committed.items()
    return frozenset(item.id for item in items if item.standing is not Standing.UP or item.hidden)


def _not_led() -> Response:
    title, sentence = _("This is for whoever leads the dialogue"), _("Sign in with the account that leads it.")
    return make_response(render_template("error.html", code="not_joined", title=title, sentence=sentence), 403)
