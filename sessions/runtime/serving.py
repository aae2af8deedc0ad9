"""Listening and serving until told to stop: on eventlet's server, or on threads."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any

from sessions.runtime.mode import green

MOST_CONNECTIONS = 12_000  # eventlet's own default of 1,024 makes the next one wait in silence


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. OSError when the port is taken. Port 0 takes any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would let two servers share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Inherited by what is accepted: a small ack behind a broadcast must not wait 40 ms for Nagle.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except OSError:
        listening.close()
        raise
    return listening


def serve(listening: socket.socket, app: Any, stopping: Callable[[], None]) -> None:
    """Serves a WSGI application until SIGTERM or SIGINT; then `stopping()` runs, and this returns."""
    if green():
        _serve_eventlet(listening, app, stopping)
    else:
        _serve_threads(listening, app, stopping)


def _serve_eventlet(listening: socket.socket, app: Any, stopping: Callable[[], None]) -> None:
    import eventlet
    from eventlet import wsgi
    from eventlet.websocket import RFC6455WebSocket

    # Unmasking byte by byte blocks the hub for 20 ms on a frame of 64 kB.
    RFC6455WebSocket._apply_mask = staticmethod(unmask)
    server = eventlet.spawn(
        wsgi.server, listening, app, max_size=MOST_CONNECTIONS, log_output=False, debug=False, log=_Silent()
    )

    def stop(*_: object) -> None:
        eventlet.spawn_n(_stop_eventlet)

    def _stop_eventlet() -> None:
        stopping()
        server.kill()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    with contextlib.suppress(eventlet.greenlet.GreenletExit):
        server.wait()


def _serve_threads(listening: socket.socket, app: Any, stopping: Callable[[], None]) -> None:
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        def log(self, type: str, message: str, *args: Any) -> None:
            """Never: a request line holds codes and tokens."""

    host, port = listening.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Quiet, fd=listening.fileno())

    def stop(*_: object) -> None:
        threading.Thread(target=_stop_threads).start()

    def _stop_threads() -> None:
        stopping()
        server.shutdown()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    server.serve_forever()


class _Silent:
    """Where eventlet's server would write request lines, which hold codes and tokens."""

    def write(self, text: str) -> None:
        """Nothing is written."""

    def flush(self) -> None:
        """Nothing is kept."""


def unmask(data: bytes, mask: Sequence[int], length: int | None = None, offset: int = 0) -> bytes:
    """A websocket payload unmasked (RFC 6455 section 5.3) as one integer XOR: 50 times as fast as byte by byte."""
    size = len(data) if length is None else length
    if not size:
        return b""
    turned = bytes(mask[(offset + place) % 4] for place in range(4))
    key = (turned * (size // 4 + 1))[:size]
    return (int.from_bytes(data[:size], "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")
