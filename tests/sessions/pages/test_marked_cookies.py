"""A server with a mark in its cookies' names sees its own cookies alone, and sets no others."""

from __future__ import annotations

from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from werkzeug.test import Client

from sessions.app import Application, create_app
from sessions.config import load
from sessions.storage.store import open_storage
from tests.sessions.pages.conftest import ORIGIN
from tests.sessions.pages.given import PASSWORD

MARK = "_demo_8001"


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Application]:
    storage = open_storage(tmp_path / "data")
    try:
        yield create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN, MARK)
    finally:
        storage.close()


def _token(page: str) -> str:
    return page.split('name="csrf_token" value="')[1].split('"')[0]


def test_every_cookie_from_signing_up_to_signing_out_is_marked(marked: Application) -> None:
    browser = Client(marked.flask.wsgi_app)
    link = f"/setup/{marked.flask.extensions['staff'].setup_link()}"
    page = browser.get(link, base_url=ORIGIN)
    form = {"csrf_token": _token(page.text), "name": "Ash", "password": PASSWORD}
    made = browser.post(link, data=form, base_url=ORIGIN, headers={"Origin": ORIGIN})
    assert made.status_code == 302
    names = [name for answer in (page, made) for line in answer.headers.getlist("Set-Cookie") for name in _names(line)]
    assert set(names) == {f"form{MARK}", f"sign_in{MARK}", f"known{MARK}"}
    account = browser.get("/account", base_url=ORIGIN)
    assert account.status_code == 200  # its own cookies are read
    form = {"csrf_token": _token(account.text)}
    away = browser.post("/sign-out", data=form, base_url=ORIGIN, headers={"Origin": ORIGIN})
    assert [name for line in away.headers.getlist("Set-Cookie") for name in _names(line)] == [f"sign_in{MARK}"]
    assert browser.get("/account", base_url=ORIGIN).status_code == 302


def test_a_cookie_of_another_server_is_not_read(marked: Application) -> None:
    staff = marked.flask.extensions["staff"]
    staff.set_up(staff.setup_link(), "Ash", PASSWORD)
    token = staff.sign_in("Ash", PASSWORD)
    browser = Client(marked.flask.wsgi_app, use_cookies=False)
    strange = browser.get("/account", headers={"Cookie": f"sign_in={token}; odd; =; other=1"})
    assert strange.status_code == 302
    own = browser.get("/account", headers={"Cookie": f"sign_in=wrong; sign_in{MARK}={token}"})
    assert own.status_code == 200


def _names(line: str) -> list[str]:
    return list(SimpleCookie(line))
