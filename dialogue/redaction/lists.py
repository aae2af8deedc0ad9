"""The bundled lists, read when they are first needed. Where they come from: PROVENANCE.md beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dialogue.redaction.folding import folded

LANGUAGES: Final = ("en", "uk", "nb", "fi", "et", "sq", "sr", "fr", "nl", "de")
_HOME: Final = {
    "en": ("faker_en",), "uk": ("faker_uk",), "nb": ("faker_no",), "fi": ("faker_fi",), "et": ("faker_et",),
    "sq": ("own_sq",), "sr": ("own_sr", "faker_hr"), "fr": ("faker_fr",), "nl": ("faker_nl",), "de": ("faker_de",),
}  # fmt: skip
_DATA = files("dialogue.redaction") / "data"


class Words:
    """Words of one sort, folded: whole ones, and beginnings of words."""

    def __init__(self, whole: Iterable[str], stems: Iterable[str] = ()) -> None:
        self.whole = frozenset(whole)
        self.stems = frozenset(stems)
        self._lengths = sorted({len(stem) for stem in self.stems})

    def __contains__(self, word: str) -> bool:
        """Whether a folded word is among them."""
        return word in self.whole or any(word[:length] in self.stems for length in self._lengths)

    def __or__(self, others: Words) -> Words:
        return Words(self.whole | others.whole, self.stems | others.stems)


def _words(listed: list[str], language: str) -> Words:
    """As they stand in a file: "gefangen*" is a beginning."""
    whole = (folded(one, language) for one in listed if not one.endswith("*"))
    return Words(whole, (folded(one[:-1], language) for one in listed if one.endswith("*")))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language that suggestions look for or leave alone; sections of data/words/<language>.txt."""

    ordinary: Words  # are nobody's name, at the beginning of a sentence either
    doing: Words  # follow whom they tell of: "said", "was"
    titles: Words  # stand before a name
    roles: Words  # likewise, and stand alone: "officer", "prisoner"
    ranks: Words  # which few people in one place have
    only: Words  # "only", "first"
    someone: Words  # whom one can be the only one of
    nations: Words
    incidents: Words
    months: Words
    cells: Words
    badges: Words
    codes: Words  # "prisoner number", "case"
    ages: Words  # "year-old"
    whither: Words  # prepositions before a place
    noun: Words  # German: determiners, behind which a capitalised word is a noun
    heads: tuple[str, ...]  # how nouns end that are made of other words, and participles that may begin a sentence
    past: tuple[str, ...]  # how verbs end that tell what somebody did


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language of LANGUAGES."""
    sections = _sections((_DATA / "words" / f"{language}.txt").read_text("utf-8"))
    frequent = _DATA / "words" / f"frequent_{language}.txt"
    if frequent.is_file():
        sections.setdefault("ordinary", []).extend(frequent.read_text("utf-8").split())
    heads, past = (tuple(folded(one) for one in sections.get(name, [])) for name in ("heads", "past"))
    names = (name for name in Vocabulary.__slots__ if name not in {"heads", "past"})
    return Vocabulary(**{name: _words(sections.get(name, []), language) for name in names}, heads=heads, past=past)


def _sections(text: str) -> dict[str, list[str]]:
    """A file of words as its sections: "[name]" on a line of its own, then words between blanks."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current += line.split()
    return found


@cache
def given_names(language: str) -> frozenset[str]:
    """First names of all lists, folded as this language's words are."""
    return _names(".given", language)


@cache
def family_names(language: str) -> frozenset[str]:
    """Family names of all lists, folded as this language's words are."""
    return _names(".family", language)


@cache
def home_names(language: str) -> frozenset[str]:
    """First and family names of the language's own lists: what a word in it is likelier a case of."""
    return _names("", language, _HOME[language])


def _names(kind: str, language: str, sources: tuple[str, ...] = ("",)) -> frozenset[str]:
    ending = f"{kind}.txt"
    lists = (one for one in (_DATA / "names").iterdir() if one.name.endswith(ending) and one.name.startswith(sources))
    names = (name for one in lists for name in one.read_text("utf-8").splitlines())
    parts = (part for name in names for part in (name, *name.replace("-", " ").split()))
    return frozenset(key for key in (folded(part, language) for part in parts) if len(key) > 1)
