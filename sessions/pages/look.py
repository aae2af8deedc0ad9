"""Templates, static files and languages: what every page needs to look as it should."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, request
from flask_babel import Babel, get_locale, gettext, ngettext
from flask_wtf.csrf import generate_csrf

from sessions.pages.smaller import script, sheet
from sessions.pages.together import asked, together

_HERE = Path(__file__).resolve().parent.parent
_ROOT = _HERE if (_HERE / "static").is_dir() else _HERE.parent  # inside a wheel, or beside the package in a clone
STATIC = _ROOT / "static"
TEMPLATES = _ROOT / "templates"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_PACKED = frozenset({".css", ".js", ".svg", ".json", ".txt"})
_OURS = {"js": ".js", "css": ".css"}  # folder: what in it is made smaller; vendor/ and fonts/ are served as they came
_VERSIONED = re.compile(r"v(?P<digest>[0-9a-f]{12})/(?P<path>.+)")

# Windows asks its registry, into which other programs write; and browsers are told not to guess.
for _type, _suffix in (
    ("text/css", ".css"), ("text/javascript", ".js"), ("image/svg+xml", ".svg"), ("application/json", ".json"),
    ("text/plain", ".txt"), ("font/woff2", ".woff2"),
):  # fmt: skip
    mimetypes.add_type(_type, _suffix)


@cache
def version() -> str:
    """Changes when any static file does; part of their addresses, so that they may be kept for ever."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(STATIC).as_posix().encode())
            digest.update(content(path))
    return digest.hexdigest()[:12]


def asset(path: str) -> str:
    """Address of a static file. Modules import each other relatively, and so stay in one version."""
    return f"/static/v{version()}/{path}"


@cache
def content(path: Path) -> bytes:
    """What is served of a static file: our own made smaller, and a room's main module with all of ours inside."""
    name = path.relative_to(STATIC)
    if _OURS.get(name.parts[0]) != path.suffix:
        return path.read_bytes()
    room = _joined(f"js/{name.parts[1]}/main.js") if path.suffix == ".js" else {}
    source = room.get(name.as_posix()) or _source(name.as_posix())
    try:
        return (sheet if path.suffix == ".css" else script)(source).encode()
    except ValueError:  # then as it was written: the browser names the mistake better
        return path.read_bytes()


@cache
def _joined(main: str) -> dict[str, str]:
    """The files of a room that hold others; none where there is no such room, or its modules can't be joined."""
    try:
        return together(main, _source)
    except (ValueError, OSError):
        return {}


def first_asked(main: str) -> list[str]:
    """Addresses of the scripts without which a room's main module can't begin, for a page that asks ahead."""
    joined = _joined(main)
    return [asset(path) for path in asked(joined[main], main)] if joined else []


def _source(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(content(path), 9, mtime=0)


def static_file(path: str) -> Response:
    """A file of static/, compressed where that helps."""
    try:
        file = (STATIC / path).resolve()
        found = file.is_relative_to(STATIC) and file.is_file()
    except (OSError, ValueError):  # a name that no file can have
        found = False
    if not found:
        abort(404)
    packed = file.suffix in _PACKED and "gzip" in request.headers.get("Accept-Encoding", "")
    response = Response(_packed(file) if packed else content(file), mimetype=mimetypes.guess_type(file.name)[0])
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _served(path: str) -> Response:
    stamped = _VERSIONED.fullmatch(path)
    response = static_file(stamped["path"] if stamped else path)
    if stamped and stamped["digest"] == version():
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def init(app: Flask, languages: tuple[str, ...]) -> None:
    """Give the application its templates' helpers, static files and languages."""
    Babel(app, locale_selector=lambda: _language(languages))
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        asset=asset, first_asked=first_asked, csrf_token=generate_csrf, _=gettext, gettext=gettext, ngettext=ngettext
    )
    app.context_processor(_words)
    app.add_url_rule("/static/<path:path>", "static", _served)


def is_encrypted(address: str) -> bool:
    """Whether nobody on the way can read what travels to `address` (http://host:port), or it never leaves this one."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    known = current_app.extensions.get("encrypted", frozenset())  # behind a proxy that encrypts
    on_this = host in {"localhost", "::1"} or host.startswith("127.")
    return parts.scheme == "https" or parts.netloc in known or on_this


def _language(languages: tuple[str, ...]) -> str:
    chosen = g.get("language")
    return chosen or request.accept_languages.best_match(languages) or languages[0]


def _words() -> dict[str, object]:
    locale = str(get_locale() or "en").replace("_", "-")
    catalogue = f"js/catalogues/{locale}.js"
    return {
        "lang": locale,
        "dir": "rtl" if locale.split("-")[0] in RIGHT_TO_LEFT else "ltr",
        "catalogue": asset(catalogue) if (STATIC / catalogue).is_file() else None,
        "encrypted": is_encrypted(request.host_url),
    }
