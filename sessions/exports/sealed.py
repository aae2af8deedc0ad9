"""Files that nobody reads but who has the key: what is written on the way lies sealed on the disk."""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12  # bytes before what is sealed


def sealed(content: bytes, key: bytes, place: str = "") -> bytes:
    """The content under a key of 32 bytes, for this place alone."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def opened(content: bytes, key: bytes, place: str = "") -> bytes:
    """What was sealed. cryptography's InvalidTag where it is not whole, of another key or from another place."""
    return AESGCM(key).decrypt(content[:_NONCE], content[_NONCE:], place.encode())
