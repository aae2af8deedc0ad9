"""Exports: one dialogue as a file, for whoever leads it by an account, and only the parts that they choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from sessions.exports.service import Exports
    from sessions.rooms.service import Service


def init(app: Flask, service: Service, static: Path) -> Exports:
    """Let the application answer where exports are made. `static` has style sheets and fonts."""
    # Only here: the process that writes a file imports this package too, and would wait for the web half a second.
    from sessions.exports import pages
    from sessions.exports.service import Exports

    exports = Exports(service.rooms.storage.folder.path / "exports", static)
    app.extensions["exports"] = exports
    app.register_blueprint(pages.blueprint(service, exports))
    return exports
