"""Listening, and serving until told to stop: on eventlet's server, or on threads; encrypted or not."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sessions.runtime.mode import green
from sessions.runtime.patience import Patience
from sessions.runtime.plain import Shortcut
from sessions.runtime.waiting import Event

LEAVES_S = 5.0
PATIENT = Patience()
MANY_FILES = (65_536, 10_240, 4_096)  # macOS says that there is no limit, and refuses the first


@dataclass(frozen=True, slots=True)
class Port:
    """A WSGI application and the socket on which it is asked; encrypted where there is a context.

    The shortcut is taken on eventlet only, where one core does everything.
    """

    listening: socket.socket
    app: Any
    encrypted: ssl.SSLContext | None = None
    patience: Patience = PATIENT
    shortcut: Shortcut | None = None


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


def serve(main: Port, stopping: Callable[[], None], beside: Sequence[Port] = ()) -> None:
    """Serves WSGI applications until SIGTERM or SIGINT; then `stopping()` runs, and this returns."""
    _allow_many_files()
    if green():
        _serve_eventlet(main, stopping, beside)
    else:
        _serve_threads(main, stopping, beside)


def _allow_many_files() -> None:
    """Each screen is a file. Systems give a process 256 or 1,024 at first and many more to one that asks."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for many in MANY_FILES:
        if soft == resource.RLIM_INFINITY or soft >= many:
            return
        wanted = many if hard == resource.RLIM_INFINITY else min(many, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            return


def _serve_eventlet(main: Port, stopping: Callable[[], None], beside: Sequence[Port]) -> None:
    import eventlet

    from sessions.runtime.on_eventlet import start, unmask_fast

    unmask_fast()
    servers = [start(port) for port in (main, *beside)]
    ended = Event()
    servers[0].link(lambda _: ended.set())

    def stop(*_: object) -> None:
        eventlet.spawn_n(_stop_eventlet)

    def _stop_eventlet() -> None:
        stopping()
        for server in servers:
            server.kill()
        ended.wait(LEAVES_S)  # it waits for answers on their way, and somebody may never fetch theirs
        ended.set()

    _when_told(stop)
    ended.wait()


def _serve_threads(main: Port, stopping: Callable[[], None], beside: Sequence[Port]) -> None:
    from sessions.runtime.on_threads import server_of

    server, *others = (server_of(port) for port in (main, *beside))

    def stop(*_: object) -> None:
        threading.Thread(target=_stop_threads).start()

    def _stop_threads() -> None:
        stopping()
        for running in (*others, server):
            running.shutdown()

    _when_told(stop)
    for other in others:
        threading.Thread(target=other.serve_forever, daemon=True).start()
    server.serve_forever()


def _when_told(stop: Callable[..., None]) -> None:
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if closing := getattr(signal, "SIGBREAK", None):  # Windows: the terminal's window is closed, or Ctrl-Break
        signal.signal(closing, stop)
