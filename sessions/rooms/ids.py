"""Random ids, tokens and join codes: all that the pure package is handed instead of making it."""

from __future__ import annotations

import re
import secrets
import time
import unicodedata
from collections.abc import Callable

# Crockford's alphabet: no I, L, O, U, so that nothing read from a wall is mistaken. 32 letters, 5 bits each.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
CODE_LENGTH = 8
INVITATION_LENGTH = 16
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
    return _drawn(CODE_LENGTH)


def return_code(digest: Callable[[bytes], bytes], seat: str, generation: int) -> str:
    """A seat's return code, written as a join code is; `digest` is the dialogue's keyed one."""
    bits = int.from_bytes(digest(f"return {seat} {generation}".encode())[:5], "big")
    return _grouped("".join(ALPHABET[bits >> place & 31] for place in range(35, -1, -5)))


def new_invitation_code() -> str:
    """A code of 80 bits for an invitation that may be printed and typed: four groups of four."""
    return _drawn(INVITATION_LENGTH)


def new_number() -> str:
    """A number of four digits for a paper slip, which tells neither who drew it nor when it was printed."""
    return str(1000 + secrets.randbelow(9000))


def read_code(typed: str) -> str | None:
    """The join code that someone typed, whatever the case, spaces or dashes; None when it can't be one."""
    letters = letters_of(typed, CODE_LENGTH)
    return _grouped(letters) if letters else None


def read_invitation_code(typed: str) -> str | None:
    """The code of an invitation that someone typed; None when it can't be one."""
    letters = letters_of(typed, INVITATION_LENGTH)
    return _grouped(letters) if letters else None


def letters_of(typed: str, length: int) -> str | None:
    """The letters and figures of a code that was typed, look-alikes read as meant; None when they are not `length`."""
    if len(typed) > 5 * length:
        return None
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    letters = "".join(letter for letter in folded if letter in ALPHABET)
    return letters if len(letters) == length else None


def _drawn(length: int) -> str:
    return _grouped("".join(secrets.choice(ALPHABET) for _ in range(length)))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def now_ms() -> int:
    """UTC milliseconds."""
    return time.time_ns() // 1_000_000
