"""A phone's link that breaks on purpose: a TCP proxy on loopback, told what to do to the next bytes."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from enum import StrEnum


class Way(StrEnum):
    """Which way the bytes go."""

    UP = "up"  # from the phone
    DOWN = "down"  # to the phone


class Link:
    """Passes bytes between a phone and the server at `port`. Faults hold until `heal`."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        self._left: dict[Way, int | None] = {Way.UP: None, Way.DOWN: None}
        self._swallow: bytes | None = None
        self.swallowed = 0
        self._down = False
        self._pause = 0.0
        threading.Thread(target=self._accept, daemon=True).start()

    def cut_after(self, way: Way, count: int) -> None:
        """Cut the connection in mid-frame: after `count` more bytes in this direction."""
        self._left[way] = count

    def cut(self) -> None:
        """Cut now, and let nothing through until healed."""
        self._down = True
        self._break()

    def slow(self, seconds: float) -> None:
        """Every piece takes this long."""
        self._pause = seconds

    def swallow(self, holding: bytes) -> None:
        """Lose the next piece towards the phone that holds these bytes, while the connection stays."""
        self._swallow = holding

    def heal(self) -> None:
        """As good as new."""
        self._left = {Way.UP: None, Way.DOWN: None}
        self._down, self._pause = False, 0.0

    def close(self) -> None:
        """Nothing passes any more."""
        self.cut()
        self._listening.close()

    def _break(self) -> None:
        with self._lock:
            pairs, self._pairs = self._pairs, []
        for ends in pairs:
            for end in ends:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def _accept(self) -> None:
        while True:
            try:
                phone, _ = self._listening.accept()
            except OSError:
                return
            if self._down:
                phone.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self._target))
            except OSError:  # the server is down too: the phone is told so by a closed line
                phone.close()
                continue
            for end in (phone, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._pairs.append((phone, server))
            threading.Thread(target=self._pass, args=(phone, server, Way.UP), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, phone, Way.DOWN), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, way: Way) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                if self._pause:
                    time.sleep(self._pause)
                if way is Way.DOWN and self._swallow is not None and self._swallow in piece:
                    self._swallow = None
                    self.swallowed += 1
                    continue
                left = self._left[way]
                if left is not None and len(piece) >= left:
                    sink.sendall(piece[:left])
                    self._left[way] = None
                    self._break()
                    return
                if left is not None:
                    self._left[way] = left - len(piece)
                sink.sendall(piece)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)
