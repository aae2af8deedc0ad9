"""As much of JSON Schema as our own schemas use; whatever else a schema says is an error here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
_ANNOTATIONS = {"$schema", "$defs", "title", "description", "properties", "additionalProperties"}


def faults(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], path: str = "$") -> Iterator[str]:
    """Where a value does not fit a schema."""
    for keyword, wanted in schema.items():
        if keyword in _ANNOTATIONS:
            continue
        yield from _faults(keyword, wanted, value, root, path)
    if isinstance(value, dict) and ("properties" in schema or "additionalProperties" in schema):
        yield from _members(value, schema, root, path)


def _members(value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], path: str) -> Iterator[str]:
    for key, inner in value.items():
        described = schema.get("properties", {}).get(key, schema.get("additionalProperties", {}))
        if described is False:
            yield f"{path}.{key}: not described"
        else:
            yield from faults(inner, described, root, f"{path}.{key}")


def _faults(keyword: str, wanted: Any, value: Any, root: Mapping[str, Any], path: str) -> Iterator[str]:
    match keyword:
        case "$ref":
            yield from faults(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, path)
        case "anyOf":
            if all(any(True for _ in faults(value, one, root, path)) for one in wanted):
                yield f"{path}: fits none"
        case "items":
            for place, inner in enumerate(value if isinstance(value, list) else ()):
                yield from faults(inner, wanted, root, f"{path}[{place}]")
        case "required":
            yield from (f"{path}.{key}: missing" for key in wanted if isinstance(value, dict) and key not in value)
        case _:
            if not _holds(keyword, wanted, value):
                yield f"{path}: {value!r} against {keyword} {wanted!r}"


def _holds(keyword: str, wanted: Any, value: Any) -> bool:
    match keyword:
        case "const":
            return bool(value == wanted)
        case "enum":
            return value in wanted
        case "minimum":
            return not isinstance(value, int) or value >= wanted
        case "pattern":
            return not isinstance(value, str) or re.search(wanted, value) is not None
        case "type":
            return any(_is(value, name) for name in ([wanted] if isinstance(wanted, str) else wanted))
        case _:
            raise NotImplementedError(keyword)


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and not (name == "integer" and isinstance(value, bool))
