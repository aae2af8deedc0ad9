"""Random ids, tokens and join codes: all that the pure package is handed instead of making it."""

from __future__ import annotations

import re
import secrets
import time
import unicodedata

# Crockford's alphabet: no I, L, O, U, so that nothing read from a wall is mistaken. 32 letters, 5 bits each.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
CODE_LENGTH = 8
COMMAND_ID = re.compile(r"[0-9a-f]{32}")


def new_id() -> str:
    """A random id of 80 bits for a dialogue, a seat or an item; it tells neither order nor time."""
    return secrets.token_hex(10)


def new_command_id() -> str:
    """An id for a command of the server's own, as screens make theirs."""
    return secrets.token_hex(16)


def new_token() -> str:
    """A secret of 256 bits, for a seat, a sign-in or a one-time link."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A join code of 40 bits, grouped for reading aloud: K7F4-M2QX."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def new_number() -> str:
    """A number of four digits for a paper slip, which tells neither who drew it nor when it was printed."""
    return str(1000 + secrets.randbelow(9000))


def read_code(typed: str) -> str | None:
    """The join code that someone typed, whatever the case, spaces or dashes; None when it can't be one."""
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    letters = "".join(letter for letter in folded if letter in ALPHABET)
    if len(letters) != CODE_LENGTH or len(typed) > 40:
        return None
    return f"{letters[:4]}-{letters[4:]}"


def now_ms() -> int:
    """UTC milliseconds."""
    return time.time_ns() // 1_000_000
