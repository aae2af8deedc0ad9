"""The server as it is, with send buffers so small that frames go out in pieces; PLAIN=1 also without the straight way.

Says "in pieces" for each frame that the kernel did not take whole, so that a test knows that this was tested.
"""

from __future__ import annotations

import os
import socket
from typing import Any

from sessions import runtime

if os.environ.get("ASYNC_MODE") != "threading":
    runtime.patch()

from sessions import cli
from sessions.live import fanout, straight

_listen, _finish, _finish_encrypted = runtime.listen, straight._finish, runtime.TlsSocket._finish


def _narrow(host: str, port: int) -> socket.socket:
    listening = _listen(host, port)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    return listening


def _telling(websocket: Any, rest: bytes) -> None:
    print("in pieces", flush=True)  # noqa: T201 - heard by the test
    _finish(websocket, rest)


def _telling_encrypted(line: runtime.TlsSocket, rest: bytes) -> None:
    print("in pieces", flush=True)  # noqa: T201 - likewise
    _finish_encrypted(line, rest)


def _never(socket: Any, frame: bytes) -> bool:
    return False


runtime.listen = _narrow
straight._finish = _telling
runtime.TlsSocket._finish = _telling_encrypted  # type: ignore[method-assign,assignment]
if os.environ.get("PLAIN"):
    straight.write = _never
fanout.MOST_WAITING = int(os.environ.get("MOST_WAITING", fanout.MOST_WAITING))
cli.main(["serve"])
