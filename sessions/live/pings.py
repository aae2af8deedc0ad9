"""Engine.IO's pings for all sockets from one loop.

Engine.IO keeps a greenlet waiting per socket, only to send a ping every 20 s; each costs 16 KB for its Python stack.
Whether the answer came in time is still looked at by Engine.IO's own monitor.
"""

from __future__ import annotations

import time
from typing import Any

from engineio import packet
from engineio.socket import Socket

from sessions import runtime

EVERY_S = 20
ANSWER_WITHIN_S = 20
LOOK_EVERY_S = 1.0


def install() -> None:
    """Let sockets note when their next ping is due instead of waiting for it. Calling it again does nothing."""
    Socket.schedule_ping = _note_when_due


def run(engine: Any) -> None:
    """Send what is due, for as long as the process lives."""
    while True:
        runtime.sleep(LOOK_EVERY_S)
        for socket in list(engine.sockets.values()):
            runtime.guarded("a ping", _ping_if_due, socket)


def _note_when_due(self: Any) -> None:
    if not self.last_ping:
        return  # one is under way already
    self.last_ping = None
    self.ping_due = time.time() + float(self.server.ping_interval)


def _ping_if_due(socket: Any) -> None:
    due = getattr(socket, "ping_due", None)
    if due is None or time.time() < due or socket.closing or socket.closed:
        return
    socket.ping_due = None  # until the answer to this one sets the next
    socket.last_ping = time.time()
    socket.send(packet.Packet(packet.PING))
