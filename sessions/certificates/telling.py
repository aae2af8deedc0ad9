"""What the terminal says of certificates, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cryptography import x509

from sessions.certificates.checking import SOON, Ready, day
from sessions.certificates.fingerprint import fingerprint, thumbprint
from sessions.certificates.making import Made
from sessions.certificates.profile import common_name


def what_was_made(made: Made, start: str) -> Iterator[str]:
    """After `dialogue certificate`: what there is, until when, and what to do next. `start` serves it."""
    authority, until = made.authority.certificate, day(made.server.certificate.not_valid_after_utc)
    name, ends = common_name(authority), day(authority.not_valid_after_utc)
    if made.anew:
        yield f"Made an authority, “{name}”, which devices can trust until {ends},"
        yield "and by it a certificate for this machine under these names:"
    else:
        yield f"Made a new certificate by the authority “{name}”, which devices trust already,"
        yield "for this machine under these names:"
    yield f"  {', '.join(str(host) for host in made.hosts)}"
    yield f"It is valid until {until}. Run this command again before, and when the address of this machine changes:"
    yield "no device has to be told anything then."
    yield ""
    yield "What to do next:"
    yield f"  1. Start Dialogue again with https: {start}"
    yield "  2. On each device that is to trust this machine, open the address that is said then, and follow the page."
    yield "  3. Compare what the device shows with this fingerprint:"
    yield from _print(authority)
    yield ""
    yield f"All of it lies in {made.files.folder}. Give ca.key to nobody: who has it can pretend to be this machine."


def how_to_trust(ready: Ready, trust: str | None, at: datetime) -> Iterator[str]:
    """When https is served: where devices are told to trust this machine; None where nothing tells them."""
    yield "Encrypted. A device that warns doesn't know this machine yet."
    if trust:
        yield f"To tell it, open {trust} on it, and compare what it shows with this fingerprint:"
    else:
        yield "To tell it, put ca.pem on it as an authority, and compare what it shows with this fingerprint:"
    yield from _print(ready.authority)
    if ready.until - at < SOON:
        yield f"The certificate is valid until {day(ready.until)}. Make a new one soon:"
        yield "  python start.py certificate (or dialogue certificate)"


def _print(authority: x509.Certificate) -> Iterator[str]:
    for group in fingerprint(authority):
        yield f"     {group}"
    yield f"     Windows shows its thumbprint instead: {' '.join(thumbprint(authority))}"
