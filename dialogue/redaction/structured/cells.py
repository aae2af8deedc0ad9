"""Cells, wings and badges: a word for one, and a number or letter beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from dialogue.redaction.found import Found
from dialogue.redaction.lists import Vocabulary, Words
from dialogue.redaction.suggestion import Category, Reason
from dialogue.redaction.words import Word

_NUMBER = r"(?:\p{Lu}{1,2}[-./ ]?)?\d{1,5}(?:[-./]\d{1,4}){0,2}\p{L}?(?:[-./]\d{1,4})?"
_LETTER = r"[\"'«„“]?\p{Lu}(?:[-./]?\d{1,3})?[\"'»“”]?"
_CALLED = r"number|numer\p{L}?|nummer|numéro|numero|номер|број|broj|num|no|nr|br|бр|n°|№|#"
_AFTER: Final = regex.compile(
    rf"[ \u00a0]?[:#]?[ \u00a0]?(?:(?:{_CALLED})(?!\p{{L}})\.?[ \u00a0]?:?[ \u00a0]?)?(?:{_NUMBER}|{_LETTER})(?![\w@])",
    regex.IGNORECASE,
)
_ORDINAL = r"\.|-?(?:er|st|nd|rd|th|e|te|ma|та|ту|тій|ої|а|ій)"
_BEFORE: Final = regex.compile(
    rf"(?<![\w.,:-])(?:\d{{1,4}}(?:{_ORDINAL})?[- \u00a0]|[A-ZА-Я][- \u00a0]|\d{{1,3}}[A-Z][- \u00a0])$"
)
_CAPITAL: Final = regex.compile(r"\p{Lu}|\d")
_MOST = 9  # characters before the word that may be its number
_PLAIN = regex.compile(r"[^\p{L}\p{N}]+")


def cells(text: str, words: list[Word], known: Vocabulary) -> Iterator[Found]:
    """Every one of them, word and number together."""
    for word in words:
        if word.key in known.cells:
            yield from _beside(text, word, Reason.CELL)
        elif word.key in known.badges:
            yield from _beside(text, word, Reason.BADGE)
        else:
            yield from _joined(text, word, known.cells)


def _beside(text: str, word: Word, reason: Reason) -> Iterator[Found]:
    after = _AFTER.match(text, word.end)
    if after and _CAPITAL.search(after.group()) and not _article(after.group()):
        yield _cell(text, word.start, after.end(), reason)
        return
    before = _BEFORE.search(text, max(0, word.start - _MOST), word.start)
    if before and not (before.group()[0] in "AIOІОУА" and before.group()[1] == " "):
        yield _cell(text, before.start(), word.end, reason)


def _article(told: str) -> bool:
    """Whether what follows is a capitalised article or pronoun rather than a wing's letter."""
    return told.strip() in {"I", "Y", "O", "І", "Я", "У"}


def _joined(text: str, word: Word, cells: Words) -> Iterator[Found]:
    """ "B-wing", "A-fløyen", "C-siipi"."""
    letter, _, what = word.key.partition("-")
    if len(letter) == 1 and what and what in cells:
        yield _cell(text, word.start, word.end, Reason.CELL)


def _cell(text: str, start: int, end: int, reason: Reason) -> Found:
    key = _PLAIN.sub("", "".join(one for one in text[start:end].split()[-1]).casefold())
    return Found(start, end, Category.CELL_OR_BADGE, reason, (frozenset({key}),))
