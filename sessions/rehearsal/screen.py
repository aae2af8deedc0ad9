"""A screen without pixels: connects to a dialogue, keeps the view by merging what changes, sends commands."""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from dialogue.views import merged
from sessions import runtime
from sessions.rehearsal.visitor import Visitor, let_in
from sessions.rehearsal.wire import Lost, Refused, Wire

PROTOCOL = 1
ANSWER_S = 8.0
PAGES = {"console": "console", "participant": "", "flipchart": "flipchart"}

Ack = Mapping[str, Any]
Found = TypeVar("Found")


def new_command_id() -> str:
    """As a phone makes it: 128 random bits."""
    return secrets.token_hex(16)


class Screen:
    """One surface of one dialogue, for whoever the visitor's cookies say. `view` and `me` follow the server."""

    def __init__(self, visitor: Visitor, dialogue: str, surface: str) -> None:
        self.visitor, self.dialogue, self.surface = visitor, dialogue, surface
        self.view: dict[str, Any] = {}
        self.me: dict[str, Any] | None = None
        self.presence: dict[str, Any] = {}
        self.stream, self.history, self.n, self.m = "", "", 0, 0
        self._wire: Wire | None = None
        self._snapshot = runtime.Event()
        self._gone = runtime.Event()

    @property
    def connected(self) -> bool:
        """Whether the socket is up, as far as this side knows."""
        return self._wire is not None and not self._wire.closed

    def connect(self, timeout: float = 15.0) -> None:
        """Open the page, then the socket, then wait for the snapshot. Raises Lost, Refused, NoWayIn, OSError."""
        page = let_in(self.visitor.get(f"/d/{self.dialogue}/{PAGES[self.surface]}"))
        path = f"/d/{self.dialogue}/live/"
        auth = {"protocol": PROTOCOL, "surface": self.surface, "csrf": page.csrf}
        self._snapshot, self._gone = runtime.Event(), runtime.Event()
        self._wire = Wire(self.visitor.origin, path, self.visitor.cookies(path), auth, self.heard, self._gone.set)
        if not self._snapshot.wait(timeout):
            self._wire.close()
            raise Lost("no snapshot came")

    def heard(self, event: str, payload: Any, frame: str) -> None:
        """Something came. A gap in the count is answered with `sync`."""
        if event == "snapshot":
            self.took_snapshot(payload)
        elif event == "update":
            if self._follows(payload, "n", self.n):
                self.n, self.view = payload["n"], merged(self.view, payload["changes"])
        elif event == "mine":
            if self._follows(payload, "m", self.m):
                self.m, self.me = payload["m"], merged(self.me or {}, payload["changes"])
        elif event == "presence":
            self.presence = payload
        elif event == "heartbeat" and (payload["stream"], payload["n"], payload["m"]) > (self.stream, self.n, self.m):
            self.sync()

    def took_snapshot(self, payload: dict[str, Any]) -> None:
        """Everything anew."""
        self.stream, self.history, self.n, self.m = (payload[name] for name in ("stream", "history", "n", "m"))
        self.view, self.me, self.presence = payload["view"], payload["me"], payload["presence"]
        self._snapshot.set()

    def _follows(self, payload: dict[str, Any], name: str, last: int) -> bool:
        if payload["stream"] == self.stream and payload[name] == last + 1:
            return True
        if payload["stream"] != self.stream or payload[name] > last + 1:
            self.sync()
        return False

    def sync(self) -> None:
        """Ask for everything anew."""
        self.wire.emit("sync", {})

    def signal(self, **said: bool) -> None:
        """Tell that someone is writing, or that the screen is hidden."""
        self.wire.emit("signal", said)

    @property
    def wire(self) -> Wire:
        """The socket. Raises Lost when there is none."""
        if self._wire is None or self._wire.closed:
            raise Lost("not connected")
        return self._wire

    def ask(self, type_: str, data: Mapping[str, Any], command_id: str | None = None, timeout: float = ANSWER_S) -> Ack:
        """Send a command once and wait for its ack. Raises Lost when none came."""
        return self.send({"id": command_id or new_command_id(), "type": type_, "data": dict(data)}, timeout)

    def send(self, envelope: object, timeout: float = ANSWER_S) -> Ack:
        """Send what may be no command at all, and wait for the ack. Raises Lost."""
        answers: list[Ack] = []
        told, gone = runtime.Event(), self._gone

        def answered(ack: Ack) -> None:
            answers.append(ack)
            told.set()

        self.wire.emit("command", envelope, answered)
        until = time.monotonic() + timeout
        while not told.wait(0.05):
            if gone.is_set() or time.monotonic() > until:
                break
        if not answers:
            raise Lost("no ack came")
        return answers[0]

    def insist(self, type_: str, data: Mapping[str, Any], within: float = 60.0, command_id: str | None = None) -> Ack:
        """As a phone's outbox does: the same id again, over new connections, until the answer is a final one."""
        command_id, until = command_id or new_command_id(), time.monotonic() + within
        while True:
            try:
                if not self.connected:
                    self.connect()
                ack = self.ask(type_, data, command_id)
                if ack["ok"] or not ack["error"]["temporary"]:
                    return ack
            except (Lost, Refused, OSError):
                if time.monotonic() > until:
                    raise
            if time.monotonic() > until:
                raise Lost("the server did not take it in time")
            runtime.sleep(0.05 + random.random() * 0.15)  # noqa: S311  jitter, no secret

    def shown(self, look: Callable[[dict[str, Any]], Found | None], within: float = ANSWER_S) -> Found:
        """What `look` finds in the view as soon as it is there: an ack may arrive before the update. Raises Lost."""
        until = time.monotonic() + within
        while (found := look(self.view)) is None:
            if time.monotonic() > until:
                raise Lost("the screen did not come to show it")
            runtime.sleep(0.02)
        return found

    def close(self) -> None:
        """Leave with a goodbye."""
        if self._wire is not None:
            self._wire.close()
