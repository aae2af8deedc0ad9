"""What narrows down who it could be without naming anybody: flagged, for a person to reword."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from dialogue.redaction.found import Found
from dialogue.redaction.lists import Vocabulary
from dialogue.redaction.suggestion import Category, Reason
from dialogue.redaction.words import Word

_AGE: Final = regex.compile(r"(?<!\d)\d{1,2}[- \u00a0]?$")
_WHEN: Final = regex.compile(r"[^.!?\n]{0,24}?(?<!\d)(?:19|20)\d\d(?!\d)")
_FAR = 3  # words between "only" and whom it is said of
_AHEAD = 4  # words in which an incident may be named


def indirect(text: str, words: list[Word], known: Vocabulary) -> Iterator[Found]:
    """Being the only one, ranks, nationalities, named incidents, ages."""
    for index, word in enumerate(words):
        if word.key in known.only and (last := _whom(words, index, known)):
            yield _flag(word.start, last.end, Reason.THE_ONLY_ONE)
    for index, word in enumerate(words):
        if word.key in known.incidents and (end := _named(text, words, index)):
            yield _flag(word.start, end, Reason.NAMED_INCIDENT)
        elif word.key in known.ranks:
            yield _flag(word.start, word.end, Reason.RANK)
        elif word.key in known.nations:
            yield _flag(word.start, word.end, Reason.NATIONALITY)
        elif word.key in known.ages and (before := _AGE.search(text, max(0, word.start - 4), word.start)):
            yield _flag(before.start(), word.end, Reason.AGE)


def _whom(words: list[Word], index: int, known: Vocabulary) -> Word | None:
    for word in words[index + 1 : index + 1 + _FAR]:
        if word.before.strip(" \u00a0") and word.before != "-":
            return None
        if word.key in known.someone or word.key in known.nations:
            return word
    return None


def _named(text: str, words: list[Word], index: int) -> int | None:
    """Where an incident's name ends: behind a year, or at its own end if a capitalised name follows soon."""
    word = words[index]
    if year := _WHEN.match(text, word.end):
        return year.end()
    for later in words[index + 1 : index + 1 + _AHEAD]:
        if later.initial:
            return None
        if later.capital:
            return word.end
    return None


def _flag(start: int, end: int, reason: Reason) -> Found:
    return Found(start, end, Category.QUASI_IDENTIFIER, reason)
