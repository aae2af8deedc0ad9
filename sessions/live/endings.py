"""Ending a websocket that has ended already: nothing to complain of."""

from __future__ import annotations

from typing import Any

from simple_websocket import ConnectionClosed
from wsproto.utilities import LocalProtocolError


def end_quietly(websocket: Any) -> None:
    """On threads Engine.IO closes a websocket from the thread that writes, while the one that reads may just find it
    closed by the browser, or gone: closing it once more would then end that thread with a traceback."""
    if not hasattr(websocket, "ws"):
        return
    line = websocket.ws
    close = line.close

    def ends(*reason: Any) -> None:
        try:
            close(*reason)
        except (ConnectionClosed, LocalProtocolError, OSError):
            line.connected = False

    line.close = ends
