"""The narrowed transcript as data: "dialogue/export/1", described in docs/export.schema.json."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from dialogue.transcript.narrowing import Narrowed

SCHEMA = "dialogue/export/1"


def as_json(narrow: Narrowed) -> bytes:
    """Canonical JSON: keys in order, no blanks, UTF-8; with the checksum of all the rest. The same content gives the
    same bytes."""
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "parts": list(narrow.parts),
        "leaves_out": list(narrow.leaves_out),
        "transcript": narrow.transcript,
    }
    return canonical(body | {"checksum": checksum(body)}) + b"\n"


def canonical(value: object) -> bytes:
    """The one way to write it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def checksum(body: object) -> str:
    """Of everything but itself: sha256: and 64 hexadecimal digits."""
    return f"sha256:{sha256(canonical(body)).hexdigest()}"
