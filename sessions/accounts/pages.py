"""Signing in and out, the first account, and entry links."""

from __future__ import annotations

import json

from flask import Blueprint, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from sessions.accounts.schemas import ACCOUNT
from sessions.accounts.service import SHORTEST_PASSWORD, SIGNED_IN_MS, BadAccount, Staff
from sessions.rooms.credentials import SIGN_IN_COOKIE
from sessions.rooms.ids import now_ms
from sessions.rooms.limits import Buckets
from sessions.rooms.schemas import read_form


def blueprint(staff: Staff) -> Blueprint:
    """The pages of accounts."""
    pages = Blueprint("accounts", __name__)
    tries = Buckets(burst=20, rate=0.2)

    @pages.get("/setup/<token>")
    def first_account(token: str) -> str | tuple[str, int]:
        if not staff.may_set_up(token):
            return _used_up(), 404
        return render_template("setup.html", token=token, name="", shortest=SHORTEST_PASSWORD, errors=[])

    @pages.post("/setup/<token>")
    def make_first_account(token: str) -> Response | str | tuple[str, int]:
        form = read_form(ACCOUNT, request.form.to_dict(flat=False))
        name = form["name"]
        try:
            signed_in = staff.set_up(token, name, form["password"])
        except BadAccount as bad:
            errors = [(bad.field, _sentence(bad.code))]
            page = render_template("setup.html", token=token, name=name, shortest=SHORTEST_PASSWORD, errors=errors)
            return page, 422
        return (_used_up(), 404) if signed_in is None else _welcome(signed_in)

    @pages.get("/sign-in")
    def sign_in_form() -> str:
        return render_template("sign_in.html", name="", errors=[])

    @pages.post("/sign-in")
    def sign_in() -> Response | tuple[str, int]:
        form = read_form(ACCOUNT, request.form.to_dict(flat=False))
        name = form["name"]
        if not tries.take(request.remote_addr or "", now_ms()):
            return render_template("sign_in.html", name=name, errors=[("name", _sentence("too_often"))]), 429
        signed_in = staff.sign_in(name, form["password"])
        if signed_in is None:
            return render_template("sign_in.html", name=name, errors=[("name", _sentence("sign_in_wrong"))]), 422
        return _welcome(signed_in)

    @pages.post("/sign-out")
    def sign_out() -> Response:
        if token := request.cookies.get(SIGN_IN_COOKIE):
            staff.sign_out(token)
        response = make_response(redirect("/sign-in"))
        response.delete_cookie(SIGN_IN_COOKIE)
        return response

    @pages.get("/enter/<token>")
    def enter(token: str) -> Response | tuple[str, int]:
        payload = staff.enter(token)
        if payload is None:
            return _used_up(), 404
        handed = json.loads(payload)
        response = make_response(redirect(handed["to"]))
        _set(response, handed["cookie"], handed["token"], handed["path"])
        return response

    return pages


def _welcome(token: str) -> Response:
    response = make_response(redirect("/"))
    _set(response, SIGN_IN_COOKIE, token, "/")
    return response


def _set(response: Response, name: str, token: str, path: str) -> None:
    response.set_cookie(
        name,
        token,
        max_age=SIGNED_IN_MS // 1000,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )


def _used_up() -> str:
    return render_template(
        "error.html",
        code="link_used_up",
        title=_("This link has been used"),
        sentence=_("It works once. Sign in instead, or start the server again for a new one."),
    )


def _sentence(code: str) -> str:
    sentences: dict[str, str] = {
        "account_name": _("Write the name that you want to sign in with, at most 60 characters."),
        "account_name_taken": _("There is an account of this name. Choose another."),
        "account_password": _("Choose a password of 10 to 256 characters. Three or four words are good."),
        "sign_in_wrong": _("Name and password don't fit together. Try again."),
        "too_often": _("Too many tries. Wait a minute, then try again."),
    }
    return sentences[code]
