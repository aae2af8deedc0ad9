"""The played sample as a page, for staff who have led no dialogue yet."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from sessions.permissions import Action
from sessions.rehearsal.sample import played
from sessions.rooms.persons import person_of
from sessions.storage.store import Storage


def blueprint(storage: Storage) -> Blueprint:
    """/sample, in the form of the archive reader."""
    pages = Blueprint("sample", __name__)

    @pages.get("/sample")
    def page() -> str:
        person = person_of(storage, request.cookies)
        prepares = person is not None and person.may(Action.PREPARE_DIALOGUE)
        return render_template("archive.html", sample=True, prepares=prepares, transcript=played())

    return pages
