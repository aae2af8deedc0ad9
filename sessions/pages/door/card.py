"""How to get in, for paper and for the wall: the join card in the dialogue's language, and the way into the Wi-Fi."""

from __future__ import annotations

import io
from contextlib import AbstractContextManager, nullcontext
from urllib.parse import urlsplit

from flask import Blueprint, current_app, render_template, request
from flask_babel import force_locale
from segno import helpers
from werkzeug.wrappers import Response

from dialogue.views import view_for
from dialogue.vocabulary import Audience
from sessions.pages.door.entrance import Entrance
from sessions.pages.look import is_encrypted
from sessions.pages.places import entered
from sessions.pages.problems import not_joined
from sessions.rooms.credentials import Surface


def routes(pages: Blueprint, entrance: Entrance) -> None:
    """Adds /d/<dialogue>/card and /d/<dialogue>/wifi.svg."""
    service = entrance.service

    @pages.get("/d/<dialogue>/card")
    def card(dialogue: str) -> Response | str:
        found = entered(service, dialogue, Surface.CONSOLE)
        if found is None:
            return not_joined()
        state = found[0].room.committed
        base = str(current_app.extensions["address"] or request.host_url.rstrip("/"))
        with _in_words_of(state.plan.language):
            return render_template(
                "door/card.html",
                dialogue=dialogue,
                view=view_for(state, Audience.FLIPCHART),
                code=state.code,
                wifi=state.wifi,
                address=base.partition("//")[2],
                safe=is_encrypted(base),
                alone=urlsplit(base).hostname in {"127.0.0.1", "localhost", "::1"},
            )

    @pages.get("/d/<dialogue>/wifi.svg")
    def wifi(dialogue: str) -> Response:
        """For whoever leads; for the wall while the door is open, when its name and password stand there too."""
        leads = entered(service, dialogue, Surface.CONSOLE)
        found = leads or entered(service, dialogue, Surface.FLIPCHART)
        state = found[0].room.committed if found else None
        if state is None or state.wifi is None or not (leads or state.code):
            return not_joined()
        name, password = state.wifi.name, state.wifi.password
        drawn = io.BytesIO()
        made = helpers.make_wifi(ssid=name, password=password or None, security="WPA" if password else None)
        made.save(drawn, kind="svg", xmldecl=False, scale=8, border=2)
        return Response(drawn.getvalue(), mimetype="image/svg+xml")


def _in_words_of(language: str) -> AbstractContextManager[object]:
    """The tool's sentences in the dialogue's language, where there is a catalogue of it; else in the reader's own."""
    spoken = {str(locale) for locale in current_app.extensions["babel"].instance.list_translations()} | {"en"}
    wanted = language.replace("-", "_")
    made: AbstractContextManager[object] = force_locale(wanted) if wanted in spoken else nullcontext()
    return made
