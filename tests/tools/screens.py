"""Screens that keep all they were sent, and check on every snapshot that what they had merged was the same."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Mapping
from typing import Any

from sessions.rehearsal.screen import ANSWER_S, Ack, Screen
from sessions.rehearsal.visitor import Visitor
from tests.tools.merge import merge_patch

ASKS_AGAIN_S = 1.0


class WatchedScreen(Screen):
    """A screen with a memory: `frames` as they came, `said` parsed, and `faults`, which must stay empty."""

    def __init__(self, visitor: Visitor, dialogue: str, surface: str) -> None:
        super().__init__(visitor, dialogue, surface)
        self.frames: list[str] = []
        self.said: list[tuple[str, Any]] = []
        self.faults: list[str] = []
        self.snapshots = self.snapshots_since_connect = 0
        self.read_view: Any = None
        self.read_me: Any = None
        self._reading = threading.Lock()

    def heard(self, event: str, payload: Any, frame: str) -> None:
        with self._reading:
            self.frames.append(frame)
            self.said.append((event, payload))
            before = (self.stream, self.n, self.m)
            super().heard(event, payload, frame)
            if event == "update" and self.n == before[1] + 1:
                self.read_view = merge_patch(self.read_view, payload["changes"])
                self._compare("view", self.view, self.read_view)
            elif event == "mine" and self.m == before[2] + 1:
                self.read_me = merge_patch(self.read_me, payload["changes"])
                self._compare("me", self.me, self.read_me)
            elif event in {"update", "mine"} and payload["stream"] == before[0]:
                self.faults.append(f"a gap: {event} {payload.get('n', payload.get('m'))} behind {before[1:]}")

    def took_snapshot(self, payload: dict[str, Any]) -> None:
        if payload["stream"] == self.stream:
            if (payload["n"], payload["m"]) == (self.n, self.m):
                self._compare("view", payload["view"], self.read_view)
                self._compare("me", payload["me"], self.read_me)
            elif self.snapshots_since_connect:
                self.faults.append(f"a snapshot at {payload['n'], payload['m']} behind {self.n, self.m}")
        super().took_snapshot(payload)
        self.read_view, self.read_me = payload["view"], payload["me"]
        self.snapshots += 1
        self.snapshots_since_connect += 1

    def connect(self, timeout: float = 15.0) -> None:
        self.snapshots_since_connect = 0
        super().connect(timeout)

    def send(self, envelope: object, timeout: float = ANSWER_S) -> Ack:
        ack = super().send(envelope, timeout)
        with self._reading:
            self.frames.append(json.dumps(ack, ensure_ascii=False))
        return ack

    def fresh(self) -> None:
        """Ask for a snapshot and wait for it: merged and fresh are then compared."""
        seen, asked_at = self.snapshots, 0.0

        def came() -> bool:
            nonlocal asked_at
            if time.monotonic() - asked_at > ASKS_AGAIN_S:  # who asks too often is not answered
                asked_at = time.monotonic()
                self.sync()
            return self.snapshots > seen

        wait_until(came, "a snapshot")

    def _compare(self, what: str, mine: Any, theirs: Any) -> None:
        if plain(mine) != plain(theirs):
            self.faults.append(f"{what} at {self.n, self.m} is not what was sent")


def plain(value: Any) -> Any:
    """Without nulls: to a merge patch, null and absent are the same."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items() if inner is not None}
    return value


def wait_until(true: Any, what: str, within: float = 10.0) -> None:
    """Wait for something that has no event; fails by name."""
    until = time.monotonic() + within
    while not true():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.005)


def converged(screens: Iterable[WatchedScreen]) -> None:
    """Every screen shows what the server would show it anew, over the socket and over HTTP."""
    for screen in screens:
        screen.fresh()
        assert screen.faults == []
        answered = screen.visitor.get(f"/d/{screen.dialogue}/api/v1/snapshot?surface={screen.surface}")
        anew = json.loads(answered.text)
        with screen._reading:
            if (anew["n"], anew["m"]) == (screen.n, screen.m):
                assert plain(anew["view"]) == plain(screen.view)
                assert plain(anew["me"]) == plain(screen.me)


def same_after_restart(screens: Iterable[WatchedScreen]) -> None:
    """A server that has folded everything anew from the disk shows each screen what it showed before."""
    for screen in screens:
        before, own = plain(screen.view), plain(screen.me)
        screen.connect()
        assert plain(screen.view) == before
        assert plain(screen.me) == own
