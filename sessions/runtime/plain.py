"""Whole, plain requests, read at a glance: for answers that must cost next to nothing.

Only what can be read in one way is: one piece, HTTP/1.1, no folded or doubled lines about the body, the body there to
its last byte and nothing after it. All else is left to the server's own reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from wsgiref.handlers import format_date_time

LONGEST: Final = 8_192  # bytes: what is read at once
_HEAD: Final = re.compile(
    rb"(?P<method>GET|POST) (?P<path>/[!-~]*) HTTP/1\.1\r\n"
    rb"(?P<fields>(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*\r\n)+)\r\n"
)
_UNPLAIN: Final = re.compile(rb"^(?:transfer-encoding|expect|upgrade|te|trailer):", re.I | re.M)
_LENGTH: Final = re.compile(rb"^content-length:[ \t]*([0-9]{1,5})[ \t]*\r$", re.I | re.M)
_LENGTHS: Final = re.compile(rb"^content-length:", re.I | re.M)
_CONNECTION: Final = re.compile(rb"^connection:([^\r\n]*)\r$", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Plain:
    """A request of `length` bytes in all. `asks_to_stay` where its head says "keep-alive", which answers repeat."""

    method: bytes
    path: bytes
    body: bytes
    length: int
    asks_to_stay: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Answers to some plain requests before they become WSGI's.

    `begins` are the requests' first bytes, and `needed` says whether they are many just now. `answer` is then given one
    that begins so, waits as long as it likes and returns status, fields and body, or None where the application is to
    be asked.
    """

    begins: tuple[bytes, ...]
    needed: Callable[[], bool]
    answer: Callable[[Plain], Answer | None]


Answer = tuple[str, tuple[tuple[str, str], ...], bytes]  # status, fields, body


def read_plain(read: bytes) -> Plain | None:
    """The request, if these bytes are one whole plain one and nothing else."""
    head = _HEAD.match(read)
    if head is None or _UNPLAIN.search(fields := head["fields"]):
        return None
    stays = _CONNECTION.findall(fields)
    lengths = _LENGTH.findall(fields)
    if len(lengths) != len(_LENGTHS.findall(fields)) or len(lengths) > 1 or len(stays) > 1:
        return None
    if stays and stays[0].strip(b" \t").lower() != b"keep-alive":
        return None
    body = read[head.end() :]
    if len(body) != int(lengths[0] if lengths else 0):
        return None
    return Plain(head["method"], head["path"], body, len(read), asks_to_stay=bool(stays))


def written(answer: Answer, plain: Plain, at: float, stays_s: float) -> bytes:
    """The bytes of an answer, as eventlet's server writes them. `at` is in seconds; the line stays so long."""
    status, fields, body = answer
    stays = f"Connection: keep-alive\r\nKeep-Alive: timeout={int(stays_s)}\r\n" if plain.asks_to_stay else ""
    return f"{_head(status, fields)}Date: {format_date_time(int(at))}\r\n{stays}\r\n".encode("latin-1") + body


@lru_cache(maxsize=16)
def _head(status: str, fields: tuple[tuple[str, str], ...]) -> str:
    return "".join([f"HTTP/1.1 {status}\r\n", *(f"{name}: {value}\r\n" for name, value in fields)])
