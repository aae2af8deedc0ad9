"""An Apple configuration profile that holds the authority and nothing else."""

from __future__ import annotations

import plistlib
import uuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

TYPE = "application/x-apple-aspen-config"


def profile(authority: x509.Certificate) -> bytes:
    """The profile; the same authority gives the same bytes, so that a second installation replaces the first."""
    name = common_name(authority)
    known = authority.fingerprint(hashes.SHA256())
    outer, inner = (str(uuid.UUID(bytes=known[start : start + 16], version=4)) for start in (0, 16))
    payload = {
        "PayloadType": "com.apple.security.root",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"dialogue.authority.{inner}",
        "PayloadUUID": inner.upper(),
        "PayloadDisplayName": name,
        "PayloadContent": authority.public_bytes(Encoding.DER),
    }
    whole = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"dialogue.{outer}",
        "PayloadUUID": outer.upper(),
        "PayloadDisplayName": name,
        "PayloadDescription": "For the computer on which Dialogue runs. Made to vouch for nothing else.",
        "PayloadRemovalDisallowed": False,
        "PayloadContent": [payload],
    }
    return plistlib.dumps(whole)


def common_name(certificate: x509.Certificate) -> str:
    """What lists of certificates show: “Dialogue on pc12”."""
    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""
