"""eventlet's WSGI server, made to stand what comes: lines that break, encrypted ones, more of them than files."""

from __future__ import annotations

import errno
import os
import time
from typing import Any

import eventlet
from eventlet import wsgi
from eventlet.websocket import RFC6455WebSocket

from sessions.runtime.greeting import greet
from sessions.runtime.serving import Port
from sessions.runtime.unmasking import unmask

# eventlet's own default of 1,024 makes the next one wait in silence. On Windows it waits with select(), which Python
# builds for 512 sockets there; one more would end the server.
MOST_CONNECTIONS = 12_000 if os.name != "nt" else 480
WAITS_FOR_FILES_S = 0.05
_FULL = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_ENDED = frozenset({errno.EBADF, errno.EINVAL, errno.ENOTSOCK})


def start(port: Port) -> Any:
    """The greenlet that serves this port."""
    scheme = {"wsgi.url_scheme": "https", "HTTPS": "on"} if port.encrypted else None
    return eventlet.spawn(
        wsgi.server,
        _Steady(port.listening),
        port.app,
        environ=scheme,
        protocol=_protocol_for(port),
        max_size=MOST_CONNECTIONS,
        log_output=False,
        debug=False,
        log=_Silent(),
    )


class _Steady:
    """A listening socket whose `accept` outlives one bad connection: eventlet's server would end with it."""

    def __init__(self, listening: Any) -> None:
        self._listening = listening

    def accept(self) -> Any:
        while True:
            try:
                return self._listening.accept()
            except OSError as error:
                if error.errno in _ENDED:
                    raise
                # Somebody hung up before being heard: the next, please. No file left: somebody has to go first.
                time.sleep(WAITS_FOR_FILES_S if error.errno in _FULL else 0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listening, name)


def _protocol_for(port: Port) -> type[Any]:
    class Protocol(wsgi.HttpProtocol):  # type: ignore[misc]  # eventlet ships no types
        """One connection. What goes wrong with it is nobody's concern but its own."""

        greeted = True

        def setup(self) -> None:
            if port.encrypted is not None:
                try:
                    line = greet(self.request, port.encrypted)
                except (OSError, EOFError):
                    line = None
                self.greeted = line is not None
                self.request: Any = line or self.request
            super().setup()

        def handle(self) -> None:
            if not self.greeted:
                return
            try:
                super().handle()
            except (OSError, EOFError):
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Never: a request line holds codes and tokens, and its sender an address."""

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, EOFError):  # gone before the last words
                self.rfile.close()
                self.connection.close()

    return Protocol


class _Silent:
    """Where eventlet's server would write request lines, which hold codes and tokens."""

    def write(self, text: str) -> None:
        """Nothing is written."""

    def flush(self) -> None:
        """Nothing is kept."""


def unmask_fast() -> None:
    """Unmasking byte by byte blocks the hub for 20 ms on a frame of 64 kB."""
    RFC6455WebSocket._apply_mask = staticmethod(unmask)
