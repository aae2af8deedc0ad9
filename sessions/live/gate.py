"""The way in for sockets: /d/<dialogue>/live/, from known origins, with the credentials they were opened with.

The path per dialogue lets a seat's cookie be sent to its own dialogue alone. The Engine.IO sid is a bearer
credential: whoever uses it must show the cookie that opened it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from werkzeug.http import parse_cookie

from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE
from sessions.rooms.persons import SIGN_IN_COOKIE

_LIVE = re.compile(r"/d/([0-9a-f]{20})/live/?")
SOCKET_PATH = "/socket.io/"
DIALOGUE_KEY = "dialogue.id"

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class Credential(NamedTuple):
    """The secrets that a request shows, to compare with those shown before; empty where there is none."""

    sign_in: str
    seat: str
    wall: str


def credential_of(environ: Environ) -> Credential:
    """Read as pages read them: one cookie of another program on this host, however odd, must not hide ours."""
    cookies = parse_cookie(environ)
    return Credential(*(cookies.get(name, "") for name in (SIGN_IN_COOKIE, SEAT_COOKIE, WALL_COOKIE)))


class Gate:
    """WSGI middleware around Flask-SocketIO's.

    `opened_with(sid)` gives the environ that opened an Engine.IO session.
    """

    def __init__(self, app: Any, origins: frozenset[str], opened_with: Callable[[str], Environ | None]) -> None:
        self._app = app
        self._origins = origins
        self._opened_with = opened_with

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith(SOCKET_PATH.rstrip("/")):
            return self._refuse(start_response, "404 Not Found")
        match = _LIVE.fullmatch(path)
        if match is None:
            answer: Iterable[bytes] = self._app(environ, start_response)
            return answer
        if not self._may_pass(environ):
            return self._refuse(start_response, "403 Forbidden")
        # No deflate: it costs 90 KB a screen and saves little on small patches.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        environ[DIALOGUE_KEY] = match[1]
        environ["PATH_INFO"] = SOCKET_PATH
        environ["wsgi.errors"] = _NOWHERE
        passed: Iterable[bytes] = self._app(environ, _kept_to_itself(start_response))
        return passed

    def _may_pass(self, environ: Environ) -> bool:
        origin = environ.get("HTTP_ORIGIN")
        upgrades = "websocket" in environ.get("HTTP_UPGRADE", "").lower()
        # Browsers leave Origin out of same-origin GETs alone.
        if origin is None and (upgrades or environ.get("REQUEST_METHOD") != "GET"):
            return False
        if origin is not None and origin.lower() not in self._origins:
            return False
        credential = credential_of(environ)
        if not any(credential):
            return False
        sid = parse_qs(environ.get("QUERY_STRING", "")).get("sid")
        if not sid:
            return True
        opened = self._opened_with(sid[0])
        return opened is not None and credential_of(opened) == credential

    @staticmethod
    def _refuse(start_response: StartResponse, status: str) -> Iterable[bytes]:
        _kept_to_itself(start_response)(status, [("Content-Type", "text/plain")])
        return [b""]


class _Nowhere:
    """Where eventlet's websockets would write how they ended, with the address of whoever was there."""

    def write(self, text: str) -> None:
        """Nothing is written."""

    def flush(self) -> None:
        """Nothing is kept."""


_NOWHERE = _Nowhere()


def _kept_to_itself(start_response: StartResponse) -> StartResponse:
    """What is polled holds what people said: no cache keeps it, no browser guesses at it."""

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        kept = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        return start_response(status, [*headers, *kept], *more)

    return start
