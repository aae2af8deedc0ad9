"""Every method this version knows, by key and version."""

from __future__ import annotations

from dialogue.method import Method
from dialogue.methods.nelson_heckmann import NELSON_HECKMANN

METHODS: dict[tuple[str, int], Method] = {(method.key, method.version): method for method in (NELSON_HECKMANN,)}
DEFAULT_METHOD = NELSON_HECKMANN


def method_of(key: str, version: int) -> Method:
    """The method a record was led by; KeyError when this version of the software does not know it."""
    return METHODS[key, version]
