"""Accounts of staff: the first one, signing in and out. Participants have none."""

from __future__ import annotations

from flask import Flask

from sessions.accounts import pages
from sessions.accounts.service import Staff
from sessions.storage.store import Storage


def init(app: Flask, storage: Storage) -> Staff:
    """Let people sign in."""
    staff = Staff(storage)
    app.extensions["staff"] = staff
    app.register_blueprint(pages.blueprint(staff))
    return staff
