"""The names and addresses under which a machine can be reached, as certificates hold them."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable

from cryptography import x509

from sessions.certificates.refusals import CertificateRefusal

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Host = str | Address

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
LONGEST_NAME = 253
MOST_OF_NAME = 40  # bytes: with what stands before it, a name in a certificate has room for 64

LOOPBACK: tuple[Host, ...] = ("localhost", ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))
# RFC 1918, RFC 4193, link-local and loopback: an address in them is nobody's on the internet.
PRIVATE: tuple[Network, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8",
        "::1/128", "fc00::/7", "fe80::/10",
    )
)  # fmt: skip


def host_of(text: str) -> Host:
    """A name or an address, as a person or an address line gives it. Raises CertificateRefusal `host_invalid`."""
    given = text.strip().removeprefix("[").removesuffix("]").lower().rstrip(".")
    try:
        return ipaddress.ip_address(given)
    except ValueError:
        pass
    if len(given) > LONGEST_NAME or not _NAME.fullmatch(given) or re.fullmatch(r"[0-9.]+", given):
        raise CertificateRefusal(
            "host_invalid",
            f"“{text}” is no name or address of a machine. Give it without http:// and port, e.g. --host 192.168.4.20 "
            "or --host dialogue.example.org.",
        )
    return given


def machine_name() -> str:
    """What this machine is called, for people; never empty."""
    name = socket.gethostname().partition(".")[0].encode()[:MOST_OF_NAME].decode(errors="ignore")
    return name or "this computer"


def own_names() -> tuple[str, ...]:
    """Names under which others on the network find this machine.

    A name without a dot is left out: an authority that may vouch for “dev” may vouch for all that ends in .dev.
    """
    full = socket.gethostname().lower()
    known = (full, f"{full.partition('.')[0]}.local")
    return tuple(dict.fromkeys(name for name in known if "." in name and _NAME.fullmatch(name)))


def is_private(host: Host) -> bool:
    """Whether this is an address that is nobody's on the internet."""
    return not isinstance(host, str) and any(host in network for network in PRIVATE)


def general_names(hosts: Iterable[Host]) -> list[x509.GeneralName]:
    """As a certificate lists them."""
    return [x509.DNSName(host) if isinstance(host, str) else x509.IPAddress(host) for host in hosts]
