"""Guidance for whoever leads: per stage what it is for, what to do and say, what goes wrong, when to move on.

One source for the printable page and for the console's drawer. There is nothing of any dialogue in it, so anybody may
read it.
"""

from __future__ import annotations

from flask import Flask

from sessions.guidance.pages import blueprint


def init(app: Flask, languages: tuple[str, ...]) -> None:
    """Let the application answer at /guidance; `languages` are those that are offered, the preferred first."""
    app.register_blueprint(blueprint(languages))
