"""What a person reads when a page can't be had: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, TooManyRequests

from sessions import runtime
from sessions.rooms.schemas import BadCommand
from sessions.rooms.sentences import sentence_for

# Not made from HTTP's own phrases, which change between versions of Python.
CODES: Mapping[int, str] = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_big",
    429: "too_many",
}


def init(app: Flask) -> None:
    """Answer errors with pages that help; with codes where a program asks."""
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(BadCommand, _unreadable)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _failed)


def problem(status: int, code: str, title: str, sentence: str) -> Response:
    """A page, or for the HTTP interface an error, with a stable code."""
    if "/api/" in request.path:
        error = {"code": code, "message": sentence, "field": None, "limit": None, "temporary": status >= 500}
        return make_response({"ok": False, "error": error}, status)
    return make_response(render_template("error.html", code=code, title=title, sentence=sentence), status)


def not_joined() -> Response:
    """Someone without a seat here."""
    return problem(
        403,
        "not_joined",
        _("You are not in this dialogue"),
        _("Join with the code on the wall, or sign in if you lead it."),
    )


def too_often() -> Response:
    """Someone who reads more at once than people do."""
    return _refused(TooManyRequests())


def _unreadable(error: BadCommand) -> Response:
    return problem(400, error.code, _("This form could not be read"), _(sentence_for(error.code)))


def _forged(error: CSRFError) -> Response:
    return problem(
        400,
        "form_expired",
        _("This form is too old"),
        _("Go back, reload the page and send it again. What you typed is still in the form."),
    )


def _refused(error: HTTPException) -> Response:
    status = error.code or 500
    titles = {
        403: (_("Not from here"), _("This page can only be used from its own address. Open it again from the start.")),
        404: (_("Nothing here"), _("There is no such page, or it is not yours to see. Check the address.")),
        413: (_("That is too much at once"), _("Shorten it and send it again.")),
        429: (_("Too often"), _("Wait a moment, then try again.")),
    }
    title, sentence = titles.get(status, (_("That did not work"), _("Go back and try again.")))
    response = problem(status, CODES.get(status, "not_done"), title, sentence)
    response.headers.extend((name, value) for name, value in error.get_headers() if name == "Allow")
    return response


def _failed(error: Exception) -> Response:
    runtime.report("a page", error)
    title = _("Something went wrong here")
    return problem(InternalServerError.code, "server_error", title, _("It is not your doing. Try again in a moment."))
