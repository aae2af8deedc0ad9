"""Every method this version knows, by key and version."""

from __future__ import annotations

from dialogue.method import Method
from dialogue.methods.hourglass import HOURGLASS
from dialogue.methods.nelson_heckmann import NELSON_HECKMANN
from dialogue.methods.nelson_heckmann_1 import NELSON_HECKMANN_1
from dialogue.methods.norwegian import NORWEGIAN
from dialogue.methods.short_90 import SHORT_90

DEFAULT_METHOD = NELSON_HECKMANN
OFFERED: dict[str, Method] = {method.key: method for method in (NELSON_HECKMANN, NORWEGIAN, HOURGLASS, SHORT_90)}
"""The newest version of each, by key: what a new dialogue can be led by."""

METHODS: dict[tuple[str, int], Method] = {
    (method.key, method.version): method for method in (NELSON_HECKMANN_1, *OFFERED.values())
}


def method_of(key: str, version: int) -> Method:
    """The method a record was led by; KeyError when this version of the software does not know it."""
    return METHODS[key, version]
