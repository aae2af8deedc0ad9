"""The chain that makes a record provable: canonical JSON, commitments per field, linked hashes.

Every event becomes a *header*: its place, type, day and one commitment per field, but none of the fields.
Headers are chained, so that a text can be erased for good and the chain still verifies. Whoever holds a
field's text and salt can prove that it is what was written; the header alone tells nothing about it.

Works on values in memory with the standard library only. Salts come from the caller: nothing here is random. This
module is part of the stand-alone verify.py (standalone.py), and so is written for any Python from 3.9.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass

TAG = b"dialogue/event/1"
GENESIS_TAG = b"dialogue/first/1"
LARGEST = 2**53 - 1

# Fields that begin with this mark belong to the record itself (its time, its structure). A package may leave
# them out in silence, whereas a person's field may be absent only when the record says that it was erased.
OWN_MARK = "@"

# Writes what is known to be JSON already in its one form; `canonical` looks first.
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class NotCanonical(ValueError):
    """The value has no single canonical form: an infinity, a huge integer, a type that JSON does not know."""


def canonical(value: object) -> str:
    """The one JSON text of `value`: keys sorted, no spaces, no escapes beyond JSON's own.

    Fractions are written with the fewest digits that read back as the same number. A commitment is made of this
    text, which is kept: nobody who verifies has to write a number again. Raises NotCanonical for infinities, for
    integers that other readers would round, and for anything that is not JSON.
    """
    _require_canonical(value)
    return ENCODER.encode(value)


def _require_canonical(value: object) -> None:
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise NotCanonical("an integer beyond 2^53 is read differently by different programs")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise NotCanonical("JSON knows neither infinity nor what is not a number")
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise NotCanonical(f"a key is a text, not {type(key).__name__}")
            if type(inner) is not str:  # most are
                _require_canonical(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _require_canonical(inner)
    else:
        raise NotCanonical(f"{type(value).__name__} has no canonical JSON form")


@dataclass(frozen=True)
class Opened:
    """A field's text together with the salt that its commitment was made with."""

    salt: bytes
    text: str


def commitment(opened: Opened) -> str:
    """HMAC-SHA256(salt, text), as 64 hexadecimal digits."""
    return hmac.digest(opened.salt, opened.text.encode(), "sha256").hex()


def first_link(dialogue: str) -> bytes:
    """What the first header is chained to, so that no line can be moved to another dialogue. 32 bytes."""
    return hashlib.sha256(GENESIS_TAG + dialogue.encode()).digest()


@dataclass(frozen=True)
class Header:
    """What the chain is made of. `prev` and the link that results are 32 bytes each."""

    seq: int
    type: str
    v: int
    day: str
    commitments: Mapping[str, str]
    prev: bytes

    def shown(self) -> dict[str, object]:
        """The header as JSON."""
        return {
            "seq": self.seq, "type": self.type, "v": self.v, "day": self.day,
            "commitments": dict(self.commitments), "prev": self.prev.hex(),
        }  # fmt: skip

    def link(self) -> bytes:
        """SHA-256(tag, previous link, canonical header)."""
        return hashlib.sha256(TAG + self.prev + canonical(self.shown()).encode()).digest()


@dataclass(frozen=True)
class Head:
    """Where a chain ends: the number of its last line and that line's link."""

    seq: int
    link: bytes

    def short_form(self) -> str:
        """Sixteen digits in four groups, for reading aloud and printing at closing."""
        digits = self.link.hex()[:16]
        return "-".join(digits[start : start + 4] for start in range(0, 16, 4))
