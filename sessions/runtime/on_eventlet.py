"""eventlet's WSGI server, made to stand what comes: lines that break, encrypted ones, more of them than files."""

from __future__ import annotations

import contextlib
import errno
import io
import socket
import time
from typing import Any

import eventlet
from eventlet import wsgi
from eventlet.websocket import RFC6455WebSocket

from sessions.runtime.greeting import greet
from sessions.runtime.patience import PatientFile
from sessions.runtime.places import Place, Places
from sessions.runtime.plain import read_plain, written
from sessions.runtime.serving import Port
from sessions.runtime.unmasking import unmask
from sessions.runtime.waiting import give_way

WAITS_FOR_FILES_S = 0.05
GIVES_WAY_S = 0.03  # at most, before a shortcut is taken; people who come just then wait no longer than that
_FULL = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_ENDED = frozenset({errno.EBADF, errno.EINVAL, errno.ENOTSOCK})


def start(port: Port) -> Any:
    """The greenlet that serves this port."""
    scheme = {"wsgi.url_scheme": "https", "HTTPS": "on"} if port.encrypted else None
    places = Places(port.patience.most)
    return eventlet.spawn(
        wsgi.server,
        _Steady(port.listening, places),
        port.app,
        environ=scheme,
        protocol=_protocol_for(port, places),
        max_size=port.patience.most,  # not its own 1,024, after which one would wait in silence
        keepalive=port.patience.between_s,
        log_output=False,
        debug=False,
        log=_Silent(),
    )


class _Steady:
    """A listening socket whose `accept` outlives one bad connection: eventlet's server would end with it.

    Lines for which there is no place are closed before it hears of them.
    """

    def __init__(self, listening: Any, places: Places) -> None:
        self._listening, self._places = listening, places

    def accept(self) -> Any:
        while True:
            try:
                line, address = self._listening.accept()
                if self._places.take(address[0]):
                    return line, address
                line.close()
                time.sleep(0)  # others go on while somebody knocks and knocks
            except OSError as error:
                if error.errno in _ENDED:
                    raise
                # Somebody hung up before being heard: the next, please. No file left: somebody has to go first.
                time.sleep(WAITS_FOR_FILES_S if error.errno in _FULL else 0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._listening, name)


def _protocol_for(port: Port, places: Places) -> type[Any]:
    class Protocol(wsgi.HttpProtocol):  # type: ignore[misc]  # eventlet ships no types
        """One connection. What goes wrong with it is nobody's concern but its own."""

        greeted = True

        def __init__(self, conn_state: Any, server: Any) -> None:
            self.place = Place(places, conn_state[0][0])
            try:
                super().__init__(conn_state, server)
            finally:
                self.place.leave()

        def setup(self) -> None:
            if port.encrypted is not None:
                try:
                    line = greet(self.request, port.encrypted)
                except (OSError, EOFError):
                    line = None
                self.greeted = line is not None
                self.request: Any = line or self.request
            self.connection = self.request
            if hasattr(socket, "TCP_QUICKACK"):
                with contextlib.suppress(OSError):
                    self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, True)
            self.file = PatientFile(self.connection, self.place, port.patience)
            self.rfile = io.BufferedReader(self.file)
            self.wfile = io.BufferedWriter(self.file, self.wbufsize)

        def handle(self) -> None:
            if not self.greeted:
                return
            try:
                super().handle()
            except (OSError, EOFError):
                self.close_connection = True

        def handle_one_request(self) -> None:
            if not self._took_shortcut():
                super().handle_one_request()
            self.file.grant(port.patience.between_s)

        def _took_shortcut(self) -> bool:
            """Whether the next request was answered without being read as others are."""
            if (short := port.shortcut) is None or self.place.should_go_soon():
                return False
            read = self.rfile.peek()
            if not read.startswith(short.begins) or not short.needed():
                return False
            give_way(GIVES_WAY_S)
            plain = read_plain(read)
            if plain is None or (answer := short.answer(plain)) is None:
                return False
            self.conn_state[2] = wsgi.STATE_REQUEST
            self.rfile.read(plain.length)
            self.wfile.write(written(answer, plain, time.time(), port.patience.between_s))
            self.wfile.flush()
            self.close_connection = False
            return True

        def parse_request(self) -> bool:
            """The body has its own time; and where many wait, the line ends with its answer."""
            readable: bool = super().parse_request()
            self.file.grant(port.patience.request_s)
            if self.place.should_go_soon():
                self.close_connection = True
            return readable

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
