"""An export as data, read with suspicion: cut, altered, oversized, deep, from another version, or not what it says."""

from __future__ import annotations

import json
import re
from typing import Any

from dialogue.transcript.narrowing import Narrowed, Part, narrowed
from sessions.exports.data_file import SCHEMA, as_json, canonical, checksum
from sessions.exports.imports.schemas import is_an_export

LARGEST = 5_000_000  # bytes
DEEPEST = 12  # brackets within brackets; an export has nine
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


class ImportRefused(Exception):
    """A file that is not taken in. `code` is stable; the text is a sentence that says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def read_export(content: bytes) -> Narrowed:
    """What the file holds. Raises ImportRefused: `import_too_large`, `import_too_deep`, `import_unreadable`,
    `import_unknown_version`, `import_altered`, `import_not_an_export`."""
    if len(content) > LARGEST:
        raise ImportRefused("import_too_large", f"The file is larger than {LARGEST // 1_000_000} MB: no export is.")
    if _depth(content) > DEEPEST:
        raise ImportRefused("import_too_deep", "The file is nested deeper than any export. Nothing was read.")
    told = _parsed(content)
    schema = told.get("schema") if isinstance(told, dict) else None
    if isinstance(schema, str) and schema.startswith("dialogue/export/") and schema != SCHEMA:
        raise ImportRefused("import_unknown_version", f"This installation reads {SCHEMA} alone: renew it, then import.")
    if not isinstance(told, dict) or schema != SCHEMA:
        raise ImportRefused("import_not_an_export", "This is no export as data. Choose “Data (JSON)” when exporting.")
    rest = {key: value for key, value in told.items() if key != "checksum"}
    if told.get("checksum") != checksum(rest) or content != canonical(told) + b"\n":
        raise ImportRefused(
            "import_altered", "The file is not as it was exported. Copy it again from where it was made."
        )
    if not is_an_export(told):
        raise ImportRefused("import_not_an_export", "The file holds something that no export holds. Nothing was read.")
    return _as_exported(told, content)


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        why = "The file was cut, or is no JSON. Copy it again from where it was made."
        raise ImportRefused("import_unreadable", why) from None


def _no_number(name: str) -> None:
    raise ValueError(name)


def _depth(content: bytes) -> int:
    """Brackets within brackets, at most; counted before anything is built of them."""
    deepest = depth = 0
    for bracket in _STRING.sub(b"", content).translate(None, bytes(set(range(256)) - set(b"[]{}"))):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest


def _as_exported(told: dict[str, Any], content: bytes) -> Narrowed:
    """As the narrowing makes it of itself: a file that holds more than its parts allow was never exported."""
    again = narrowed(told["transcript"], frozenset(map(Part, told["parts"])))
    if as_json(again) != content:
        raise ImportRefused(
            "import_altered", "The file holds something that its own list leaves out. Nothing was read."
        )
    return again
