"""The authority vouches for this machine and for nothing else, as OpenSSL checks it."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sessions.certificates.authority import Authority, issue, make_authority
from sessions.certificates.names import Host, general_names, host_of, is_private, machine_name, own_names
from sessions.certificates.refusals import CertificateRefusal
from tests.sessions.certificates.given import NOW

YEAR = timedelta(days=365)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority("pc12", [host_of("dialogue.example.org"), host_of("203.0.113.7")], datetime.now(UTC))


def test_it_is_small_and_of_this_machine(authority: Authority) -> None:
    certificate = authority.certificate
    (name,) = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert name.value == "Dialogue on pc12"
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (basic.critical, basic.value.ca, basic.value.path_length) == (True, True, 0)
    assert certificate.extensions.get_extension_for_class(x509.NameConstraints).critical
    key = certificate.public_key()
    assert isinstance(key, EllipticCurvePublicKey)
    assert key.curve.name == "secp256r1"
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc < 5 * YEAR + timedelta(days=2)


def test_a_servers_certificate_serves_and_signs_nothing_else(authority: Authority) -> None:
    server = issue(authority, [host_of("192.168.4.20")], NOW, timedelta(days=397)).certificate
    assert server.not_valid_after_utc - server.not_valid_before_utc == timedelta(days=397)
    assert server.not_valid_before_utc < NOW
    basic = server.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert not basic.ca
    usage = server.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [ExtendedKeyUsageOID.SERVER_AUTH]
    server.verify_directly_issued_by(authority.certificate)


def test_a_servers_certificate_does_not_outlive_its_authority(authority: Authority) -> None:
    late = authority.certificate.not_valid_after_utc - timedelta(days=40)
    server = issue(authority, [host_of("localhost")], late, timedelta(days=397)).certificate
    assert server.not_valid_after_utc == authority.certificate.not_valid_after_utc


def _shaken_hands(authority: Authority, host: Host, folder: Path) -> None:
    """A handshake in memory, in which the client trusts the authority and asks for `host`; raises where it may not."""
    server = issue(authority, [host], datetime.now(UTC), YEAR)
    both = folder / "server.pem"
    both.write_bytes(
        server.certificate.public_bytes(Encoding.PEM)
        + server.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(both)
    asking = ssl.create_default_context(cadata=authority.certificate.public_bytes(Encoding.PEM).decode())
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = asking.wrap_bio(down, up, server_hostname=str(host))
    other = serving.wrap_bio(up, down, server_side=True)
    for _ in range(4):
        for end in (client, other):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
    assert client.version()


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "::1", "192.168.4.20", "10.1.2.3", "172.16.0.9", "169.254.3.4", "fd00::7", "203.0.113.7",
     "dialogue.example.org", "wall.dialogue.example.org"],
)  # fmt: skip
def test_a_client_believes_it_about_this_machine(authority: Authority, tmp_path: Path, host: str) -> None:
    assert authority.may_vouch_for(host_of(host))
    _shaken_hands(authority, host_of(host), tmp_path)


@pytest.mark.parametrize(
    "host",
    ["example.org", "bank.example", "dialogue.example.org.evil.example", "xdialogue.example.org", "203.0.113.8",
     "172.32.0.1", "192.169.0.1", "2001:db8::1", "pc12"],
)  # fmt: skip
def test_no_client_believes_it_about_anything_else(authority: Authority, tmp_path: Path, host: str) -> None:
    assert not authority.may_vouch_for(host_of(host))
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        _shaken_hands(authority, host_of(host), tmp_path)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("192.168.4.20", ipaddress.ip_address("192.168.4.20")),
        ("[fe80::1]", ipaddress.ip_address("fe80::1")),
        (" Dialogue.Example.ORG. ", "dialogue.example.org"),
        ("pc12", "pc12"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    ],
)
def test_a_host_is_read_as_people_give_it(text: str, host: Host) -> None:
    assert host_of(text) == host


@pytest.mark.parametrize(
    "text",
    ["", "http://pc12", "pc12:8000", "*.example.org", "a b", "-a.example", "a..b", "256.1.1.1", "1.2.3", "büro.example",
     "a" * 64, ".".join(["abcdefgh"] * 40), "pc12\n", "x\x00y"],
)  # fmt: skip
def test_what_is_no_host_is_refused_with_an_example(text: str) -> None:
    if text == "pc12\n":  # a line end that came along by copying is forgiven
        assert host_of(text) == "pc12"
        return
    with pytest.raises(CertificateRefusal, match=r"e\.g\. --host") as refused:
        host_of(text)
    assert refused.value.code == "host_invalid"


def test_names_without_a_dot_are_not_vouched_for_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "Dev")
    assert own_names() == ("dev.local",)
    monkeypatch.setattr("socket.gethostname", lambda: "pc12.academy.example")
    assert own_names() == ("pc12.academy.example", "pc12.local")
    monkeypatch.setattr("socket.gethostname", lambda: "Тренер")
    assert (own_names(), machine_name()) == ((), "Тренер")
    monkeypatch.setattr("socket.gethostname", lambda: "")
    assert machine_name() == "this computer"


def test_the_longest_machine_name_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "ї" * 64)
    made = make_authority(machine_name(), own_names(), NOW).certificate
    assert made.subject == made.issuer


@pytest.mark.parametrize(("host", "private"), [("10.0.0.1", True), ("8.8.8.8", False), ("localhost", False)])
def test_what_is_private(host: str, private: bool) -> None:
    assert is_private(host_of(host)) is private
    assert len(general_names([host_of(host)])) == 1
