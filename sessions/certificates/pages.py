"""What is served unencrypted beside https: how to trust this computer, and what is trusted. Nothing else."""

from __future__ import annotations

import re

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from flask import Blueprint, Flask, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from sessions.certificates.checking import day
from sessions.certificates.fingerprint import fingerprint, thumbprint
from sessions.certificates.profile import TYPE as PROFILE_TYPE
from sessions.certificates.profile import common_name, profile

_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_DEVICES = (
    ("android", r"Android"),
    ("apple", r"iPhone|iPad"),
    ("firefox", r"Linux.* Firefox/"),
    ("windows", r"Windows"),
    ("macos", r"Macintosh"),
)


def init(app: Flask, authority: x509.Certificate, address: str) -> None:
    """Let the application tell how `authority` is trusted; `address` is the encrypted one."""
    app.register_blueprint(_blueprint(authority, address))
    app.register_error_handler(404, lambda _: redirect("/"))  # what phones probe for, and mistyped addresses

    @app.after_request
    def _headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _blueprint(authority: x509.Certificate, address: str) -> Blueprint:
    pages = Blueprint("trust", __name__)
    told = {
        "name": common_name(authority),
        "print": fingerprint(authority),
        "thumb": thumbprint(authority),
        "until": day(authority.not_valid_after_utc),
        "address": address,
    }

    @pages.get("/")
    def page() -> str:
        return render_template("trust.html", device=_device(request.headers.get("User-Agent", "")), **told)

    @pages.get("/ca.pem")
    def pem() -> AnyResponse:
        return _file(authority.public_bytes(Encoding.PEM), "application/x-pem-file", "ca.pem")

    @pages.get("/ca.crt")
    def der() -> AnyResponse:
        return _file(authority.public_bytes(Encoding.DER), "application/x-x509-ca-cert", "ca.crt")

    @pages.get("/dialogue.mobileconfig")
    def apple() -> AnyResponse:
        return Response(profile(authority), mimetype=PROFILE_TYPE)  # as an attachment Safari would only keep it

    return pages


def _device(agent: str) -> str:
    """Whose steps to unfold. A guess, which is neither kept nor written anywhere."""
    return next((key for key, sign in _DEVICES if re.search(sign, agent)), "")


def _file(content: bytes, mimetype: str, name: str) -> AnyResponse:
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
