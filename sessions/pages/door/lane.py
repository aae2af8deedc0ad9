"""A way past the application for codes that can open nothing, when thousands are tried.

People mistype a few codes a minute, and each is answered with care. Beyond what people do, a code that no door and no
seat has is answered with a few fixed bytes before any of the application runs, so that whoever guesses takes no time
from those who talk. A code that might open something is looked at, whatever else is going on; where it then opens
nothing (its door is closed, or it is somebody's return code and the name is not theirs) it gets those same bytes, at
the same time after it came: nobody learns which codes were ever given out.

Where the server offers it, such an answer is given before the request becomes WSGI's, by `shortcut`: half the work.
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
from sessions.rooms.limits import WRONG_A_MINUTE, Bucket

AT_ONCE: Final = 240  # a hall that scans an old card
A_SECOND: Final = WRONG_A_MINUTE / 60  # more of them last, and newcomers knock
LONGEST_BODY: Final = 4_096  # no code comes with more
_PAGE: Final = (
    b"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    b"<title>Dialogue</title><h1>Too many codes are being tried</h1>"
    b"<p>Wait a minute, then try again. The code on the wall works all the time.</p>"
    b"<p><a href=/join>Join</a></p></html>"
)
_STATUS: Final = "429 Too Many Requests"
_HEADERS: Final = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Length", str(len(_PAGE))),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "same-origin"),
)

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class Lane:
    """WSGI middleware. `might_open` tells quickly whether a code is one that was given out; `wrong` hears of others."""

    def __init__(self, app: Any, might_open: Callable[[str], bool], wrong: Callable[[str], None]) -> None:
        self._app = app
        self._might_open = might_open
        self._wrong = wrong
        self._answered = Bucket(burst=AT_ONCE, rate=A_SECOND)
        self.shortcut = runtime.Shortcut((b"POST /join ", b"GET /j/"), self._is_crowded, self._answer_shortly)

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

    def _is_crowded(self) -> bool:
        return not self._answered.has_room(now_ms())

    def _answer_shortly(self, plain: runtime.Plain) -> runtime.Answer | None:
        """The same for a plain request, once codes are tried by the thousand and if this one was never given out."""
        began = time.monotonic()
        typed = _typed_plainly(plain)
        code = None if typed is None else read_code(typed)
        if typed is None or (code and self._might_open(code)):
            return None
        self._wrong(typed)
        _wait(began)
        return _STATUS, _HEADERS, _PAGE

    def _asked(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        answer: Iterable[bytes] = self._app(environ, start_response)
        return answer

    def _looked_at(self, environ: Environ, start_response: StartResponse) -> tuple[Iterable[bytes], bool]:
        """The application's answer, and whether the code opened something; where it did not, nothing is begun.

        Nor did it where the form itself was refused: a code that was never given out is not even asked for its form.
        """
        opens = False

        def start(status: str, *rest: Any) -> Any:
            nonlocal opens
            opens = not environ.get(OPENED_NOTHING) and status < "4"
            return start_response(status, *rest) if opens else _written

        answer = self._asked(environ, start)
        if opens:
            return answer, True
        if close := getattr(answer, "close", None):
            close()
        return (), False


def _written(_: bytes) -> None:
    """Where an answer goes that nobody gets."""


def _too_many(began: float, start_response: StartResponse) -> Iterable[bytes]:
    _wait(began)
    start_response(_STATUS, list(_HEADERS))
    return [_PAGE]


def _wait(began: float) -> None:
    runtime.sleep(max(0.0, began + NOTHING_AFTER_S - time.monotonic()))


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
    return _code_in(body)


def _typed_plainly(plain: runtime.Plain) -> str | None:
    """The same of a request that is plain bytes; None for an address that has to be decoded, and for large bodies."""
    if plain.method == b"GET":
        return None if b"%" in plain.path or b"?" in plain.path else str(plain.path[3:], "ascii")[:100]
    return _code_in(plain.body) if plain.path == b"/join" and len(plain.body) <= LONGEST_BODY else None


def _code_in(body: bytes) -> str | None:
    """What a form holds as its code; None where it has more fields than any form has."""
    try:
        fields = parse_qs(str(body, "latin-1"), max_num_fields=20)
    except ValueError:
        return None
    return fields.get("code", [""])[0][:100]
