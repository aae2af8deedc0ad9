"""A small certificate authority that may vouch for this machine and for nothing else (RFC 5280 section 4.2.1.10)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sessions.certificates.names import LOOPBACK, PRIVATE, Host, general_names, is_private

LASTS = timedelta(days=5 * 365)
BEFORE = timedelta(days=1)  # clocks of phones without internet are often behind
SERVES = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])


@dataclass(frozen=True, slots=True)
class Authority:
    """What vouches, and the key with which it does."""

    certificate: x509.Certificate
    key: EllipticCurvePrivateKey

    def may_vouch_for(self, host: Host) -> bool:
        """Whether the authority's own limits let it name this host."""
        allowed = self.certificate.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
        for subtree in allowed or ():
            value = subtree.value
            if isinstance(host, str):
                if isinstance(value, str) and (host == value or host.endswith(f".{value}")):
                    return True
            elif not isinstance(value, str) and host in value:
                return True
        return False


def make_authority(machine: str, hosts: Iterable[Host], at: datetime) -> Authority:
    """A new authority for these hosts, localhost and all private addresses."""
    key = generate_private_key(SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Dialogue"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Dialogue on {machine}"),
        ]
    )
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - BEFORE)
        .not_valid_after(at + LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_signs_certificates(), critical=True)
        .add_extension(SERVES, critical=False)
        .add_extension(x509.NameConstraints(_subtrees(hosts), None), critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(certificate, key)


def _subtrees(hosts: Iterable[Host]) -> list[x509.GeneralName]:
    named = dict.fromkeys(host for host in (*LOOPBACK, *hosts) if not is_private(host))
    alone = [x509.DNSName(host) for host in named if isinstance(host, str)]
    single = [x509.IPAddress(ipaddress.ip_network(host)) for host in named if not isinstance(host, str)]
    return [*alone, *(x509.IPAddress(network) for network in PRIVATE), *single]


def _signs_certificates() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def issue(authority: Authority, hosts: Iterable[Host], at: datetime, lasts: timedelta) -> Authority:
    """A server's certificate for these hosts, with a key of its own. It ends with its authority at the latest."""
    key = generate_private_key(SECP256R1())
    of_authority = authority.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    names = x509.SubjectAlternativeName(general_names(dict.fromkeys(hosts)))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Dialogue")]))
        .issuer_name(authority.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - BEFORE)
        .not_valid_after(min(at - BEFORE + lasts, authority.certificate.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signs_handshakes(), critical=True)
        .add_extension(SERVES, critical=False)
        .add_extension(names, critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(of_authority), critical=False)
        .sign(authority.key, hashes.SHA256())
    )
    return Authority(certificate, key)


def _signs_handshakes() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
