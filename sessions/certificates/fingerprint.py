"""How people compare a certificate on two screens: its fingerprints, in groups that the eye can keep."""

from __future__ import annotations

from cryptography import x509
from cryptography.hazmat.primitives import hashes

_GROUP = 8


def fingerprint(certificate: x509.Certificate) -> list[str]:
    """SHA-256: four groups of eight bytes, written as phones and browsers do: “3F:A2:…”."""
    return _groups(certificate.fingerprint(hashes.SHA256()))


def thumbprint(certificate: x509.Certificate) -> list[str]:
    """SHA-1, the only one that Windows shows: to find another certificate with a given one is still out of reach."""
    return _groups(certificate.fingerprint(hashes.SHA1()))  # noqa: S303  compared by eye, nothing is signed with it


def _groups(digest: bytes) -> list[str]:
    pairs = [f"{byte:02X}" for byte in digest]
    return [":".join(pairs[start : start + _GROUP]) for start in range(0, len(pairs), _GROUP)]
