"""What comes first on a port that is encrypted: a handshake, a browser that was told http://, or nothing at all."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import time
from typing import Any

from sessions.runtime.tls import TlsSocket

HANDSHAKE_S = 10.0
MOST_ASKED = 8_192
_HELLO = b"\x16"  # TLS's record of a handshake (RFC 8446 section 5.1); no method of HTTP begins so
_ASKED = re.compile(rb"(?:GET|HEAD) (/[!-~]*) HTTP/1\.[01]\r\n")
_HOST = re.compile(rb"\r\nHost: *([A-Za-z0-9.-]+(?::[0-9]+)?|\[[0-9A-Fa-f:.]+\](?::[0-9]+)?) *\r\n", re.IGNORECASE)
_LEADS_ON = b"HTTP/1.1 307 Temporary Redirect\r\nLocation: https://%s%s\r\nCache-Control: no-store\r\n%s"
_REFUSES = b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n%s"
_ENDS = b"Content-Length: %d\r\nConnection: close\r\n\r\n%s"
_SENTENCE = b"This address is encrypted: open it with https:// in front.\n"


def greet(plain: Any, made: ssl.SSLContext) -> TlsSocket | None:
    """The encrypted line, or None where somebody spoke plain http and was shown the way.

    Whoever is silent or talks nonsense is given HANDSHAKE_S in all, however small the pieces: TimeoutError or
    ConnectionError.
    """
    until = time.monotonic() + HANDSHAKE_S
    plain.settimeout(HANDSHAKE_S)
    first = plain.recv(1, socket.MSG_PEEK)
    if not first:
        raise ConnectionResetError
    if first == _HELLO:
        line = TlsSocket(plain, made)
        line.shake_hands(until)
        return line
    plain.sendall(_way_for(_read_head(plain, until)))
    with contextlib.suppress(OSError):
        plain.shutdown(socket.SHUT_WR)
    return None


def _read_head(plain: Any, until: float) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head and len(head) < MOST_ASKED:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        plain.settimeout(left)
        came = plain.recv(MOST_ASKED)
        if not came:
            break
        head += came
    return head


def _way_for(head: bytes) -> bytes:
    asked, host = _ASKED.match(head), _HOST.search(head)
    if asked and host:
        return _LEADS_ON % (host[1], asked[1], _ENDS % (0, b""))
    return _REFUSES % (_ENDS % (len(_SENTENCE), _SENTENCE))
