"""A Socket.IO connection as one reader and one line of text frames, so that what comes is taken in the order sent.

python-socketio's own client hands each message to a thread of its own, which loses that order; its packet coding
is used here. Websocket only: polling is for networks that block it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from itertools import count
from typing import Any

import websocket
from socketio.packet import Packet

from sessions import runtime

OPENING_S = 15.0
_OPEN, _CLOSE, _PING, _PONG, _MESSAGE = "0", "1", "2", "3", "4"
_CONNECT, _DISCONNECT, _EVENT, _ACK, _REFUSED = 0, 1, 2, 3, 4

Heard = Callable[[str, Any, str], None]
Answered = Callable[[Any], None]


class Refused(Exception):
    """The server did not let this screen in; the text is its reason."""


class Lost(Exception):
    """The connection is gone."""


class Wire:
    """One connection. `heard(event, payload, frame)` is called by its reader, in order; `lost()` once at the end."""

    def __init__(
        self, origin: str, path: str, cookies: str, auth: dict[str, Any], heard: Heard, lost: Callable[[], None]
    ) -> None:
        self._heard, self._lost = heard, lost
        self._ids = count(1)
        self._waiting: dict[int, Answered] = {}
        self.closed = False
        try:
            self._socket = websocket.create_connection(
                f"{origin.replace('http', 'ws', 1)}{path}?EIO=4&transport=websocket",
                timeout=OPENING_S,
                origin=origin,
                cookie=cookies,
                http_no_proxy=["*"],
                enable_multithread=True,
            )
        except websocket.WebSocketBadStatusException as error:
            raise Refused(f"status {error.status_code}") from None
        except (OSError, websocket.WebSocketException) as error:
            raise Lost(type(error).__name__) from None
        self._open(auth)
        runtime.spawn(self._read)

    def _open(self, auth: dict[str, Any]) -> None:
        try:
            self._receive()  # Engine.IO's own greeting
            self._socket.send(_MESSAGE + Packet(packet_type=_CONNECT, data=auth).encode())
            answer = Packet(encoded_packet=self._receive()[1:])
        except (OSError, websocket.WebSocketException, ValueError) as error:
            self._socket.close()
            raise Lost(type(error).__name__) from None
        if answer.packet_type == _REFUSED:
            self._socket.close()
            raise Refused(str((answer.data or {}).get("message", "")))
        self._socket.settimeout(None)

    def emit(self, event: str, payload: Any, answered: Answered | None = None) -> None:
        """Send an event; `answered(ack)` is called by the reader. Raises Lost."""
        number = None
        if answered is not None:
            number = next(self._ids)
            self._waiting[number] = answered
        self.send_text(_MESSAGE + Packet(packet_type=_EVENT, data=[event, payload], id=number).encode())

    def send_text(self, text: str) -> None:
        """Send a frame as it is. Raises Lost."""
        try:
            self._socket.send(text)
        except (OSError, websocket.WebSocketException) as error:
            raise Lost(type(error).__name__) from None

    def close(self) -> None:
        """Say goodbye."""
        self.closed = True
        with contextlib.suppress(OSError, websocket.WebSocketException):
            self._socket.send(_CLOSE)
        self.cut()

    def cut(self) -> None:
        """Let go without a goodbye, as a dead network does."""
        with contextlib.suppress(OSError, websocket.WebSocketException):
            self._socket.shutdown()  # type: ignore[no-untyped-call]  # the one untyped method of its package

    def _receive(self) -> str:
        frame = self._socket.recv()
        if not isinstance(frame, str) or not frame:
            raise Lost("closed")
        return frame

    def _read(self) -> None:
        try:
            while True:
                self._take(self._receive())
        except (Lost, OSError, websocket.WebSocketException):
            pass
        finally:
            self.closed = True
            self.cut()
            self._lost()

    def _take(self, frame: str) -> None:
        if frame[0] == _PING:
            self.send_text(_PONG)
        elif frame[0] == _CLOSE:
            raise Lost("closed")
        elif frame[0] == _MESSAGE:
            packet = Packet(encoded_packet=frame[1:])
            if packet.packet_type == _EVENT:
                event, *payload = packet.data
                self._heard(event, payload[0] if payload else None, frame)
            elif packet.packet_type == _ACK:
                answered = self._waiting.pop(packet.id, None)
                if answered is not None:
                    answered(packet.data[0] if packet.data else None)
            elif packet.packet_type == _DISCONNECT:
                raise Lost("sent away")
