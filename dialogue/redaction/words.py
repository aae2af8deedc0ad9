"""A text cut into words that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from dialogue.redaction.folding import folded

_INNER = r"[\p{L}\p{M}\p{Default_Ignorable_Code_Point}]"
_WORD = regex.compile(rf"\p{{L}}{_INNER}*+(?:(?:['’ʼ`‘‐‑-](?=\p{{L}})|:(?=\p{{Ll}})){_INNER}++)*+")
_UNSEEN = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_ELIDED = regex.compile(r"(?:[ldjmtsnc]|qu|lorsqu|puisqu|jusqu|quelqu|aujourd)['’](?=\p{L})", regex.IGNORECASE)
_ENDS_A_SENTENCE = regex.compile(r"[.!?…:;•*|>\n\r\"“„«»”‹›()\[\]—]|(?:^|\s)[-–]\s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    end: int
    text: str
    key: str  # folded
    initial: bool  # begins a sentence, a line or a quotation
    before: str  # what stands between it and the word before

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, and is not made of capitals alone."""
        return self.text[0].isupper() and not self.shouted

    @property
    def shouted(self) -> bool:
        """Whether it is all capitals, and more than one."""
        return len(self.key) > 1 and self.text.isupper()


def words_of(text: str, language: str) -> list[Word]:
    """Every word of a text, in order."""
    found: list[Word] = []
    reached = 0
    for start, end in _spans(text, language):
        before, word = text[reached:start], text[start:end]
        initial = not found or (bool(_ENDS_A_SENTENCE.search(before)) and not _abbreviated(found[-1], before))
        found.append(Word(start, end, word, folded(word, language), initial, before))
        reached = end
    return found


def _spans(text: str, language: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        while _UNSEEN.match(text, end - 1, end):  # what only follows a word is none of it
            end -= 1
        elided = _ELIDED.match(text, start, end) if language == "fr" else None
        if elided and (elided.group()[0].islower() or text[elided.end()].islower()):
            spans.append((start, elided.end()))
            start = elided.end()
        spans.append((start, end))
    return spans


def _abbreviated(word: Word, between: str) -> bool:
    """Whether the stop behind a word only shortens it: an initial, "Dr.", "пп."."""
    return between.rstrip(" ") == "." and (len(word.key) <= 1 or (word.text[0].isupper() and len(word.key) <= 2))
