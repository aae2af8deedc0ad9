"""The pages that are printed. Only who leads the dialogue opens them; nothing in them says who wrote what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, abort, make_response, render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialogue.methods.evaluation import FORMS, form_of
from dialogue.state import Dialogue
from dialogue.views import view_for
from dialogue.vocabulary import Audience, DialogueId, Role
from sessions.languages import in_words_of
from sessions.paper.sheets import SHEET, in_use, not_in_use
from sessions.paper.wall import wall_of
from sessions.poster.layout import poster
from sessions.poster.shapes import HEIGHT, WIDTH
from sessions.rooms.credentials import Surface, who_is
from sessions.rooms.service import Service

View = Mapping[str, Any]


def blueprint(service: Service) -> Blueprint:
    """Where paper is printed."""
    pages = Blueprint("paper", __name__, url_prefix="/d/<dialogue>/paper")

    def led(dialogue: str) -> Dialogue | None:
        """The dialogue as it is on disk, for whoever the console would let in."""
        place = service.rooms.place(DialogueId(dialogue))
        if place is None or who_is(service.rooms.storage, place, Surface.CONSOLE, request.cookies) is None:
            return None
        return place.room.committed

    @pages.get("")
    def index(dialogue: str) -> str | Response:
        state = led(dialogue)
        if state is None:
            return _not_led()
        return _page("paper/index.html", state, groups=in_use(state), others=not_in_use(state))

    @pages.get("/<key>")
    def sheet(dialogue: str, key: str) -> str | Response:
        state = led(dialogue)
        if state is None:
            return _not_led()
        if key not in SHEET:
            abort(404)
        return _page(SHEET[key].template, state, sheet=SHEET[key], more=_MORE.get(key))

    return pages


def _page(template: str, state: Dialogue, more: Callable[..., dict[str, Any]] | None = None, **given: object) -> str:
    """A page in the dialogue's language, made from what everybody sees on the flipchart."""
    view = view_for(state, Audience.FLIPCHART)
    with in_words_of(state.plan.language):
        found = more(state, view) if more else {}
        return render_template(template, dialogue=state.id, view=view, **given, **found)


def _slips(state: Dialogue, view: View) -> dict[str, Any]:
    """Numbers alone, in their order: when each was made or used would tell something."""
    made = [seat.pseudonym for seat in state.seats.values() if seat.role is Role.SLIP and not seat.gone]
    return {"slips": sorted(made, key=lambda number: (len(number), number))}


def _titles(state: Dialogue, view: View) -> dict[str, Any]:
    return {"titles": sorted(view["experiences"].values(), key=lambda one: one["number"])}


def _heated(state: Dialogue, view: View) -> dict[str, Any]:
    heated = view["sentences"].get(view["narrative"].get("heated"), {})
    return {"heated": heated.get("label", "")}


def _wording(state: Dialogue, view: View) -> dict[str, Any]:
    versions = sorted(view["answers"].values(), key=lambda one: one["number"])
    return {"answer": versions[-1] if versions else None}


def _evaluation(state: Dialogue, view: View) -> dict[str, Any]:
    return {"form": FORMS[form_of(state.options)]}


def _wall(state: Dialogue, view: View) -> dict[str, Any]:
    rtl = get_locale() is not None and get_locale().text_direction == "rtl"
    return {"poster": poster(wall_of(view), rtl), "rtl": rtl, "width": WIDTH, "height": HEIGHT}


_MORE: Mapping[str, Callable[[Dialogue, View], dict[str, Any]]] = {
    "slips": _slips,
    "choosing": _titles,
    "own-version": _heated,
    "positions": _wording,
    "reservation": _wording,
    "evaluation": _evaluation,
    "wall": _wall,
}


def _not_led() -> Response:
    title, sentence = _("This is for whoever leads the dialogue"), _("Sign in with the account that leads it.")
    return make_response(render_template("error.html", code="not_joined", title=title, sentence=sentence), 403)
