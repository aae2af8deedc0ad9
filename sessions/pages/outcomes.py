"""What managers see: what groups released, and nothing else of any dialogue."""

from __future__ import annotations

from flask import Blueprint, render_template


def blueprint() -> Blueprint:
    """The manager's page. Releases are made at the end of a dialogue; until there is one, it says what will come."""
    pages = Blueprint("outcomes", __name__)

    @pages.get("/outcomes")
    def outcomes() -> str:
        return render_template("outcomes.html")

    return pages
