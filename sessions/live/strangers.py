"""What is done about those who speak Engine.IO but not ours: sessions nobody enters, events nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sessions import runtime

STRANGERS_S = 5.0
MOST_BYTES = 64_000


def hang_up(socket: Any) -> None:
    """End an Engine.IO session once what was sent to it is out."""
    if not socket.closed:
        socket.close(wait=False)


def expire(socket: Any, is_in: Callable[[str], bool]) -> None:
    """A session in which nobody is let in dies soon: it would cost a stranger nothing, and us a place."""
    runtime.sleep(STRANGERS_S)
    if not is_in(socket.sid):
        hang_up(socket)


def expire_each(server: Any, is_in: Callable[[str], bool]) -> None:
    """Every session of this Socket.IO server has to be entered in time. `is_in` is asked with an Engine.IO sid."""
    opened = server.eio.handlers["connect"]

    def opens(session: str, environ: Any) -> Any:
        runtime.spawn(expire, server.eio.sockets[session], is_in)
        return opened(session, environ)

    server.eio.on("connect", opens)


def never_wait(server: Any) -> None:
    """Engine.IO ends a session that posted nonsense, then waits until it has polled what is left: perhaps for ever."""
    engine = server.eio

    def disconnect(session: str) -> None:
        if socket := engine.sockets.get(session):
            hang_up(socket)

    engine.disconnect = disconnect


def limit_pieces(websocket: Any) -> None:
    """A message in pieces is no longer than one in one piece. Both servers would gather pieces without end."""
    if hasattr(websocket, "ws"):
        _limit_on_threads(websocket.ws)
    else:
        _limit_on_eventlet(websocket)


def _limit_on_threads(websocket: Any) -> None:
    websocket.max_message_size = MOST_BYTES
    handle = websocket._handle_events

    def ends_aloud() -> bool:
        goes_on = bool(handle())
        if not goes_on:  # simple-websocket wakes its reader before it has noted the end: the reader would sleep on
            websocket.connected = False
            websocket.event.set()
        return goes_on

    websocket._handle_events = ends_aloud


def _limit_on_eventlet(websocket: Any) -> None:
    receive, seen, size = websocket._recv_frame, 0, 0

    def limited(message: Any = None) -> Any:
        nonlocal seen, size
        got = receive(message=message)
        if got.opcode & 8:  # a ping between two pieces
            return got
        if got is not message:
            seen = size = 0
        size += sum(map(len, got.data[seen:]))
        seen = len(got.data)
        if size > MOST_BYTES:
            raise ValueError("a message in too many pieces")
        return got

    websocket._recv_frame = limited


def only(server: Any, events: Collection[str]) -> None:
    """Drop events of other names. One that calls itself "connect" would else run the handler of a real connection."""
    handle = server._handle_event

    def known(session: str, namespace: str | None, number: int | None, data: object) -> None:
        if isinstance(data, list) and data and isinstance(data[0], str) and data[0] in events:
            handle(session, namespace, number, data)

    server._handle_event = known
