"""The cookie that goes with forms: encrypted connections only where it came by one."""

from __future__ import annotations

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface


class FormCookie(SecureCookieSessionInterface):
    """A setting would be one for all: a server may be reached by https through a proxy, and by http beside it."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether this answer goes out encrypted."""
        return request.is_secure
