"""Cookies with a mark in their names, for a server that others on this machine must not be taken for.

Browsers keep cookies per host and do not tell ports apart: what a demo sets on 127.0.0.1:8001 would replace what the
installation on 127.0.0.1:8000 has set. Names are marked here, at the edge, so that none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class MarkedCookies:
    """WSGI middleware: every cookie that goes out has `mark` at the end of its name, and only such ones come in."""

    def __init__(self, app: Callable[..., Any], mark: str) -> None:
        self._app = app
        self._mark = mark

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        own = self._own(environ.pop("HTTP_COOKIE", ""))
        if own:
            environ["HTTP_COOKIE"] = own

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [self._marked(*header) for header in headers], *more)

        answer: Iterable[bytes] = self._app(environ, start)
        return answer

    def _own(self, header: str) -> str:
        """The cookies of this server, by the names that it knows."""
        pairs = (pair.strip().partition("=") for pair in header.split(";"))
        return "; ".join(
            f"{name.removesuffix(self._mark)}={value}" for name, _is, value in pairs if name.endswith(self._mark)
        )

    def _marked(self, name: str, value: str) -> tuple[str, str]:
        if name.lower() != "set-cookie":
            return name, value
        cookie, _is, rest = value.partition("=")
        return name, f"{cookie}{self._mark}={rest}"
