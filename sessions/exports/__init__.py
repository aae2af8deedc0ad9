"""Exports: one dialogue as a file, for whoever leads it by an account, and only the parts that they choose.

And imports: such a file from elsewhere, to be read.
"""

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
    from sessions.exports.imports import pages as imported
    from sessions.exports.imports.kept import Imports
    from sessions.exports.service import Exports

    storage = service.rooms.storage
    exports = Exports(storage.folder.path / "exports", static)
    app.extensions["exports"] = exports
    app.register_blueprint(pages.blueprint(service, exports))
    imports = Imports(storage.folder.path, storage.derived_key("imports"))
    app.register_blueprint(imported.blueprint(storage, imports))
    return exports
