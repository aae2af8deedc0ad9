"""Accounts of an application in this process, and of a running server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from sessions.accounts.service import Staff
from sessions.app import Application, create_app
from sessions.config import load
from sessions.storage.store import open_storage

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    storage = open_storage(tmp_path / "data")
    try:
        made = create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
        made.flask.config["WTF_CSRF_ENABLED"] = False  # forgery has tests of its own
        yield made
    finally:
        storage.close()


@pytest.fixture
def staff(application: Application) -> Staff:
    found = application.flask.extensions["staff"]
    assert isinstance(found, Staff)
    return found


@pytest.fixture
def client(application: Application) -> FlaskClient:
    client = application.flask.test_client()
    client.environ_base["HTTP_ORIGIN"] = ORIGIN
    return client
