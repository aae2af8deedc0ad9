"""A running server with a facilitator; and the application in this process, where a test looks at its parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.app import Application, create_app
from sessions.config import load
from sessions.storage.store import open_storage
from tests.sessions.pages.given import Served, Visitor, facilitator, server

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with server(tmp_path_factory.mktemp("pages") / "data") as running:
        yield running
        assert running.process.poll() is None
        assert [line for line in running.said if "Traceback" in line] == []


@pytest.fixture(scope="session")
def leader(served: Served) -> Visitor:
    return facilitator(served)


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """Put together over a new data folder, with one known origin."""
    storage = open_storage(tmp_path / "data")
    try:
        yield create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
    finally:
        storage.close()
