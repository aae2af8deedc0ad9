"""Passwords: what may be one, and argon2id on a real thread, never on the hub."""

from __future__ import annotations

import secrets
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from sessions import runtime
from sessions.accounts.refusals import BadAccount

SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 256

_HASHER = PasswordHasher()
# Verified when nobody has that name, so that both cases take the same time.
_NOBODY: Final = _HASHER.hash(secrets.token_hex(16))


def hashed(password: str, field: str = "password") -> str:
    """The hash to keep. Raises BadAccount `account_password` for one that is too short or too long."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadAccount("account_password", field)
    return runtime.run_blocking(_HASHER.hash, password)


def fits(kept: str | None, password: str) -> bool:
    """Whether it is the password of this hash; where there is none (`None`) it takes as long to say no."""
    right = runtime.run_blocking(_fits, kept or _NOBODY, password[:LONGEST_PASSWORD])
    return right and kept is not None


def _fits(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except VerificationError:
        return False
