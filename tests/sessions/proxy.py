"""A small reverse proxy on loopback: tells the server who asks and how, as nginx and Caddy are told to in deploy/."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable

Edit = Callable[[bytes, str], bytes]


def telling(head: bytes, client: str) -> bytes:
    """What a proxy that ends the encryption adds: its own word for scheme and host, and the client's address after what
    the client claimed."""
    claimed = re.search(rb"\r\nX-Forwarded-For: *([^\r]*)", head, re.IGNORECASE)
    host = re.search(rb"\r\nHost: *([^\r]*)", head, re.IGNORECASE)
    kept = re.sub(rb"\r\nX-Forwarded-[^\r]*", b"", head, flags=re.IGNORECASE)
    before = claimed[1] + b", " if claimed else b""
    said = b"\r\nX-Forwarded-For: %s%s\r\nX-Forwarded-Proto: https" % (before, client.encode())
    return kept + said + (b"\r\nX-Forwarded-Host: %s" % host[1] if host else b"")


def silent(head: bytes, client: str) -> bytes:
    """A proxy that passes on what it gets."""
    return head


class Proxy:
    """Listens on `port`, asks the server at `target`; `edit(head, client)` changes the head of each connection's first
    request. Requests after the first on one connection pass as they are, so clients use one each."""

    def __init__(self, target: int, edit: Edit = telling) -> None:
        self._target, self._edit = target, edit
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take nobody any more."""
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                client, address = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client, address[0]), daemon=True).start()

    def _serve(self, client: socket.socket, address: str) -> None:
        with client, socket.create_connection(("127.0.0.1", self._target)) as server, contextlib.suppress(OSError):
            came = b""
            while b"\r\n\r\n" not in came:
                piece = client.recv(65_536)
                if not piece:
                    return
                came += piece
            head, _, rest = came.partition(b"\r\n\r\n")
            server.sendall(self._edit(head, address) + b"\r\n\r\n" + rest)
            back = threading.Thread(target=_pass, args=(server, client), daemon=True)
            back.start()
            _pass(client, server)
            back.join()


def _pass(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65_536):
            sink.sendall(piece)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
