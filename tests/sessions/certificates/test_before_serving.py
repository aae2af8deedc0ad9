"""Https is not served with what browsers would refuse: a code, and a sentence that names the command."""

from __future__ import annotations

import shutil
import socket
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from sessions.certificates.making import make
from tests.sessions.certificates.given import secure_server
from tests.sessions.pages.given import Visitor
from tests.sessions.terminal import dialogue

COMMAND = "dialogue certificate"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a certificate as it should be."""
    make(tmp_path / "data", [], datetime.now(UTC))
    return tmp_path / "data"


def test_without_a_certificate(tmp_path: Path) -> None:
    told = dialogue("serve", "--https", DATA=str(tmp_path / "data"), TRUST_PORT="0")
    told.is_one_sentence("certificate_missing", COMMAND, "start.py certificate")


@pytest.mark.parametrize("file", ["ca.pem", "server.pem", "server.key"])
def test_with_a_part_missing(data: Path, file: str) -> None:
    (data / "https" / file).unlink()
    dialogue("serve", DATA=str(data), HTTPS="1", TRUST_PORT="0").is_one_sentence("certificate_missing", COMMAND)


@pytest.mark.parametrize("file", ["ca.pem", "server.pem", "server.key"])
def test_with_a_part_broken_or_of_another(data: Path, tmp_path: Path, file: str) -> None:
    whole = (data / "https" / file).read_bytes()
    (data / "https" / file).write_bytes(whole[: len(whole) // 2])
    dialogue("serve", "--https", DATA=str(data)).is_one_sentence("certificate_damaged", COMMAND)
    make(tmp_path / "other", [], datetime.now(UTC))
    shutil.copy(tmp_path / "other" / "https" / file, data / "https" / file)
    dialogue("serve", "--https", DATA=str(data)).is_one_sentence("certificate_damaged", COMMAND)


def test_with_one_that_is_too_old(tmp_path: Path) -> None:
    make(tmp_path, [], datetime.now(UTC) - timedelta(days=397))
    dialogue("serve", "--https", DATA=str(tmp_path)).is_one_sentence("certificate_expired", COMMAND, "valid until")


def test_with_a_clock_that_is_behind(tmp_path: Path) -> None:
    make(tmp_path, [], datetime.now(UTC) + timedelta(days=30))
    dialogue("serve", "--https", DATA=str(tmp_path)).is_one_sentence("certificate_early", "clock")


def test_with_one_for_another_address(data: Path) -> None:
    told = dialogue("serve", "--https", DATA=str(data), PUBLIC_URL="https://10.9.8.7:8000", TRUST_PORT="0")
    told.is_one_sentence("certificate_elsewhere", "10.9.8.7", COMMAND)
    told = dialogue("serve", "--https", "--host", "localhost.example", DATA=str(data), TRUST_PORT="0")
    told.is_one_sentence("certificate_elsewhere", "localhost.example")


def test_behind_a_proxy_the_public_address_is_the_proxys_business(data: Path) -> None:
    with secure_server(data, PUBLIC_URL="https://dialogue.example.org", PROXIES="1") as served:
        assert served.origin.startswith("https:")


def test_a_taken_trust_port_is_named(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = dialogue("serve", "--https", DATA=str(data), TRUST_PORT=str(port))
        told.is_one_sentence("port_in_use", f"TRUST_PORT {port}", f"TRUST_PORT={port + 1}")


def test_one_that_ends_soon_is_served_with_a_warning(tmp_path: Path) -> None:
    make(tmp_path / "data", [], datetime.now(UTC) - timedelta(days=380))
    with secure_server(tmp_path / "data") as served:
        assert "Make a new one soon:\n  python start.py certificate (or dialogue certificate)" in "".join(served.said)


def test_a_certificate_of_the_organisations_own_is_served(tmp_path: Path) -> None:
    """An authority with RSA, and between it and the server another one, which is sent along."""
    now = datetime.now(UTC)
    root, between, server = (generate_private_key(65537, 2048) for _ in range(3))
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("Root", "Between", "Server")]
    vouched = _signed(names[1], between, names[0], root, now, x509.BasicConstraints(ca=True, path_length=0))
    own = _signed(names[2], server, names[1], between, now, x509.BasicConstraints(ca=False, path_length=None))
    trusted = _signed(names[0], root, names[0], root, now, x509.BasicConstraints(ca=True, path_length=1))
    folder = tmp_path / "data" / "https"
    folder.mkdir(parents=True)
    (folder / "server.pem").write_bytes(b"".join(one.public_bytes(Encoding.PEM) for one in (own, vouched)))
    (folder / "server.key").write_bytes(
        server.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    )
    (folder / "ca.pem").write_bytes(vouched.public_bytes(Encoding.PEM))
    with secure_server(tmp_path / "data") as served:
        (tmp_path / "root.pem").write_bytes(trusted.public_bytes(Encoding.PEM))
        served.authority = tmp_path / "root.pem"
        assert Visitor(served).get("/join").status == 200


def _signed(
    subject: x509.Name,
    key: RSAPrivateKey,
    issuer: x509.Name,
    by: RSAPrivateKey,
    at: datetime,
    basic: x509.BasicConstraints,
) -> x509.Certificate:
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=30))
        .add_extension(basic, critical=True)
    )
    if not basic.ca:
        made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False)
    return made.sign(by, hashes.SHA256())
