"""Dates: in figures, or with a month's name beside a day or a year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from dialogue.redaction.found import Found
from dialogue.redaction.lists import Vocabulary
from dialogue.redaction.suggestion import Category, Reason
from dialogue.redaction.words import Word

_YEAR = r"(?:1[89]\d\d|20\d\d)"
_FIGURES: Final = regex.compile(
    rf"(?<![\d.,/-])(?:(?P<day>\d{{1,2}})(?P<by>[./-])\s?(?P<month>\d{{1,2}})(?:(?P=by)\s?(?:{_YEAR}|\d\d)|(?<=\.\s?\d{{1,2}})\.)"
    rf"|{_YEAR}-\d\d-\d\d)(?![\d/-])"
)
_BEFORE: Final = regex.compile(
    r"(?<![\d.,])(?:\d{1,2}(?:st|nd|rd|th|er|e|\.|-?(?:го|е|ого|ma|të|ve))?(?:\s(?:of|de|të)|\sof\sthe)?)\s?$",
    regex.IGNORECASE,
)
_DAY_AFTER: Final = regex.compile(rf"\s\d{{1,2}}(?:st|nd|rd|th|,)?(?![.:]?\d)(?:,?\s{_YEAR})?|,?\.?\s{_YEAR}(?!\d)")
_MOST = 24  # characters before a month's name that may belong to its date


def dates(text: str, words: list[Word], known: Vocabulary) -> Iterator[Found]:
    """Every date. A month alone is none, nor is a year."""
    for match in _FIGURES.finditer(text):
        day, month = match["day"], match["month"]
        if day is None or (0 < int(day) <= 31 and 0 < int(month) <= 31):
            yield _date(text, match.start(), match.end())
    for word in words:
        if word.key in known.months:
            before = _BEFORE.search(text, max(0, word.start - _MOST), word.start)
            after = _DAY_AFTER.match(text, word.end)
            if before or after:
                yield _date(text, before.start() if before else word.start, after.end() if after else word.end)


def _date(text: str, start: int, end: int) -> Found:
    return Found(start, end, Category.DATE, Reason.DATE, (frozenset({text[start:end].casefold()}),))
