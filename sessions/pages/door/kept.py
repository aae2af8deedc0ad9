"""The page of the one field, kept as text: it is what a guesser gets ten thousand times a minute.

All that differs between two browsers is put in each time: what was typed, the form's token, where one was before. The
rest follows from the language, from whether the connection is encrypted, and from what is asked and said.
"""

from __future__ import annotations

from flask import render_template, request
from flask_babel import get_locale
from flask_wtf.csrf import generate_csrf
from markupsafe import escape

from sessions.pages.look import is_encrypted

# In a page where they don't stand by themselves: letters for private use.
_TOKEN, _BACK, _NAME, _CODE = "\ue001", "\ue002", "\ue003", "\ue004"
Errors = list[tuple[str, str]]


class CodePage:
    """door.html for whoever asks."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], str] = {}

    def __call__(self, typed: str, name: str, errors: Errors, back: str | None, *, asks_name: bool) -> str:
        """The page. `back`: the dialogue this browser was in; `asks_name`: who comes back says who they are there."""
        encrypted = is_encrypted(request.host_url)
        key = (str(get_locale()), encrypted, back is not None, asks_name, *errors)
        page = self._kept.get(key)
        if page is None:
            page = self._kept[key] = render_template(
                "door.html",
                csrf_token=lambda: _TOKEN,
                back=None if back is None else _BACK,
                name=_NAME,
                code=_CODE,
                errors=errors,
                asks_name=asks_name,
                encrypted=encrypted,
            )
        page = page.replace(_TOKEN, generate_csrf()).replace(_BACK, str(escape(back)))
        # What was typed comes last, and so is never looked through.
        return page.replace(_NAME, str(escape(name)).replace(_CODE, "")).replace(_CODE, str(escape(typed)))
