"""Imported records as pages: a list, each to be read, each to be removed; one's own alone."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from sessions.exports.document import document
from sessions.exports.html_page import as_body
from sessions.exports.imports.kept import Imports
from sessions.exports.schemas import NOTHING
from sessions.exports.words import words
from sessions.languages import in_words_of
from sessions.rooms.persons import person_of
from sessions.rooms.schemas import read_form
from sessions.storage.store import Storage


def blueprint(storage: Storage, imports: Imports) -> Blueprint:
    """/imports and below. An id that is not one's own leads to the list, as one that never was."""
    pages = Blueprint("imports", __name__, url_prefix="/imports")

    def own() -> str:
        person = person_of(storage, request.cookies)
        return person.account if person else ""

    @pages.get("")
    def index() -> str | Response:
        account = own()
        return render_template("imports.html", records=imports.of(account)) if account else redirect("/sign-in")

    @pages.get("/<record>")
    def page(record: str) -> str | Response:
        account = own()
        narrow = imports.read(account, record) if account else None
        if narrow is None:
            return redirect("/imports")
        with in_words_of(narrow.transcript["language"]):
            body = as_body(document(narrow, words()))
        return render_template("import.html", record=record, title=narrow.transcript["title"], body=body)

    @pages.post("/<record>/remove")
    def remove(record: str) -> Response:
        read_form(NOTHING, request.form.to_dict(flat=False))
        if account := own():
            imports.remove(account, record)
        return redirect("/imports", 303)

    return pages
