"""Whole dialogues played by simulated participants, through the same doors and sockets that people use.

One of them, played in memory, is the sample that a facilitator reads before leading a first one.
"""

from __future__ import annotations

from flask import Flask

from sessions.rehearsal import pages
from sessions.storage.store import Storage


def init(app: Flask, storage: Storage) -> None:
    """Let the application answer at /sample."""
    app.register_blueprint(pages.blueprint(storage))
