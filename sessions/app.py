"""The application put together: rooms, pages, accounts and the live layer around one open storage."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from sessions import accounts, exports, guidance, pages, paper, rehearsal
from sessions.certificates import pages as trust
from sessions.config import Config
from sessions.live.sockets import Live
from sessions.pages import look
from sessions.pages.form_cookie import FormCookie
from sessions.pages.marked_cookies import MarkedCookies
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Rooms
from sessions.rooms.service import Service
from sessions.storage.store import Storage


@dataclass(frozen=True, slots=True)
class Application:
    """What serves: the Flask application, and the parts that are started and stopped with it."""

    flask: Flask
    service: Service
    live: Live


def create_app(
    config: Config, storage: Storage, origins: frozenset[str], address: str = "", cookie_mark: str = ""
) -> Application:
    """The application over an open storage. `origins` are those that browsers may come from, `address` how phones
    reach it (http://192.168.4.20:8000), `cookie_mark` what the names of its cookies end with."""
    service = Service(Rooms(storage))
    storage.doors.clear(now_ms())
    app = Flask("sessions", template_folder=str(look.TEMPLATES), static_folder=None)
    app.config.update(
        SECRET_KEY=storage.derived_key("cookies"),
        SESSION_COOKIE_NAME="form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # a dialogue lasts longer than an hour; the token dies with its cookie
        WTF_CSRF_SSL_STRICT=False,  # it asks for a Referer, which some browsers keep back; the guard asks for an Origin
        MAX_CONTENT_LENGTH=256_000,
        MAX_FORM_MEMORY_SIZE=256_000,
    )
    app.session_interface = FormCookie()
    app.extensions["service"] = service
    app.extensions["address"] = address
    app.extensions["cookie_mark"] = cookie_mark
    look.init(app, config.languages)
    pages.init(app, service, origins)
    guidance.init(app, config.languages)
    paper.init(app, service)
    exports.init(app, service, look.STATIC)
    rehearsal.init(app, storage)
    staff = accounts.init(app, service.rooms)
    live = Live(app, service, origins)
    staff.ended.append(live.signed_out)
    staff.changed.append(live.rights_ended)
    service.rights_ended = live.rights_ended
    service.darkened = live.publisher.darken_walls
    if cookie_mark:
        app.wsgi_app = MarkedCookies(app.wsgi_app, cookie_mark)  # type: ignore[method-assign]
    if config.proxies:  # outermost: the gate of the sockets believes what the pages believe
        many = config.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=many, x_proto=many, x_host=many)  # type: ignore[method-assign]
    return Application(app, service, live)


def create_trust_app(config: Config, authority: x509.Certificate, address: str) -> Flask:
    """What is served unencrypted beside https: the page on which a device is told to trust `authority`. It keeps
    nothing, sets no cookie, and leads to `address`."""
    app = Flask("sessions", template_folder=str(look.TEMPLATES), static_folder=None)
    look.init(app, config.languages)
    trust.init(app, authority, address)
    return app
