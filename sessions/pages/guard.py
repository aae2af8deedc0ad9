"""What every request and answer goes through: origins, forgery, and headers that keep a page to itself."""

from __future__ import annotations

from flask import Flask, Response, abort, request
from flask_wtf.csrf import CSRFProtect

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "connect-src 'self' {sockets}",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


def init(app: Flask, origins: frozenset[str]) -> None:
    """Guard the application."""
    CSRFProtect(app)
    # Policies have no syntax for numeric IPv6 hosts; there, 'self' alone has to do.
    sockets = " ".join(sorted(origin.replace("http", "ws", 1) for origin in origins if "[" not in origin))
    policy = _POLICY.format(sockets=sockets)
    encrypted = {origin.removeprefix("https://") for origin in origins if origin.startswith("https://")}
    app.extensions["encrypted"] = encrypted

    @app.before_request
    def _known_origin() -> None:
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return
        origin = request.headers.get("Origin")
        if origin is None or origin.lower() not in origins:
            abort(403)

    @app.after_request
    def _headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        # On a plain network browsers ignore it, and complain on every page.
        if request.is_secure or request.host in encrypted:
            response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        response.headers.setdefault("Cache-Control", "no-store")
        return response
