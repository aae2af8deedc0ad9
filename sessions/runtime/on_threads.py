"""Werkzeug's threaded server, made to stand what comes: handshakes in the thread of their own connection."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from sessions.runtime.greeting import greet
from sessions.runtime.serving import Port
from sessions.runtime.waiting import report

WAITS_FOR_FILES_S = 0.05


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Never: a request line holds codes and tokens."""


def server_of(port: Port) -> ThreadedWSGIServer:
    """The server of this port, not yet serving."""
    host, number = port.listening.getsockname()[:2]
    server = _Server(host, number, port.app, _Quiet, fd=port.listening.fileno())
    server.ssl_context = port.encrypted  # set afterwards: Werkzeug would shake hands before it accepts the next
    return server


class _Server(ThreadedWSGIServer):
    def get_request(self) -> Any:
        try:
            return super().get_request()
        except OSError:
            time.sleep(WAITS_FOR_FILES_S)  # no file left: without a pause this would spin until somebody goes
            raise

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.ssl_context is None:
            super().finish_request(request, client_address)
            return
        line = greet(request, self.ssl_context)
        if line is not None:
            try:
                super().finish_request(line, client_address)  # type: ignore[arg-type]  # as good as a socket
            finally:
                line.close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A line that breaks is everyday; anything else is told without addresses and words."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            report("a connection", error)

    def shutdown_request(self, request: Any) -> None:
        with contextlib.suppress(OSError):
            super().shutdown_request(request)
