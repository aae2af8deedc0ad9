"""Names that are known: of the people in this dialogue, and of an organisation's own people, places and sites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from dialogue.redaction.endings import Forms
from dialogue.redaction.folding import folded, latin, loose
from dialogue.redaction.lists import Vocabulary
from dialogue.redaction.words import Word

_PART: Final = regex.compile(r"[\p{L}\p{M}\p{Default_Ignorable_Code_Point}'’ʼ`-]+")
_NUMBER: Final = regex.compile(r"[ \u00a0](\d{1,3})(?![\d.,:%]*\d)")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
_SPELLED_OUT: Final = regex.compile("([aou])e")
_SHORTEST_STEM = 4  # letters of a name that, with any ending up to
_LONGEST_REST = 3  # letters, is taken for it
_SHORTEST_SMALL = 4  # letters of a name that is found without its capital


@dataclass(frozen=True, slots=True)
class Entry:
    """One known name: its words folded, the number behind it, if it has one ("Birch 2"), and whether it is a name only
    as a whole, since each of its words is an ordinary one."""

    key: str
    words: frozenset[str]
    number: str
    phrase: bool


class Roster:
    """Known names, to be found in any case, script and spelling."""

    def __init__(self, names: Sequence[str], language: str, known: Vocabulary, forms: Forms) -> None:
        self._forms = forms
        self._language = language
        self._known = known
        self._by_word: dict[str, list[Entry]] = {}
        self._by_latin: dict[str, list[Entry]] = {}
        self._in_latin = False  # whether any name is: then Ukrainian words are compared in Latin letters, too
        for place, name in enumerate(names):
            parts = _PART.findall(name)
            spelled = {word: folded(word, language) for word in parts}
            phrase = len(parts) > 1 and all(key in known.ordinary for key in spelled.values())
            number = regex.search(r"\d{1,3}$", name)
            entry = Entry(f"entry {place}", frozenset(spelled.values()), number.group() if number else "", phrase)
            for word, key in spelled.items():
                if len(key) > 1 and (phrase or len(parts) == 1 or key not in known.ordinary):
                    self._enter(word, key, entry)

    def _enter(self, word: str, key: str, entry: Entry) -> None:
        spelled_out = folded(word.casefold().translate(_UMLAUTS), self._language)
        for spelling in {key, spelled_out, _SPELLED_OUT.sub(r"\1", key), *key.split("-")}:
            if len(spelling) > 1:
                self._by_word.setdefault(spelling, []).append(entry)
        if self._language == "uk":
            self._in_latin = self._in_latin or key.isascii()
            self._by_latin.setdefault(latin(word), []).append(entry)
            self._by_latin.setdefault(loose(key), []).append(entry)

    def __bool__(self) -> bool:
        return bool(self._by_word)

    def entry(self, word: Word, text: str) -> tuple[Entry, int] | None:
        """Whose name a word is, and where the name ends (behind its number); nothing if it is nobody's."""
        small = not (word.capital or word.text[0].isupper())
        if small and (len(word.key) < _SHORTEST_SMALL or word.key in self._known.ordinary):
            return None
        entries = self._entries(word, small)
        if not entries:
            return None
        number = _NUMBER.match(text, word.end)
        numbered = next((one for one in entries if number and one.number == number[1]), None)
        if numbered is not None and number is not None:
            return numbered, number.end()
        return next((one for one in entries if not one.number), entries[0]), word.end

    def _entries(self, word: Word, small: bool) -> list[Entry]:
        forms = self._forms(word.key)
        for form in forms:
            if form in self._by_word:
                return self._by_word[form]
        if self._by_latin and (self._in_latin or word.key.isascii()):
            for form in forms:
                if found := self._by_latin.get(latin(form)):
                    return found
        return [] if small else self._begun(word.key)

    def _begun(self, key: str) -> list[Entry]:
        """Entries whose name a word is with an ending that no rule knows."""
        for end in range(len(key), max(_SHORTEST_STEM, len(key) - _LONGEST_REST) - 1, -1):
            stem = key[:end]
            for name, entries in self._by_word.items():
                if name.rstrip("aeiouyаеиіоуя") == stem and len(name) - len(stem) <= 1:
                    return entries
        return []
