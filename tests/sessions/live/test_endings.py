"""Ending a websocket that has ended already, on threads."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import simple_websocket

from sessions.live.endings import end_quietly

ASKS = {
    "HTTP_HOST": "dialogue.test", "HTTP_UPGRADE": "websocket", "HTTP_CONNECTION": "Upgrade",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==", "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": "",
}  # fmt: skip


@pytest.fixture
def pair() -> Iterator[tuple[Any, socket.socket]]:
    """A websocket as a threading server has it, and the browser's end of its line."""
    ours, theirs = socket.socketpair()
    line = simple_websocket.Server(ASKS | {"werkzeug.socket": ours}, ping_interval=None)
    yield line, theirs
    theirs.close()
    line.thread.join(5)
    ours.close()


def _gone(line: Any) -> None:
    line.sock.close()


def _closed_by_the_browser(line: Any) -> None:
    line.connected = False


def _closing(line: Any) -> None:
    line.ws.send(simple_websocket.ws.CloseConnection(1000, None))


@pytest.mark.parametrize("meanwhile", [_gone, _closed_by_the_browser, _closing])
def test_it_may_end_once_more(pair: tuple[Any, socket.socket], meanwhile: Callable[[Any], None]) -> None:
    line, _theirs = pair
    meanwhile(line)
    with pytest.raises(Exception):  # noqa: B017, PT011  each in its own way: what would end the writing thread
        simple_websocket.Server.close(line)
    end_quietly(SimpleNamespace(ws=line))
    line.close()
    assert not line.connected


def test_one_that_is_open_is_closed_as_ever(pair: tuple[Any, socket.socket]) -> None:
    line, theirs = pair
    end_quietly(SimpleNamespace(ws=line))
    line.close()
    theirs.settimeout(5)
    heard = b""
    while not heard.endswith(b"\x88\x02\x03\xe8"):  # a close frame, status 1000
        heard += theirs.recv(4096)
