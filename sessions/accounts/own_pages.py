"""One's own account: password, second factor, the devices one is signed in on."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from sessions.accounts import passwords
from sessions.accounts.answers import device, inside, set_cookie, welcome
from sessions.accounts.refusals import BadAccount
from sessions.accounts.schemas import NEW_PASSWORD, NOTHING, PASSWORD, PROVED_CODE
from sessions.accounts.second_factor import picture_of
from sessions.accounts.sentences import sentence
from sessions.accounts.service import SIGNED_IN_MS, Staff
from sessions.accounts.tries import Known
from sessions.permissions import StaffRole
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import SIGN_IN_COOKIE, Person, person_of
from sessions.rooms.schemas import read_form
from sessions.storage.accounts import Account

Errors = list[tuple[str, str]]


def blueprint(staff: Staff) -> Blueprint:
    """The pages of one's own account. The guard has seen to it that somebody is signed in."""
    pages = Blueprint("own", __name__, url_prefix="/account")
    storage = staff.storage

    def me() -> tuple[Person, Account]:
        person = person_of(storage, request.cookies)
        account = storage.accounts.with_id(person.account) if person else None
        if person is None or account is None:
            raise LookupError("the guard lets nobody in who is not signed in")
        return person, account

    def page(errors: Errors, done: str = "") -> str:
        person, account = me()
        return render_template(
            "account.html",
            person=person,
            account=account,
            needs=StaffRole.ADMINISTRATOR in person.held or storage.policies.second_factor_since is not None,
            codes_left=storage.accounts.recovery_codes_left(account.id),
            devices=storage.sign_ins.devices(account.id, now_ms()),
            resets=staff.resets.of(account.id, now_ms()),
            shortest=passwords.SHORTEST_PASSWORD,
            errors=errors,
            done=done,
        )

    def known(person: Person, account: Account, typed: str) -> bool:
        """Whether it is the password of now, by a sign-in as good as the account asks for. Whoever is in counts for
        themselves: nobody else's tries keep them from changing their password."""
        if account.secret is not None and not person.strong:
            return False
        here = Known(account.id, person.sign_in)
        if not staff.tries.take(account.name, "", now_ms(), here):
            return False
        if not passwords.fits(account.password_hash, typed):
            return False
        staff.tries.give_back(account.name, "", here)
        return True

    @pages.get("")
    def account() -> str:
        return page([])

    @pages.post("/password")
    def password() -> Response | str | tuple[str, int]:
        form, (person, mine) = read_form(NEW_PASSWORD, request.form.to_dict(flat=False)), me()
        if not known(person, mine, form["now"]):
            return page([("now", sentence("password_now_wrong"))]), 422
        try:
            hashed = passwords.hashed(form["password"])
        except BadAccount as bad:
            return page([(bad.field, sentence(bad.code))]), 422
        storage.accounts.set_password(mine.id, hashed)
        token = staff.sign_in_as(mine.id, strong=person.strong, device=device())
        staff.rights_changed(mine.id)
        return welcome(staff, token, "/account")

    @pages.get("/second-factor")
    def second_factor_form() -> str | Response:
        person, mine = me()
        return redirect("/account") if mine.secret else _second_factor(staff, person, _to(), [])

    @pages.post("/second-factor")
    def second_factor() -> Response | str | tuple[str, int]:
        form, (person, mine) = read_form(PROVED_CODE, request.form.to_dict(flat=False)), me()
        if mine.secret:
            return redirect("/account")
        to = inside(form["to"])
        if not known(person, mine, form["now"]):  # a computer that was left signed in makes nobody its owner
            return _second_factor(staff, person, to, [("now", sentence("password_now_wrong"))]), 422
        try:
            codes = staff.second_factor.set_up(mine.id, person.sign_in, form["code"], now_ms())
        except BadAccount as bad:
            return _second_factor(staff, person, to, [(bad.field, sentence(bad.code))]), 422
        # Whoever else is signed in with this account showed a password alone.
        staff.sign_out_everywhere(mine.id)
        response = make_response(render_template("recovery_codes.html", codes=codes, to=to, fresh=True))
        token = staff.sign_in_as(mine.id, strong=True, device=device())
        set_cookie(response, SIGN_IN_COOKIE, token, "/", SIGNED_IN_MS)
        return response

    @pages.post("/second-factor/remove")
    def remove() -> Response | str | tuple[str, int]:
        form, (person, mine) = read_form(PASSWORD, request.form.to_dict(flat=False)), me()
        if not known(person, mine, form["now"]):
            return page([("remove-now", sentence("password_now_wrong"))]), 422
        staff.second_factor.remove(mine.id)
        staff.sign_out_everywhere(mine.id)
        return welcome(staff, staff.sign_in_as(mine.id, device=device()), "/account")

    @pages.post("/recovery-codes")
    def recovery_codes() -> str | Response | tuple[str, int]:
        form, (person, mine) = read_form(PASSWORD, request.form.to_dict(flat=False)), me()
        if mine.secret is None:
            return redirect("/account")
        if not known(person, mine, form["now"]):
            return page([("codes-now", sentence("password_now_wrong"))]), 422
        return render_template(
            "recovery_codes.html", codes=staff.second_factor.new_codes(mine), to="/account", fresh=False
        )

    @pages.post("/devices/<device>/end")
    def end_device(device: str) -> str | Response:
        read_form(NOTHING, request.form.to_dict(flat=False))
        person, mine = me()
        staff.sign_out_device(mine.id, device)
        return redirect("/sign-in") if device == person.sign_in else page([], _("That device is signed out."))

    @pages.post("/sign-out-everywhere")
    def sign_out_everywhere() -> Response:
        read_form(NOTHING, request.form.to_dict(flat=False))
        staff.sign_out_everywhere(me()[1].id)
        return redirect("/sign-in")

    return pages


def _to() -> str:
    return inside(request.args.get("to", "/account"))


def _second_factor(staff: Staff, person: Person, to: str, errors: Errors) -> str:
    secret = staff.second_factor.offered(person.sign_in, now_ms())
    return render_template(
        "second_factor.html",
        name=person.name,
        spaced=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        picture=picture_of(secret, person.name),
        administers=StaffRole.ADMINISTRATOR in person.held,
        to=to,
        errors=errors,
    )
