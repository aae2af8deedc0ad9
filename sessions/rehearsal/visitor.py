"""A browser without a window: pages fetched and forms sent over HTTP, with cookies, CSRF tokens and an Origin."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from html import unescape
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode, urlsplit

TIMEOUT_S = 30.0
_TOKEN = re.compile(r'data-csrf="([^"]*)"|name="csrf_token"[^>]*value="([^"]*)"')


class NoWayIn(Exception):
    """A page did not let this visitor in; the text names it and its status."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered, after redirects: status, the address it ended at, and the text."""

    status: int
    path: str
    text: str

    @property
    def csrf(self) -> str:
        """The page's CSRF token; empty when it has none."""
        found = _TOKEN.search(self.text)
        return unescape(found[1] or found[2] or "") if found else ""


class Visitor:
    """Someone's browser at one server. Cookies are kept as a browser keeps them, paths included."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._jar = CookieJar()
        # No proxy: the server is this machine's own.
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self._jar)
        )

    def get(self, path: str) -> Page:
        """The page at this path."""
        return self._open(self._request(path))

    def send(self, path: str, form: dict[str, Any], csrf: str) -> Page:
        """The answer to a form. Lists become repeated fields."""
        body = urlencode({**form, "csrf_token": csrf}, doseq=True).encode()
        request = self._request(path, body)
        request.add_header("Content-Type", "application/x-www-form-urlencoded")
        return self._open(request)

    def send_json(self, path: str, body: object, csrf: str) -> Page:
        """The answer of the HTTP interface."""
        request = self._request(path, json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        request.add_header("X-CSRF-Token", csrf)
        return self._open(request)

    def cookies(self, path: str) -> str:
        """The Cookie header that goes to this path."""
        request = self._request(path)
        self._jar.add_cookie_header(request)
        return request.get_header("Cookie") or ""

    def cookie(self, name: str) -> str:
        """The value of the cookie of this name; empty when there is none."""
        return next((cookie.value or "" for cookie in self._jar if cookie.name == name), "")

    def _request(self, path: str, body: bytes | None = None) -> urllib.request.Request:
        request = urllib.request.Request(self.origin + path, data=body)  # noqa: S310  http to this machine's own server
        request.add_header("Origin", self.origin)
        return request

    def _open(self, request: urllib.request.Request) -> Page:
        try:
            with self._opener.open(request, timeout=TIMEOUT_S) as answer:
                return Page(answer.status, urlsplit(answer.url).path, answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Page(error.code, urlsplit(error.url or "").path, error.read().decode(errors="replace"))


def let_in(page: Page) -> Page:
    """The page, when it is one; raises NoWayIn otherwise."""
    if page.status != 200:
        raise NoWayIn(f"{page.path} answered {page.status}.")
    return page
