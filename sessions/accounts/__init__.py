"""Accounts of staff: signing in, one's own account, people and places. Participants have none."""

from __future__ import annotations

from datetime import date

from flask import Flask
from flask_babel import format_date

from sessions.accounts import own_pages, pages, people_pages, place_pages, welcome_pages
from sessions.accounts.people import People
from sessions.accounts.service import Staff
from sessions.rooms.alone import leads_alone
from sessions.rooms.registry import Rooms


def init(app: Flask, rooms: Rooms) -> Staff:
    """Let people sign in."""
    staff = Staff(rooms.storage)
    people = People(staff, lambda account: leads_alone(rooms, account))
    app.extensions["staff"] = staff
    app.add_template_filter(_day, "day")
    for made in (
        pages.blueprint(staff),
        own_pages.blueprint(staff),
        people_pages.blueprint(staff, people),
        place_pages.blueprint(staff),
        welcome_pages.blueprint(people),
    ):
        app.register_blueprint(made)
    return staff


def _day(stored: str) -> str:
    """A day as it is stored (2026-11-22, UTC), as people write it."""
    return str(format_date(date.fromisoformat(stored), "d MMMM y"))
