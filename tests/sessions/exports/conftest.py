"""The application in this process; and a server that runs, with a dialogue that was led to its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.app import Application, create_app
from sessions.config import load
from sessions.storage.store import open_storage

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """Put together over a new data folder."""
    storage = open_storage(tmp_path / "data")
    made = create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
    try:
        yield made
    finally:
        made.flask.extensions["exports"].stop()
        storage.close()
