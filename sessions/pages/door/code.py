"""The one field for codes: a join code leads to the page of names, a return code back to one's seat."""

from __future__ import annotations

import time

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from sessions.pages.door.entrance import Entrance
from sessions.pages.schemas import CODE
from sessions.pages.seats import is_shared, let_in
from sessions.rooms.credentials import SEAT_COOKIE
from sessions.rooms.ids import now_ms, read_code
from sessions.rooms.schemas import read_form


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /join."""

    @pages.get("/join")
    def code_form() -> str:
        return entrance.code_page()

    @pages.post("/join")
    def code_given() -> Response | tuple[str, int]:
        began = time.monotonic()
        form = read_form(CODE, request.form.to_dict(flat=False))
        typed, name = form["code"], form["name"]
        if entrance.behind(typed) is not None:
            return redirect(f"/j/{read_code(typed)}")
        return _back(typed, name) or entrance.nothing(typed, began, name)

    def _back(typed: str, name: str) -> Response | None:
        """Whoever has a return code, back to their seat. While codes are guessed, a code is not enough."""
        code, returns = read_code(typed) or "", entrance.service.returns
        came = returns.come_back(code, name if entrance.siege.is_on(now_ms()) else None, shared=is_shared())
        if came is None:
            return None
        place, seat, token = came
        known = place.room.committed.seats.get(seat)
        page = "waiting" if known is None else "console" if known.facilitates else ""
        # Where a computer is shared, the next code has to be written down before the page of the room hides it.
        page = "return-code" if is_shared() and known is not None and not known.facilitates else page
        return let_in(place, page, SEAT_COOKIE, token, seat=seat, shared=is_shared())
