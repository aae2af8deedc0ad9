"""What several pages of accounts answer with: cookies, and links that are used up."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from sessions.accounts.devices import label_of
from sessions.accounts.service import SIGNED_IN_MS, Staff
from sessions.accounts.tries import KNOWN_COOKIE, KNOWN_MS
from sessions.rooms.persons import SIGN_IN_COOKIE, person_of


def welcome(staff: Staff, token: str, to: str = "/") -> Response:
    """Signed in, and on. The browser is known to this account from now on."""
    response = make_response(redirect(inside(to)))
    set_cookie(response, SIGN_IN_COOKIE, token, "/", SIGNED_IN_MS)
    person = person_of(staff.storage, {SIGN_IN_COOKIE: token})
    if person is not None:
        set_cookie(response, KNOWN_COOKIE, staff.browsers.note(person.account), "/sign-in", KNOWN_MS)
    return response


def set_cookie(response: Response, name: str, token: str, path: str, lasts_ms: int) -> None:
    """A secret for this browser, out of reach of scripts."""
    response.set_cookie(
        name, token, max_age=lasts_ms // 1000, path=path, httponly=True, samesite="Lax", secure=request.is_secure
    )


def inside(to: str) -> str:
    """An address to go on to, if it is one of ours; else the start."""
    try:
        parts = urlsplit(to)
    except ValueError:
        return "/"
    ours = not parts.scheme and not parts.netloc and to.startswith("/") and not to.startswith(("//", "/\\"))
    return to if ours and to.isprintable() else "/"


def device() -> str:
    """A coarse word for the browser that asks."""
    return label_of(request.headers.get("User-Agent", ""))


def used_up(sentence: str = "") -> tuple[str, int]:
    """A link that opens nothing any more."""
    page = render_template(
        "error.html",
        code="link_used_up",
        title=_("This link opens nothing any more"),
        sign_in=True,
        sentence=sentence or _("It works once. Sign in instead, or start the server again for a new one."),
    )
    return page, 404
