"""What managers see: what groups released, and nothing else of any dialogue."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from sessions.rooms.persons import person_of
from sessions.rooms.service import Service


def blueprint(service: Service) -> Blueprint:
    """The manager's page. Releases are made at the end of a dialogue; until there is one, it says what will come."""
    pages = Blueprint("outcomes", __name__)

    @pages.get("/outcomes")
    def outcomes() -> str:
        storage = service.rooms.storage
        person = person_of(storage, request.cookies)
        account = storage.accounts.with_id(person.account) if person else None
        known = {place.id: place for place in storage.places.all()}
        root = next((place for place in known.values() if place.parent is None), None)
        return render_template("outcomes.html", place=known.get(account.place or "", root) if account else root)

    return pages
