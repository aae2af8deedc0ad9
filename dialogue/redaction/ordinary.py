"""Which words are nobody's name, however they are written."""

from __future__ import annotations

from functools import cache, reduce
from operator import or_

from dialogue.redaction.lists import Words, vocabulary

_LONGEST_SHORT_MONTH = 3  # letters: "Jan" is a name as well
_PLURAL_S = frozenset({"en", "fr", "nl", "de"})


class Ordinary:
    """The ordinary words of a language: those that mean something else than a person or a place."""

    def __init__(self, language: str) -> None:
        known = vocabulary(language)
        months = Words((one for one in known.months.whole if len(one) > _LONGEST_SHORT_MONTH), known.months.stems)
        self._plural = known.ordinary.whole | known.months.whole if language in _PLURAL_S else frozenset[str]()
        self._leading = known.titles | known.roles | known.ranks
        self._heads = known.heads
        everything = (
            known.ordinary, known.doing, known.cells, known.badges, known.codes, known.only, known.someone,
            known.incidents, known.whither,
        )  # fmt: skip
        whole = reduce(or_, (Words(sort.whole) for sort in everything))
        self._capitalised = self._leading | known.nations | months
        self._inside = whole | self._capitalised
        self._beginning = reduce(or_, everything) | self._inside

    def at_the_beginning(self, key: str) -> bool:
        """Whether a folded word is one, where a sentence begins, or where nouns have capitals."""
        return key in self._beginning or self._inflected(key, self._beginning)

    def inside(self, key: str) -> bool:
        """Likewise within a sentence, where a capital tells more than how a word begins."""
        return key in self._inside or self._inflected(key, self._inside)

    def _inflected(self, key: str, among: Words) -> bool:
        bare = key.removesuffix("s").removesuffix("'")
        if bare != key and bare in self._plural:
            return True
        return "-" in key and any(len(part) > 1 and part in among for part in key.split("-"))

    def has_capital(self, key: str) -> bool:
        """Whether it may have a capital within a sentence, and name nobody: a title, a rank, a people, a month."""
        return key in self._capitalised

    def leads(self, key: str) -> bool:
        """Whether it can stand before a name: a title, a rank, a role."""
        return key in self._leading

    def is_noun(self, key: str) -> bool:
        """Whether it ends as nouns do that are made of verbs, of adjectives or, in German, of other nouns."""
        return key.endswith(self._heads)


@cache
def ordinary(language: str) -> Ordinary:
    """The ordinary words of a language of LANGUAGES."""
    return Ordinary(language)
