"""Sealing: a key per dialogue, wrapped by the master key. AES-256-GCM, HMAC-SHA256, HKDF."""

from __future__ import annotations

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dialogue.archive import Opened
from sessions.storage.refusals import SealBroken

SALT = 16
NONCE = 12
BLOCK = 64  # bytes; sealed texts are filled up to whole blocks, since a length can tell "agree" from "disagree"
FILLER = b"\xff"  # occurs in no UTF-8: what was sealed before there was any opens as it was


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"dialogue/" + purpose.encode()).derive(key)


def _seal(cipher: AESGCM, plain: bytes, place: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + cipher.encrypt(nonce, plain, place)


def _open(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place)
    except (InvalidTag, ValueError):
        raise SealBroken("these bytes do not open") from None


def _bound(place: tuple[str | int, ...]) -> bytes:
    """A place as bytes. With its length before each part, no two places look alike."""
    return "".join(f"{len(text)}:{text}" for text in map(str, place)).encode()


class Box:
    """Seals whole files and keys under one 32-byte key. `place` must be the same for opening."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, place: str) -> bytes:
        return _seal(self._cipher, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Raises SealBroken."""
        return _open(self._cipher, sealed, place.encode())


class MasterKey:
    """The key above all keys. It never encrypts words: other keys are wrapped with it or derived from it."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._wrapping = Box(_derive(raw, "wrap"))

    def wrap(self, key: bytes, name: str) -> bytes:
        return self._wrapping.seal(key, name)

    def unwrap(self, wrapped: bytes, name: str) -> bytes:
        """Raises SealBroken."""
        return self._wrapping.open(wrapped, name)

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose, such as signing cookies; always the same for the same master key."""
        return _derive(self._raw, f"purpose/{purpose}")

    def check_value(self) -> bytes:
        """Tells this master key from any other without telling anything about it."""
        return _derive(self._raw, "check")


class Sealer:
    """Seals words under one data key. A place (dialogue, number, field, type…) is bound to what is sealed there."""

    def __init__(self, data_key: bytes) -> None:
        self._cipher = AESGCM(_derive(data_key, "words"))
        self._digest_key = _derive(data_key, "digest")
        self._salt_key = _derive(data_key, "salt")

    def seal(self, opened: Opened, *place: str | int) -> bytes:
        """Nonce, then AES-GCM of salt, text and filler: the length tells no more than how many blocks there are."""
        text = opened.text.encode()
        filled = text.ljust(max(1, -(-len(text) // BLOCK)) * BLOCK, FILLER)
        return _seal(self._cipher, opened.salt + filled, _bound(place))

    def open(self, sealed: bytes, *place: str | int) -> Opened:
        """Raises SealBroken where the bytes were changed or come from another place."""
        plain = _open(self._cipher, sealed, _bound(place))
        return Opened(plain[:SALT], plain[SALT:].rstrip(FILLER).decode())

    def salt(self, *place: str | int) -> bytes:
        """The salt for what the record itself commits to: not stored, since whoever holds the key can make it."""
        return hmac.digest(self._salt_key, _bound(place), "sha256")[:SALT]

    def digest(self, body: bytes) -> bytes:
        """The keyed digest of `body`: 32 bytes that tell nothing to those without the key."""
        return hmac.digest(self._digest_key, body, "sha256")


def fresh_key() -> bytes:
    """32 random bytes."""
    return os.urandom(32)


def fresh_salt() -> bytes:
    """16 random bytes."""
    return os.urandom(SALT)
