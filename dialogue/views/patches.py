"""How one view differs from another, and how a screen takes the difference in (RFC 7396)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogue.state.whole import COLLECTION_OF

View = dict[str, Any]


def changes(old: View, new: View) -> View:
    """JSON Merge Patch (RFC 7396) that turns `old` into `new`; empty when nothing differs."""
    patch: View = {}
    for key, value in new.items():
        before = old.get(key)
        if before is value:
            continue
        if isinstance(value, dict) and isinstance(before, dict):
            inner = changes(before, value)
            if inner:
                patch[key] = inner
        elif before != value or key not in old:
            patch[key] = value
    for key in old:
        if key not in new:
            patch[key] = None
    return patch


def merged(view: View, patch: Mapping[str, Any]) -> View:
    """The view after a merge patch, as every screen computes it (RFC 7396)."""
    result = dict(view)
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            before = result.get(key)
            result[key] = merged(before if isinstance(before, dict) else {}, value)
        else:
            result[key] = value
    return result


def because(old: View, patch: Mapping[str, Any]) -> str:
    """Why a screen changed, in a public vocabulary that is read off the change itself and so can't tell more."""
    for name in COLLECTION_OF.values():
        for key, value in patch.get(name, {}).items():
            if value is None:
                return f"{name}_removed"
            return f"{name}_changed" if key in old.get(name, {}) else f"{name}_added"
    return f"{next(iter(patch))}_changed" if patch else "nothing"


def lean(view: View) -> View:
    """The view without what is not there."""
    return {key: value for key, value in view.items() if value is not None}
