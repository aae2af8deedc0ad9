"""With HTTPS: whether the certificate is there, in date, and for the addresses that people open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sessions import addresses
from sessions.certificates.checking import SOON, day, ready
from sessions.certificates.files import files_in
from sessions.certificates.refusals import AGAIN, CertificateRefusal
from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Scene


def check(scene: Scene) -> Iterator[Finding]:
    """What serving with HTTPS would find; nothing where https is not asked for."""
    if not scene.config.https:
        return
    now = datetime.now(UTC)
    try:
        found = ready(files_in(scene.config.data), addresses.hosts_to_vouch_for(scene.config), now)
    except CertificateRefusal as refusal:
        what, _, advice = str(refusal).partition(". ")
        yield wrong(refusal.code, f"{what}.", advice)
        return
    if found.until - now < SOON:
        yield care("certificate_ends_soon", f"The certificate for https ends on {day(found.until)}.", AGAIN)
    else:
        yield fine("certificate_ready", f"The certificate for https is good until {day(found.until)}.")
