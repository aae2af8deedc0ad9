"""Before https is served: that the certificate is there, whole, of our authority, not too old, and for this address."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from sessions import runtime
from sessions.certificates.files import Files, damaged, read_certificate
from sessions.certificates.names import Host, host_of
from sessions.certificates.refusals import AGAIN, CertificateRefusal

SOON = timedelta(days=30)  # so long before its end whoever runs the machine is told, by the terminal and the doctor


@dataclass(frozen=True, slots=True)
class Ready:
    """What https is served with."""

    context: ssl.SSLContext
    authority: x509.Certificate
    until: datetime


def ready(files: Files, hosts: Iterable[str], at: datetime) -> Ready:
    """Checks the files for serving under these hosts.

    Raises CertificateRefusal `certificate_missing`, `_damaged`, `_early`, `_expired` or `_elsewhere`.
    """
    if any(not path.exists() for path in (files.authority, files.server, files.server_key)):
        raise CertificateRefusal("certificate_missing", f"There is no certificate for https yet. {AGAIN}")
    authority, server = read_certificate(files.authority), read_certificate(files.server)
    context = _context(files, authority, server)
    _check_time(authority, server, at)
    known = _hosts_in(server)
    for host in hosts:
        if host_of(host) not in known:
            raise CertificateRefusal("certificate_elsewhere", f"The certificate is not for {host}. {AGAIN}")
    return Ready(context, authority, server.not_valid_after_utc)


def _context(files: Files, authority: x509.Certificate, server: x509.Certificate) -> ssl.SSLContext:
    try:
        server.verify_directly_issued_by(authority)
        return runtime.context(files.server, files.server_key)
    except (InvalidSignature, ValueError, TypeError, OSError):  # ssl.SSLError is an OSError
        raise damaged(files.server) from None


def _check_time(authority: x509.Certificate, server: x509.Certificate, at: datetime) -> None:
    ends = min(authority.not_valid_after_utc, server.not_valid_after_utc)
    if at > ends:
        raise CertificateRefusal("certificate_expired", f"The certificate was valid until {day(ends)}. {AGAIN}")
    begins = max(authority.not_valid_before_utc, server.not_valid_before_utc)
    if at < begins:
        raise CertificateRefusal(
            "certificate_early",
            f"The certificate is valid from {day(begins)} on, and by the clock of this machine it is {day(at)}. "
            "Set the clock right, then start again.",
        )


def _hosts_in(server: x509.Certificate) -> set[Host]:
    try:
        names = server.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return set()
    found: set[Host] = set(names.get_values_for_type(x509.DNSName))
    addresses = names.get_values_for_type(x509.IPAddress)
    return found | {one for one in addresses if isinstance(one, ipaddress.IPv4Address | ipaddress.IPv6Address)}


def day(at: datetime) -> str:
    """A date for a sentence: 3 May 2027."""
    return f"{at.day} {at:%B} {at.year}"
