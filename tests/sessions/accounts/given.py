"""People with accounts, signed in at test clients of an application in this process."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pyotp
from flask.testing import FlaskClient

from sessions.accounts import passwords
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import SIGN_IN_COOKIE

ORIGIN = "http://127.0.0.1:8000"
PASSWORD = "three or four words"
CODE = re.compile(r"\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}\b")


def browser(application: Application, token: str = "") -> FlaskClient:
    """A browser of its own; with the token of a sign-in if there is one."""
    client = application.flask.test_client()
    client.environ_base["HTTP_ORIGIN"] = ORIGIN
    if token:
        client.set_cookie(SIGN_IN_COOKIE, token)
    return client


def account(staff: Staff, name: str, *roles: StaffRole) -> str:
    """An account whose password is PASSWORD."""
    return staff.add(name, _hashed(), roles or (StaffRole.FACILITATOR,))


@cache
def _hashed() -> str:
    return passwords.hashed(PASSWORD)


def administrator(application: Application, staff: Staff, name: str = "Admin") -> FlaskClient:
    """Somebody who looks after people and places, with the second factor shown."""
    made = account(staff, name, StaffRole.ADMINISTRATOR)
    return browser(application, staff.sign_in_as(made, strong=True))


def protected(staff: Staff, name: str, *roles: StaffRole) -> tuple[str, str, list[str]]:
    """An account with a second factor: its id, the secret, the recovery codes."""
    made, at = account(staff, name, *roles), now_ms() - 10 * 60_000  # set up a while ago: the codes of now are unused
    secret = staff.second_factor.offered("its sign-in", at)
    return made, secret, staff.second_factor.set_up(made, "its sign-in", pyotp.TOTP(secret).at(at // 1000), at)


def code_in(text: str) -> str:
    """The code of an invitation that a page shows."""
    found = CODE.search(text)
    assert found is not None, text
    return found[0]


def said(text: str) -> str:
    """A page's words as they are read."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))
