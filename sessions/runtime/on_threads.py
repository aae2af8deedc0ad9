"""Werkzeug's threaded server, made to stand what comes: handshakes in the thread of their own connection."""

from __future__ import annotations

import contextlib
import io
import sys
import time
from typing import Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from sessions.runtime.greeting import greet
from sessions.runtime.patience import Patience, PatientFile
from sessions.runtime.places import Place, Places
from sessions.runtime.serving import Port
from sessions.runtime.waiting import report

WAITS_FOR_FILES_S = 0.05


class _Handler(WSGIRequestHandler):
    """One connection and its one request: Werkzeug closes it with the answer."""

    def __init__(self, line: Any, address: Any, server: _Server, place: Place) -> None:
        self._place, self._patience = place, server.patience
        super().__init__(line, address, server)

    def setup(self) -> None:
        self.connection = self.request
        self.file = PatientFile(self.connection, self._place, self._patience)
        self.rfile = io.BufferedReader(self.file)
        self.wfile = self.file  # type: ignore[assignment]  # it writes all that it is given, as a buffered one does

    def parse_request(self) -> bool:
        readable = super().parse_request()
        self.file.grant(self._patience.request_s)  # for the body
        return readable

    def log(self, type: str, message: str, *args: Any) -> None:
        """Never: a request line holds codes and tokens."""


def server_of(port: Port) -> ThreadedWSGIServer:
    """The server of this port, not yet serving."""
    host, number = port.listening.getsockname()[:2]
    server = _Server(host, number, port.app, _Handler, fd=port.listening.fileno())
    server.ssl_context = port.encrypted  # set afterwards: Werkzeug would shake hands before it accepts the next
    server.patience, server.places = port.patience, Places(port.patience.most)
    return server


class _Server(ThreadedWSGIServer):
    patience: Patience
    places: Places

    def get_request(self) -> Any:
        try:
            return super().get_request()
        except OSError:
            time.sleep(WAITS_FOR_FILES_S)  # no file left: without a pause this would spin until somebody goes
            raise

    def verify_request(self, request: Any, client_address: Any) -> bool:
        return self.places.take(client_address[0])

    def process_request(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request(request, client_address)
        except RuntimeError:  # the system gives no more threads
            Place(self.places, client_address[0]).leave()
            raise

    def finish_request(self, request: Any, client_address: Any) -> None:
        place = Place(self.places, client_address[0])
        try:
            if self.ssl_context is None:
                _Handler(request, client_address, self, place)
                return
            line = greet(request, self.ssl_context)
            if line is not None:
                with contextlib.closing(line):
                    _Handler(line, client_address, self, place)
        finally:
            place.leave()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A line that breaks is everyday; anything else is told without addresses and words."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            report("a connection", error)

    def shutdown_request(self, request: Any) -> None:
        with contextlib.suppress(OSError):
            super().shutdown_request(request)
