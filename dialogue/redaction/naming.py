"""Whether a word is somebody's or some place's name, though nobody told us of it, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from dialogue.redaction.endings import Forms
from dialogue.redaction.lists import Vocabulary, family_names, given_names, home_names
from dialogue.redaction.ordinary import ordinary
from dialogue.redaction.suggestion import Reason
from dialogue.redaction.words import Word

PARTICLES: Final = frozenset(
    {
        *("van", "der", "den", "de", "het", "ter", "ten", "von", "zu", "zum", "zur", "vom", "af", "av"),
        *("du", "des", "da", "di", "del", "della", "la", "le"),
        *("el", "al", "ul", "bin", "ibn", "ben", "bint", "abu", "ould"),
    }
)
JOINED: Final = regex.compile(r"[ \u00a0]|[-‐‑]")
_BEHIND_TITLE: Final = regex.compile(r"\.?[ \u00a0]{1,2}")
SHORTEST: Final = 3  # letters of a rare word that is taken for a name
_LONGEST_ENDING = 4  # letters of a case ending that is taken off where capitals tell little
_LONGEST_APPOSITION = 7  # words
_ARTICLES = frozenset({"e", "i", "te", "se"})
_ADJECTIVE = ("e", "en", "er", "es", "em")  # German


class Naming:
    """The words of one text, asked whether they are names."""

    def __init__(self, words: Sequence[Word], language: str, known: Vocabulary, forms: Forms) -> None:
        self._words = words
        self._known = known
        self._forms = forms
        self._german = language == "de"
        self._western = language in {"en", "nl", "fr", "de"}  # where many family names are words as well
        self._albanian = language == "sq"
        self._possessive = language in {"en", "nl"}
        self._ordinary = ordinary(language)
        self._given = given_names(language)
        self._family = family_names(language)
        self._home = home_names(language)
        self._all_shouted = 2 * sum(word.shouted for word in words) > len(words)  # then capitals tell nothing
        self._recurring = frozenset(word.key for index, word in enumerate(words) if self._rare_inside(index))

    def reason(self, index: int) -> Reason | None:
        """Why a word is taken for a name; nothing if it isn't."""
        word = self._words[index]
        if self._after_title(index):
            return Reason.AFTER_TITLE
        if not (word.capital or (word.shouted and len(word.key) > SHORTEST)) or self.is_ordinary(word):
            return None
        if self._listed(index):
            return Reason.LISTED_NAME
        rare = self._rare_at_the_beginning(index) if word.initial else self._rare_inside(index)
        return Reason.RARE_CAPITALISED if rare else None

    def may_belong(self, word: Word) -> bool:
        """Whether a word beside a name may be a part of it."""
        if word.capital and not word.initial and word.text.lower() in PARTICLES:
            return True
        return word.capital and not self.is_ordinary(word) and not self._is_noun(word)

    def is_ordinary(self, word: Word) -> bool:
        """Whether it is known to mean something else; a first name within a sentence means whoever is called so."""
        if word.key in self._given and not word.initial and not self._german:
            return self._ordinary.has_capital(word.key)
        parts = word.key.split("-")
        if len(parts) > 1 and all(part in self._given for part in parts):
            return False
        if word.initial or self._german:
            return self._ordinary.at_the_beginning(word.key)
        return self._ordinary.inside(word.key)

    def is_form_of(self, word: Word, keys: frozenset[str]) -> bool:
        """Whether a word may be one of these in some case. In Albanian the articles within a name have cases, too."""
        if self._albanian and word.key in _ARTICLES and not _ARTICLES.isdisjoint(keys):
            return True
        return any(form in keys for form in self._forms(word.key))

    def key(self, word: Word) -> frozenset[str]:
        """What a name may be a form of: itself, or of listed names those nearest to it, its language's first; if it is
        no form of any, of whatever it may be a form of."""
        forms = [one for one in self._forms(word.key) if len(one) >= SHORTEST or one == word.key]
        for names in (self._home, self._given, self._family):
            if listed := [one for one in forms if one in names]:
                if word.key in listed:
                    return frozenset({word.key})
                nearest = max(_shared(one, word.key) for one in listed)
                return frozenset([word.key, *(one for one in listed if _shared(one, word.key) == nearest)])
        return frozenset(forms)

    def _is_noun(self, word: Word) -> bool:
        return (self._german or word.initial) and self._ordinary.is_noun(word.key)

    def _following(self, index: int) -> Word | None:
        return self._words[index + 1] if index + 1 < len(self._words) else None

    def _after_title(self, index: int) -> bool:
        word = self._words[index]
        if index == 0 or not word.text[0].isupper() or not _BEHIND_TITLE.fullmatch(word.before):
            return False
        before = index - 1
        while before > 0 and self._words[before].text.lower() in PARTICLES and self._words[before].before == " ":
            before -= 1
        title, is_ordinary = self._words[before], self._ordinary.at_the_beginning(word.key)
        if title.key in self._known.titles:
            return not self._ordinary.leads(word.key) and not (self._all_shouted and is_ordinary)
        named = len(word.key) > 1 and not word.shouted and not is_ordinary
        return named and self._ordinary.leads(title.key)

    def _listed(self, index: int) -> bool:
        word = self._words[index]
        forms = [one for one in self._forms(word.key) if len(one) >= SHORTEST or one == word.key]
        if word.initial or self._german or word.shouted:
            forms = [one for one in forms if len(word.key) - len(one) <= _LONGEST_ENDING]
        if any(form in self._given for form in [*forms, *word.key.split("-")]):
            return word.key in self._given or not self._behind_determiner(index)
        if not any(form in self._family for form in forms):
            return False
        if word.initial and self._western:
            return self._does(index) or self._before_name(index)
        return not self._behind_determiner(index) or word.key.removesuffix("s") in self._family

    def _rare_inside(self, index: int) -> bool:
        """Whether it has a capital that only a name would have within a sentence."""
        word = self._words[index]
        if word.initial or not word.capital or len(word.key) < SHORTEST or self.is_ordinary(word):
            return False
        return not (self._is_noun(word) or self._behind_determiner(index))

    def _rare_at_the_beginning(self, index: int) -> bool:
        """Whether it does what people do, or is a name elsewhere in the text."""
        word = self._words[index]
        if len(word.key) < SHORTEST or self._is_noun(word):
            return False
        recurs = any(one in self._recurring for one in self._forms(word.key))
        return recurs or self._does(index) or self._before_particles(index)

    def _does(self, index: int) -> bool:
        """Whether a word follows that tells of somebody ("said", "was"), or a possessive stands here."""
        following = self._following(index)
        if self._possessive and self._words[index].key.endswith("'s"):
            return True
        if following is None or following.before not in {" ", "\u00a0", ", "}:
            return False
        if following.key in self._known.doing:
            return True
        if following.before == ", ":
            return self._apposed(index)
        told = following.text.islower() and following.key.endswith(self._known.past) and len(following.key) > SHORTEST
        return told and not self._ordinary.at_the_beginning(following.key)

    def _apposed(self, index: int) -> bool:
        """Whether a few words between commas follow, as in "Ashe, a quiet man, swept the floor"."""
        for word in self._words[index + 2 : index + 2 + _LONGEST_APPOSITION]:
            if word.before != " ":
                return word.before == ", "
        return False

    def _before_name(self, index: int) -> bool:
        following = self._following(index)
        if following is None or not JOINED.fullmatch(following.before):
            return False
        capital = following.capital and not self.is_ordinary(following) and not self._is_noun(following)
        return capital or self._before_particles(index)

    def _before_particles(self, index: int) -> bool:
        """Whether two particles follow, as in "Roelfien van der Kuil"."""
        following = self._words[index + 1 : index + 4]
        return len(following) == 3 and following[2].capital and all(word.text in PARTICLES for word in following[:2])

    def _behind_determiner(self, index: int) -> bool:
        """German: whether what stands before makes a capitalised word a noun: an article or an adjective."""
        if not self._german or index == 0:
            return False
        before = self._words[index - 1]
        adjective = before.key.endswith(_ADJECTIVE) and before.text[0].islower()
        known = before.key in self._known.ordinary or before.key in self._known.doing
        return before.key in self._known.noun or (adjective and not known)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next(
        (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs),
        min(len(one), len(other)),
    )
