"""Pages of the project in a real Chromium, without a server behind them: templates and static files as they are."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, render_template
from flask_babel import Babel
from flask_wtf import CSRFProtect
from playwright.sync_api import Browser, Page, Route, sync_playwright
from werkzeug.security import safe_join
from werkzeug.serving import make_server

from deploy import browser as chromium
from sessions.pages.look import content
from sessions.pages.smaller import script
from sessions.pages.together import together
from tests.house.project import ROOT

CLIENT = "js/live/connection.js"
# Stands in for the shared client where a module is shown views without a server.
FEED = """
export function join({ onChange }) {
  const state = {
    view: null, me: null, ended: null, connection: "connected", lostSince: null,
    presence: { here: 0, away: 0, offline: 0, left: 0, writing: 0 }, now: () => Date.now(),
  };
  window.show = (view, more) => { Object.assign(state, { view }, more); onChange(state); };
  return { state };
}
"""


def _whole(path: str) -> Response:
    """A static file, read at once: a browser that hangs up in the middle leaves no file open behind it."""
    found = Path(safe_join(str(ROOT / "static"), path) or abort(404))
    if not found.is_file():
        abort(404)
    return Response(content(found), mimetype=mimetypes.guess_type(found.name)[0])


@contextmanager
def site(**pages: tuple[str, dict[str, Any]]) -> Iterator[str]:
    """Serves static files, and templates by name: {name: (template, context)}; gives the address."""
    app = Flask("pages", template_folder=str(ROOT / "templates"), static_folder=None)
    app.secret_key = "only for this test"
    Babel(app)
    CSRFProtect(app)
    app.jinja_env.globals.update(
        asset=lambda path: f"/static/{path}", first_asked=lambda main: [], whoever=lambda: None
    )
    app.add_url_rule("/static/<path:path>", "static", _whole)
    app.add_url_rule("/page/<name>", "page", lambda name: render_template(pages[name][0], **pages[name][1]))
    app.add_url_rule(
        "/empty",
        "empty",
        lambda: "<!doctype html><title>Empty</title><link rel=icon href=/static/icon.svg><main id=room></main>",
    )

    @app.after_request
    def policy(response: Any) -> Any:
        response.headers["Content-Security-Policy"] = "default-src 'self'"
        return response

    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chrome() -> Iterator[Browser]:
    """A Chromium that asks nothing of the network."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]
        started = playwright.chromium.launch(executable_path=chromium.needed(), args=arguments)
        try:
            yield started
        finally:
            started.close()


def watched(page: Page) -> list[str]:
    """Errors that the page reports from now on."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    return errors


@cache
def _room_fed_by(room: str, feed: str) -> dict[str, str]:
    """The files of a room's page as they are served, with `feed` inside in place of the shared client."""
    read = {CLIENT: feed}.get
    files = together(f"js/{room}/main.js", lambda path: read(path) or (ROOT / "static" / path).read_text("utf-8"))
    return {f"/static/{path}": script(source) for path, source in files.items()}


def _gives(source: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=source, content_type="text/javascript")


def feed_with(page: Page, room: str, feed: str) -> None:
    """The room's scripts come with this module in place of the shared client."""
    for place, source in _room_fed_by(room, feed).items():
        page.context.route(f"**{place}", _gives(source))  # a test may still put its own before it


def flipchart(browser: Browser, address: str, width: int = 1920, height: int = 1080) -> Page:
    """The flipchart page; `window.show(view)` feeds it."""
    page = browser.new_page(viewport={"width": width, "height": height})
    feed_with(page, "flipchart", FEED)
    page.goto(f"{address}/page/flipchart")
    page.wait_for_selector("main.flip-main")  # rendered once the feed is there
    return page
