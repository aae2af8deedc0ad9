"""Signing in and out, the first account, and entry links."""

from __future__ import annotations

import json

from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from sessions.accounts.answers import device, inside, set_cookie, used_up, welcome
from sessions.accounts.passwords import SHORTEST_PASSWORD
from sessions.accounts.refusals import BadAccount
from sessions.accounts.schemas import ACCOUNT, CODE, SIGN_IN
from sessions.accounts.sentences import sentence
from sessions.accounts.service import HALF_WAY_MS, SIGNED_IN_MS, HalfWay, Staff
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import SIGN_IN_COOKIE
from sessions.rooms.schemas import read_form

HALF_WAY_COOKIE = "half_way"
SECOND = "/sign-in/second-factor"


def blueprint(staff: Staff) -> Blueprint:
    """The pages of signing in."""
    pages = Blueprint("accounts", __name__)

    @pages.get("/setup/<token>")
    def first_account(token: str) -> str | tuple[str, int]:
        return _setup(token, "", []) if staff.may_set_up(token) else used_up()

    @pages.post("/setup/<token>")
    def make_first_account(token: str) -> Response | str | tuple[str, int]:
        form = read_form(ACCOUNT, request.form.to_dict(flat=False))
        try:
            signed_in = staff.set_up(token, form["name"], form["password"], device())
        except BadAccount as bad:
            return _setup(token, form["name"], [(bad.field, sentence(bad.code))]), 422
        return used_up() if signed_in is None else welcome(staff, signed_in)

    @pages.get("/sign-in")
    def sign_in_form() -> str:
        return _sign_in("", inside(request.args.get("to", "/")))

    @pages.post("/sign-in")
    def sign_in() -> Response | tuple[str, int]:
        form = read_form(SIGN_IN, request.form.to_dict(flat=False))
        name, to, address, at = form["name"], inside(form["to"]), request.remote_addr or "", now_ms()
        known = staff.browsers.of(name, request.cookies)
        if not staff.tries.take(name, address, at, known):
            return _sign_in(name, to, "too_often"), 429
        answer = staff.sign_in(name, form["password"], device())
        if answer is None:
            return _sign_in(name, to, "sign_in_wrong"), 422
        staff.tries.give_back(name, address, known)
        if isinstance(answer, HalfWay):
            response = make_response(render_template("sign_in_second.html", to=to, errors=[]))
            set_cookie(response, HALF_WAY_COOKIE, answer.token, SECOND, HALF_WAY_MS)
            return response
        return welcome(staff, answer, to)

    @pages.post(SECOND)
    def second_factor() -> Response | tuple[str, int]:
        form = read_form(CODE, request.form.to_dict(flat=False))
        token, to = request.cookies.get(HALF_WAY_COOKIE, ""), inside(form["to"])
        account = staff.half_way(token)
        if account is None:
            return redirect("/sign-in")
        if not staff.second_factor.may_try(account.id, now_ms()):
            return render_template("sign_in_second.html", to=to, errors=[("code", sentence("too_often"))]), 429
        signed_in = staff.finish(token, form["code"], device())
        if signed_in is None:
            errors = [("code", sentence("second_factor_wrong"))]
            return render_template("sign_in_second.html", to=to, errors=errors), 422
        response = welcome(staff, signed_in, to)
        response.delete_cookie(HALF_WAY_COOKIE, path=SECOND)
        return response

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
            return used_up()
        handed = json.loads(payload)
        response = make_response(redirect(handed["to"]))
        set_cookie(response, handed["cookie"], handed["token"], handed["path"], SIGNED_IN_MS)
        return response

    return pages


def _setup(token: str, name: str, errors: list[tuple[str, str]]) -> str:
    return render_template("setup.html", token=token, name=name, shortest=SHORTEST_PASSWORD, errors=errors)


def _sign_in(name: str, to: str, wrong: str = "") -> str:
    errors = [("name", sentence(wrong))] if wrong else []
    return render_template("sign_in.html", name=name, to=to, errors=errors)
