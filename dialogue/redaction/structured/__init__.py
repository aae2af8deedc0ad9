"""What has a form of its own: addresses, numbers, plates, cells, dates. No pattern looks further than some words."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.redaction.found import Found
from dialogue.redaction.lists import Vocabulary
from dialogue.redaction.structured.cells import cells
from dialogue.redaction.structured.dates import dates
from dialogue.redaction.structured.numbers import e_mails, numbers
from dialogue.redaction.structured.plates import plates
from dialogue.redaction.words import Word

__all__ = ["structured"]


def structured(text: str, words: list[Word], language: str, known: Vocabulary) -> Iterator[Found]:
    """All of it, the surer before the less sure: of two that overlap the first is to be kept."""
    yield from e_mails(text)
    yield from dates(text, words, known)
    yield from cells(text, words, known)
    yield from plates(text, language)
    yield from numbers(text, words, language, known)
