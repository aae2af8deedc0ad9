"""Writing a frame straight to a websocket of eventlet's, where nothing else is being sent on it.

Engine.IO keeps a websocket to itself, so it is taken note of when it opens. Safe only under these guards: the socket
has finished its upgrade, its queue is empty and its send lock is free; a greenlet that holds the lock finishes what
the kernel did not take at once.
"""

from __future__ import annotations

import struct
from typing import Any

from engineio.socket import Socket

from sessions import runtime
from sessions.live import endings, strangers

_websocket_handler = Socket._websocket_handler


def _remembering(self: Any, websocket: Any) -> Any:
    self.straight = websocket
    strangers.limit_pieces(websocket)
    endings.end_quietly(websocket)
    try:
        return _websocket_handler(self, websocket)
    except Exception:
        # A frame that is no packet. Engine.IO would leave the session open, and its seat here, until a ping is missed.
        self.close(wait=False, abort=True)
        return []


def install() -> None:
    """Let every Engine.IO socket remember its websocket, and end with it. Calling it again does nothing."""
    Socket._websocket_handler = _remembering


def text_frame(text: str) -> bytes:
    """A whole, unmasked websocket frame (RFC 6455): the same bytes serve every screen."""
    body = text.encode()
    if len(body) < 126:
        return struct.pack("!BB", 0x81, len(body)) + body
    if len(body) < 65536:
        return struct.pack("!BBH", 0x81, 126, len(body)) + body
    return struct.pack("!BBQ", 0x81, 127, len(body)) + body


def write(socket: Any, frame: bytes) -> bool:
    """Whether the frame was written, or is being finished; False when it has to go the plain way."""
    websocket = getattr(socket, "straight", None)
    if websocket is None or not socket.upgraded or socket.closed or not socket.queue.empty():
        return False
    lock = websocket._sendlock
    if lock.locked():
        return False
    if isinstance(websocket.socket, runtime.TlsSocket):
        return _write_encrypted(websocket.socket, frame)
    try:
        sent = websocket.socket.fd.send(frame)
    except BlockingIOError:
        return False
    except (OSError, ValueError):
        return True  # it is closing; there is nobody to write to
    if sent < len(frame):
        lock.acquire()
        runtime.spawn(_finish, websocket, frame[sent:])
    return True


def _write_encrypted(line: runtime.TlsSocket, frame: bytes) -> bool:
    """An encrypted line keeps the order itself, and finishes what the kernel did not take."""
    try:
        return line.send_at_once(frame)
    except (OSError, ValueError):
        return True  # it is closing


def _finish(websocket: Any, rest: bytes) -> None:
    try:
        websocket.socket.sendall(rest)
    except OSError:
        pass  # it is closing
    finally:
        websocket._sendlock.release()
