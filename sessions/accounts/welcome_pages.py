"""Behind an invitation: a name to sign in with and a password of one's own choice."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from sessions.accounts.answers import device, used_up, welcome
from sessions.accounts.passwords import SHORTEST_PASSWORD
from sessions.accounts.people import People
from sessions.accounts.refusals import BadAccount
from sessions.accounts.schemas import ACCOUNT, CODE
from sessions.accounts.sentences import sentence
from sessions.rooms.ids import read_invitation_code
from sessions.rooms.schemas import read_form
from sessions.storage.invitations import Invitation


def blueprint(people: People) -> Blueprint:
    """The pages of an invitation."""
    pages = Blueprint("welcome", __name__, url_prefix="/welcome")

    @pages.get("")
    def code_form() -> str:
        return render_template("welcome_code.html", code="", errors=[])

    @pages.post("")
    def code_given() -> Response | tuple[str, int]:
        typed = read_form(CODE, request.form.to_dict(flat=False))["code"]
        if people.behind(typed) is None:
            errors = [("code", sentence("invitation_wrong"))]
            return render_template("welcome_code.html", code=typed[:60], errors=errors), 404
        return redirect(f"/welcome/{read_invitation_code(typed)}")

    @pages.get("/<code>")
    def form(code: str) -> str | tuple[str, int]:
        known = people.behind(code)
        return _page(code, known, str(known.says["name"]), []) if known else _used_up()

    @pages.post("/<code>")
    def accepted(code: str) -> Response | tuple[str, int]:
        given = read_form(ACCOUNT, request.form.to_dict(flat=False))
        known = people.behind(code)
        if known is None:
            return _used_up()
        name = given["name"] if known.account is None else str(known.says["name"])
        try:
            token = people.accept(known, name, given["password"], device())
        except BadAccount as bad:
            return _page(code, known, name, [(bad.field, sentence(bad.code))]), 422
        if token is None:
            return _used_up()
        return welcome(people.staff, token) if token else redirect("/sign-in")

    return pages


def _page(code: str, known: Invitation, name: str, errors: list[tuple[str, str]]) -> str:
    return render_template(
        "welcome.html",
        code=read_invitation_code(code),
        again=known.account is not None,
        roles=known.says.get("roles", ()),
        name=name,
        shortest=SHORTEST_PASSWORD,
        errors=errors,
    )


def _used_up() -> tuple[str, int]:
    return used_up(
        _("An invitation works once, until it expires or a newer one is made. Ask for a new one, or sign in.")
    )
