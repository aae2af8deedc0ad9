"""Home: a facilitator's dialogues; for everyone else the door."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from dialogue.state import Dialogue
from dialogue.vocabulary import DialogueId, StageKey
from sessions.rooms.credentials import account_of
from sessions.rooms.service import Service


def blueprint(service: Service) -> Blueprint:
    """The home page."""
    pages = Blueprint("home", __name__)

    @pages.get("/")
    def home() -> str | Response:
        storage = service.rooms.storage
        account = account_of(storage, request.cookies)
        if account is None:
            return redirect("/join")
        cards = [card(service, DialogueId(dialogue)) for dialogue in storage.accounts.led_by(account)]
        known = sorted((found for found in cards if found), key=lambda found: -int(str(found["created"])))
        return render_template(
            "home.html",
            now=[found for found in known if found["kind"] == "now"],
            upcoming=[found for found in known if found["kind"] == "upcoming"],
            past=[found for found in known if found["kind"] == "past"],
        )

    return pages


def card(service: Service, dialogue: DialogueId) -> dict[str, object] | None:
    """A dialogue as its facilitator's home shows it."""
    place = service.rooms.place(dialogue)
    if place is None:
        return None
    state: Dialogue = place.room.committed
    wording = state.wordings.get(state.question) if state.question else None
    begun = state.stage is not StageKey.OPENING or bool(state.group())
    return {
        "id": dialogue,
        "title": state.title,
        "question": wording.text if wording else None,
        "people": len(state.group()),
        "created": state.created_at,
        "stage": state.stage.value,
        "kind": "past" if state.closed else "now" if begun else "upcoming",
    }
