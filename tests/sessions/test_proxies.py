"""Behind a proxy: who asks, and whether encrypted, is believed of as many proxies as were named and of nobody else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import websocket
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder

from sessions.app import create_app
from sessions.config import load
from sessions.storage.store import open_storage
from tests.sessions.in_mode import both_modes
from tests.sessions.live.given import Line, screen
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared, server
from tests.sessions.proxy import Edit, Proxy, silent, telling
from tests.sessions.terminal import dialogue

PUBLIC = "https://dialogue.example.org"
CLAIMED = {"X-Forwarded-For": "198.51.100.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
PATHS = ["/join", "/d/0123456789abcdef0123/live/?EIO=4&transport=polling"]


def _seen(folder: Path, proxies: str, path: str, headers: dict[str, str]) -> dict[str, Any]:
    """What the innermost part of the application sees of a request from 192.0.2.9."""
    storage = open_storage(folder)
    try:
        config = load({"PROXIES": proxies, "PUBLIC_URL": PUBLIC})
        app = create_app(config, storage, frozenset({PUBLIC})).flask
        environ = EnvironBuilder(path, headers=Headers({"Host": "inside:8000"} | headers)).get_environ()
        environ["REMOTE_ADDR"] = "192.0.2.9"
        list(app(environ, lambda status, headers, *more: lambda data: None))
        return {key: environ.get(key) for key in ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST")}
    finally:
        storage.close()


@pytest.mark.parametrize("path", PATHS)
def test_with_no_proxy_nobodys_word_is_taken(tmp_path: Path, path: str) -> None:
    seen = _seen(tmp_path, "0", path, CLAIMED)
    assert seen == {"REMOTE_ADDR": "192.0.2.9", "wsgi.url_scheme": "http", "HTTP_HOST": "inside:8000"}


@pytest.mark.parametrize("path", PATHS)
def test_with_one_proxy_its_word_is_taken_and_not_what_the_client_put_before_it(tmp_path: Path, path: str) -> None:
    told = {"X-Forwarded-For": "203.0.113.66, 198.51.100.1", "X-Forwarded-Proto": "https"}
    seen = _seen(tmp_path, "1", path, told | {"X-Forwarded-Host": "dialogue.example.org"})
    assert seen == {"REMOTE_ADDR": "198.51.100.1", "wsgi.url_scheme": "https", "HTTP_HOST": "dialogue.example.org"}


def test_with_two_proxies_the_outer_ones_word_is_taken(tmp_path: Path) -> None:
    told = {"X-Forwarded-For": "203.0.113.66, 198.51.100.1, 10.0.0.2", "X-Forwarded-Proto": "http, https, http"}
    seen = _seen(tmp_path, "2", "/join", told)
    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]) == ("198.51.100.1", "https")


def test_where_fewer_proxies_spoke_than_were_named_nobodys_word_is_taken(tmp_path: Path) -> None:
    seen = _seen(tmp_path, "2", "/join", {"X-Forwarded-For": "198.51.100.1", "X-Forwarded-Proto": "https"})
    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]) == ("192.0.2.9", "http")


def test_proxies_without_a_public_address_are_refused_at_the_start(tmp_path: Path) -> None:
    told = dialogue("serve", DATA=str(tmp_path), PROXIES="1", PUBLIC_URL="")
    told.is_one_sentence("setting_invalid", "PROXIES", "PUBLIC_URL=https://")


@dataclass
class Behind(Served):
    """A server as it is reached through a proxy, under its public name."""

    @property
    def origin(self) -> str:
        return PUBLIC


@contextmanager
def _behind(
    folder: Path, proxies: str, mode: str = "eventlet", edit: Edit = telling
) -> Iterator[tuple[Behind, Served]]:
    """The server through the proxy, and the server itself, at which people can knock, too."""
    with server(folder / "data", mode, PROXIES=proxies, PUBLIC_URL=PUBLIC) as served:
        proxy = Proxy(served.port, edit)
        try:
            yield Behind(served.process, proxy.port, served.setup, served.said), served
        finally:
            proxy.close()
        assert [line for line in served.said if "Traceback" in line] == []


def _cookies(visitor: Visitor, path: str, **headers: str) -> list[str]:
    return visitor.get(path, **headers).headers.get_all("Set-Cookie") or []


@contextmanager
def _screen(behind: Behind, visitor: Visitor, dialogue: str, surface: str) -> Iterator[Line]:
    """A socket through the proxy, from the public origin."""
    path = f"/d/{dialogue}/live/"
    line = Line.__new__(Line)
    with socket.create_connection(("127.0.0.1", behind.port)) as bare:
        line.socket = websocket.create_connection(
            f"ws://dialogue.example.org{path}?EIO=4&transport=websocket",
            origin=PUBLIC, cookie=visitor.cookies_for(path), timeout=15, socket=bare,
        )  # fmt: skip
        line.heard, line._unread, line._numbers = [], [], iter(range(1, 1 << 30))
        assert str(line.socket.recv()).startswith("0")
        assert "sid" in line.connect(visitor.csrf, surface)
        yield line


@both_modes
def test_a_dialogue_goes_through_a_proxy_with_cookies_for_encrypted_connections(tmp_path: Path, mode: str) -> None:
    with _behind(tmp_path, "1", mode) as (behind, direct):
        leader = facilitator(behind)
        dialogue, code = prepared(leader)
        ash = joined(behind, code, "Ash")
        made = [*_cookies(Visitor(behind), "/sign-in"), *_cookies(Visitor(behind), f"/j/{code}")]
        assert made
        assert [cookie for cookie in made if "; Secure" not in cookie] == []
        with (
            _screen(behind, leader, dialogue, "console") as console,
            _screen(behind, ash, dialogue, "participant") as phone,
        ):
            assert console.command("move_to_stage", {"stage": "experiences"})["ok"]
            assert phone.command("tell_experience", {"title": "The corridor"})["ok"]
            console.next("update")
        assert leader.post("/sign-out", {}, Origin="https://evil.example").status == 403
        with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
            websocket.create_connection(
                f"ws://127.0.0.1:{behind.port}/d/{dialogue}/live/?EIO=4&transport=websocket",
                origin="https://evil.example", cookie=ash.cookies_for(f"/d/{dialogue}/live/"),
            )  # fmt: skip
        with screen(_at(direct, ash), dialogue) as beside:  # this machine's own address stays one to come from
            assert beside.sid


def _at(served: Served, visitor: Visitor) -> Visitor:
    moved = Visitor(served)
    moved.cookies, moved.csrf = visitor.cookies, visitor.csrf
    return moved


def test_what_a_client_claims_itself_changes_nothing_through_the_proxy(tmp_path: Path) -> None:
    with _behind(tmp_path, "1") as (behind, _direct):
        made = _cookies(Visitor(behind), "/sign-in", **{"X-Forwarded-Proto": "http", "X-Forwarded-For": "127.0.0.1"})
        assert made
        assert [cookie for cookie in made if "; Secure" not in cookie] == []


def test_what_a_client_claims_is_nothing_where_no_proxy_was_named(tmp_path: Path) -> None:
    with _behind(tmp_path, "0", edit=silent) as (behind, _direct):
        made = _cookies(Visitor(behind), "/sign-in", **CLAIMED)
        assert made
        assert [cookie for cookie in made if "; Secure" in cookie] == []
        page = Visitor(behind).get("/sign-in", **CLAIMED)
        assert "evil.example" not in page.text
        assert "Cross-Origin-Opener-Policy" not in page.headers
