"""A way past the application for codes that can open nothing, when thousands are tried.

People mistype a few codes a minute, and each is answered with care. Beyond what people do, a code that no door and no
seat has is answered with a few fixed bytes before any of the application runs, so that whoever guesses takes no time
from those who talk. A code that might open something is looked at, whatever else is going on; where it then opens
nothing (its door is closed, or it is somebody's return code and the name is not theirs) it gets those same bytes, at
the same time after it came: nobody learns which codes were ever given out.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import parse_qs

from sessions import runtime
from sessions.pages.door.entrance import NOTHING_AFTER_S, OPENED_NOTHING
from sessions.rooms.ids import now_ms, read_code
from sessions.rooms.limits import Bucket

AT_ONCE: Final = 240  # a hall that scans an old card
A_SECOND: Final = 10.0
LONGEST_BODY: Final = 4_096  # no code comes with more
_PAGE: Final = (
    b"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    b"<title>Dialogue</title><h1>Too many codes are being tried</h1>"
    b"<p>Wait a minute, then try again. The code on the wall works all the time.</p>"
    b"<p><a href=/join>Join</a></p></html>"
)
_HEADERS: Final = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Length", str(len(_PAGE))),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "same-origin"),
]

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class Lane:
    """WSGI middleware. `might_open` tells quickly whether a code is one that was given out; `wrong` hears of others."""

    def __init__(self, app: Any, might_open: Callable[[str], bool], wrong: Callable[[str], None]) -> None:
        self._app = app
        self._might_open = might_open
        self._wrong = wrong
        self._answered = Bucket(burst=AT_ONCE, rate=A_SECOND)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        began = time.monotonic()
        typed = _typed(environ)
        if typed is None:
            return self._asked(environ, start_response)
        code = read_code(typed)
        if code and self._might_open(code):
            if self._answered.has_room(now_ms()):
                return self._asked(environ, start_response)
            answer, opens = self._looked_at(environ, start_response)
            return answer if opens else _too_many(began, start_response)
        if self._answered.take(now_ms()):
            return self._asked(environ, start_response)
        self._wrong(typed)
        return _too_many(began, start_response)

    def _asked(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        answer: Iterable[bytes] = self._app(environ, start_response)
        return answer

    def _looked_at(self, environ: Environ, start_response: StartResponse) -> tuple[Iterable[bytes], bool]:
        """The application's answer, and whether the code opened something; where it did not, nothing is begun."""

        def start(*answer: Any) -> Any:
            return _written if environ.get(OPENED_NOTHING) else start_response(*answer)

        answer = self._asked(environ, start)
        if not environ.get(OPENED_NOTHING):
            return answer, True
        if close := getattr(answer, "close", None):
            close()
        return (), False


def _written(_: bytes) -> None:
    """Where an answer goes that nobody gets."""


def _too_many(began: float, start_response: StartResponse) -> Iterable[bytes]:
    runtime.sleep(max(0.0, began + NOTHING_AFTER_S - time.monotonic()))
    start_response("429 Too Many Requests", _HEADERS)
    return [_PAGE]


def _typed(environ: Environ) -> str | None:
    """The code that a request tries, if that is what it does; its body can be read again afterwards."""
    path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD")
    if path.startswith("/j/"):
        return str(path[3:])[:100]
    if path != "/join" or method != "POST":
        return None
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LONGEST_BODY:
        return None
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    try:
        fields = parse_qs(str(body, "latin-1"), max_num_fields=20)
    except ValueError:  # more fields than any form has
        return None
    return fields.get("code", [""])[0][:100]
