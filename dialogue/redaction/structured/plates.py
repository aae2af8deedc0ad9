"""Number plates, as the countries of each language write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from dialogue.redaction.found import Found
from dialogue.redaction.suggestion import Category, Reason

_B = "[- \u00a0]?"  # what may stand between the groups of a plate
_UA = "[ABCEHIKMOPTXАВСЕНІКМОРТХ]{2}"
_SHAPES: Final = {
    "en": [rf"[A-Z]{{2}}\d\d{_B}[A-Z]{{3}}", r"\d{2,3}-[A-Z]{1,2}-\d{1,6}", rf"[A-Z]\d{{1,3}}{_B}[A-Z]{{3}}"],
    "uk": [rf"{_UA}{_B}\d{{4}}{_B}{_UA}"],
    "nb": [rf"[A-Z]{{2}}{_B}\d{{2}}{_B}?\d{{3}}"],
    "fi": [r"[A-ZÄÖ]{2,3}-\d{1,3}"],
    "et": [rf"\d{{2,3}}{_B}[A-Z]{{3}}"],
    "sq": [rf"[A-Z]{{2}}{_B}\d{{3}}{_B}[A-Z]{{2}}", rf"0[1-7]{_B}\d{{3}}{_B}[A-Z]{{2}}"],
    "sr": [rf"[A-ZŠĐČĆŽА-ШЉЊЋЂЏЈ]{{2}}{_B}\d{{3,5}}{_B}[A-ZŠĐČĆŽА-ШЉЊЋЂЏЈ]{{2}}"],
    "fr": [rf"[A-Z]{{2}}{_B}\d{{3}}{_B}[A-Z]{{2}}", r"[12]-[A-Z]{3}-\d{3}"],
    "nl": [
        r"[A-Z]{1,3}-\d{2,3}-[A-Z]{1,2}", r"\d{1,2}-[A-Z]{2,3}-\d{1,2}", r"\d{2}-\d{2}-[A-Z]{2}",
        r"[A-Z]{2}-\d{2}-\d{2}", r"[A-Z]{2}-[A-Z]{2}-\d{2}", r"\d{2}-[A-Z]{2}-[A-Z]{2}", r"[12]-[A-Z]{3}-\d{3}",
    ],
    "de": [rf"[A-ZÄÖÜ]{{1,3}}[-: ][A-Z]{{1,2}}{_B}\d{{1,4}}[EH]?"],
}  # fmt: skip
_PLATES: Final = {
    language: regex.compile(rf"(?<![\w-])(?:{'|'.join(shapes)})(?![\w-])") for language, shapes in _SHAPES.items()
}
_GAPS = regex.compile(r"[^\w]+")


def plates(text: str, language: str) -> Iterator[Found]:
    """Every plate, in the capital letters that plates have."""
    for match in _PLATES[language].finditer(text):
        key = frozenset({_GAPS.sub("", match.group()).casefold()})
        yield Found(match.start(), match.end(), Category.PLATE, Reason.PLATE, (key,))
