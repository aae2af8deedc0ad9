"""The application in this process, over a data folder with one account and one dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dialogue.vocabulary import PlanOption
from sessions.accounts.service import Staff
from sessions.app import Application, create_app
from sessions.config import load
from sessions.rooms.persons import SIGN_IN_COOKIE
from tests.sessions.paper.given import Table
from tests.sessions.rooms.given import opened

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    storage = opened(tmp_path / "data")
    try:
        yield create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
    finally:
        storage.close()


@pytest.fixture
def table(application: Application) -> Table:
    return Table(application.service, PlanOption.POSITIONS)


@pytest.fixture
def lead(application: Application) -> FlaskClient:
    """A browser in which the account that leads is signed in."""
    return signed_in(application, "account")


def signed_in(application: Application, account: str) -> FlaskClient:
    """A browser in which this account is signed in."""
    client = application.flask.test_client()
    staff = application.flask.extensions["staff"]
    assert isinstance(staff, Staff)
    client.set_cookie(SIGN_IN_COOKIE, staff.sign_in_as(account), domain="127.0.0.1")
    return client
