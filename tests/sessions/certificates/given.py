"""A server that serves https with what `dialogue certificate` made, and clients that know its authority or don't."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from sessions.certificates.making import make
from tests.sessions.pages.given import MODE, SERVE, Served, server

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def secure_server(
    data: Path, mode: str = MODE, run: tuple[str, ...] = SERVE, trust_port: int = 0, **environ: str
) -> Iterator[Served]:
    """`dialogue serve --https` on this data folder, in a process of its own."""
    if not (data / "https").exists():
        make(data, [], datetime.now(UTC))
    with server(data, mode, run, HTTPS="1", TRUST_PORT=str(trust_port), **environ) as served:
        yield served


def certificate_in(path: Path) -> x509.Certificate:
    """A certificate from its file."""
    return x509.load_pem_x509_certificate(path.read_bytes())


def plain_line(served: Served) -> socket.socket:
    """A connection on which nothing was said."""
    return socket.create_connection(("127.0.0.1", served.port), timeout=15)


def encrypted_line(served: Served, host: str = "127.0.0.1", ragged: bool = True) -> ssl.SSLSocket:
    """A connection after its handshake, checked against the authority; `ragged` forgives a missing goodbye."""
    trusting = ssl.create_default_context(cafile=served.authority)
    return trusting.wrap_socket(plain_line(served), server_hostname=host, suppress_ragged_eofs=ragged)
