"""A way past the application for codes that can open nothing, when thousands are tried.

People mistype a few codes a minute, and each is answered with care. Beyond what people do, a code that no door and no
seat has is answered with a few fixed bytes before any of the application runs, so that whoever guesses takes no time
from those who talk. A code that might open something is never held up, whatever else is going on.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import parse_qs

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
        typed = _typed(environ)
        if typed is not None:
            code = read_code(typed)
            if not (code and self._might_open(code)) and not self._answered.take(now_ms()):
                self._wrong(typed)
                start_response("429 Too Many Requests", _HEADERS)
                return [_PAGE]
        answer: Iterable[bytes] = self._app(environ, start_response)
        return answer


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
