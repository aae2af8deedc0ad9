"""A screen's socket, spoken frame by frame, so that a test may also speak it wrongly."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import websocket

from tests.sessions.pages.given import Visitor, command_id


class Line:
    """A websocket in Engine.IO's protocol 4. Frames are text: "2" is a ping, "42[...]" a Socket.IO event."""

    def __init__(self, visitor: Visitor, dialogue: str, **options: Any) -> None:
        path = f"/d/{dialogue}/live/"
        given: dict[str, Any] = {"origin": visitor.served.origin, "cookie": visitor.cookies_for(path), "timeout": 15}
        address = f"{visitor.served.origin.replace('http', 'ws', 1)}{path}?EIO=4&transport=websocket"
        if visitor.served.authority:
            given["sslopt"] = {"ca_certs": str(visitor.served.authority)}
        self.socket = websocket.create_connection(address, **given | options)
        opened = self.socket.recv()
        assert isinstance(opened, str)
        assert opened.startswith("0")
        self.sid: str = json.loads(opened[1:])["sid"]
        self.heard: list[tuple[str, Any]] = []
        self._unread: list[tuple[str, Any]] = []
        self._numbers = iter(range(1, 1 << 30))

    def connect(self, csrf: str, surface: str, **auth: Any) -> Any:
        """Ask to be let in: {"sid": …}, or the reason why not."""
        self.send("40" + json.dumps({"protocol": 1, "surface": surface, "csrf": csrf} | auth))
        while True:
            frame = self.frame()
            if frame.startswith(("40", "44")):
                return json.loads(frame[2:])

    def send(self, frame: str) -> None:
        """Any text frame."""
        self.socket.send(frame)

    def frame(self, within: float = 15.0) -> str:
        """The next frame; pings are answered on the way. Raises what websocket raises when the line is cut."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            self.socket.settimeout(max(0.01, until - time.monotonic()))
            frame = self.socket.recv()
            if frame == "2":
                self.send("3")
            elif frame == "":
                raise websocket.WebSocketConnectionClosedException
            else:
                assert isinstance(frame, str)
                return frame
        raise websocket.WebSocketTimeoutException

    def next(self, event: str, within: float = 15.0) -> Any:
        """The payload of the next event of this name; others are kept in `heard`, and passed over."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            if not self._unread:
                self._hear(self.frame(until - time.monotonic()))
            while self._unread:
                name, payload = self._unread.pop(0)
                if name == event:
                    return payload
        raise websocket.WebSocketTimeoutException(f"no {event} came")

    def _hear(self, frame: str) -> None:
        if frame.startswith("42"):
            name, payload = json.loads(frame[2:])
            self.heard.append((name, payload))
            self._unread.append((name, payload))

    def emit(self, event: str, *payload: Any) -> Any:
        """An event with an acknowledgement, which it gives."""
        number = next(self._numbers)
        self.send(f"42{number}" + json.dumps([event, *payload]))
        until = time.monotonic() + 10  # heartbeats and presence come for ever
        while time.monotonic() < until:
            frame = self.frame()
            if frame.startswith(f"43{number}["):
                return json.loads(frame[frame.index("[") :])[0]
            self._hear(frame)
        raise websocket.WebSocketTimeoutException("no acknowledgement came")

    def command(self, kind: str, data: Mapping[str, Any] | None = None, id: str = "") -> Any:
        """The ack of a command."""
        return self.emit("command", {"id": id or command_id(), "type": kind, "data": data or {}})

    def is_cut(self, within: float = 8.0) -> bool:
        """Whether the server hangs up in this time."""
        until = time.monotonic() + within
        try:
            while time.monotonic() < until:
                self._hear(self.frame(until - time.monotonic()))
            return False
        except websocket.WebSocketTimeoutException:
            return False
        except (websocket.WebSocketException, OSError):
            return True


@contextmanager
def line(visitor: Visitor, dialogue: str, **options: Any) -> Iterator[Line]:
    """A socket that was opened and has not asked to be let in."""
    opened = Line(visitor, dialogue, **options)
    try:
        yield opened
    finally:
        with suppress(OSError, websocket.WebSocketException):
            opened.socket.close(timeout=1)
        opened.socket.shutdown()  # type: ignore[no-untyped-call]  # of a library with types almost everywhere


@contextmanager
def screen(visitor: Visitor, dialogue: str, surface: str = "participant") -> Iterator[Line]:
    """A screen that was let in and has its snapshot."""
    with line(visitor, dialogue) as opened:
        let_in, until = opened.connect(visitor.csrf, surface), time.monotonic() + 3
        while let_in == {"message": "too_many"} and time.monotonic() < until:
            time.sleep(0.05)  # a server on threads needs a moment to notice that another screen went
            let_in = opened.connect(visitor.csrf, surface)
        assert "sid" in let_in, let_in
        opened.next("snapshot")
        yield opened
