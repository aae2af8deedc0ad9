"""Names in a text: those that are known, those that nobody told us of, and which words make one name together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from dialogue.redaction.found import Found, Taken
from dialogue.redaction.lists import Vocabulary
from dialogue.redaction.naming import JOINED, PARTICLES, Naming
from dialogue.redaction.roster import Entry, Roster
from dialogue.redaction.suggestion import Category, Reason
from dialogue.redaction.words import Word

_BEHIND_INITIAL: Final = regex.compile(r"\.[ \u00a0]?|[ \u00a0]")
_WITHIN: Final = {"fi": ("ssa", "sta", "seen"), "et": ("sse", "s", "st", "sest")}  # cases in which places mostly are


@dataclass(frozen=True, slots=True)
class _Named:
    """Why a word is taken for a name, where it ends, and whose it is if that is known."""

    reason: Reason
    end: int
    entry: Entry | None = None


class People:
    """The names in one text."""

    def __init__(self, text: str, words: Sequence[Word], language: str, known: Vocabulary, naming: Naming) -> None:
        self._text = text
        self._words = words
        self._known = known
        self._naming = naming
        self._within = _WITHIN.get(language)

    def known(self, roster: Roster, category: Category, reason: Reason, taken: Taken) -> Iterator[Found]:
        """Every mention of somebody or something on a roster."""
        named: dict[int, _Named] = {}
        for index, word in enumerate(self._words):
            if roster and taken.free(word.start, word.end) and (found := roster.entry(word, self._text)):
                named[index] = _Named(reason, found[1], found[0])
        self._complete(named)
        named = {index: one for index, one in named.items() if self._is_whole(index, named)}
        if category is Category.PERSON:
            self._extend(named, taken)
        yield from self._joined(named, category)

    def others(self, taken: Taken) -> Iterator[Found]:
        """Names that are on no roster, in words that nothing else was found in."""
        named: dict[int, _Named] = {}
        for index, word in enumerate(self._words):
            if taken.free(word.start, word.end) and (reason := self._naming.reason(index)):
                named[index] = _Named(reason, word.end)
        self._extend(named, taken)
        yield from self._joined(named, None)

    def _complete(self, named: dict[int, _Named]) -> None:
        """Lets a known name of several words reach over its ordinary words beside those that were found."""
        for index, one in list(named.items()):
            for step in (1, -1):
                at = index + step
                while self._may_take(at, step, named):
                    if one.entry is None or not self._naming.is_form_of(self._words[at], one.entry.words):
                        break
                    named[at] = _Named(one.reason, self._words[at].end, one.entry)
                    at += step

    def _is_whole(self, index: int, named: dict[int, _Named]) -> bool:
        """Whether a name that is one only as a whole stands there as a whole."""
        entry = named[index].entry
        if entry is None or not entry.phrase:
            return True
        near = range(index - len(entry.words), index + len(entry.words) + 1)
        return sum(at in named and named[at].entry is entry for at in near) >= len(entry.words)

    def _extend(self, named: dict[int, _Named], taken: Taken) -> None:
        """Lets a name take in what belongs to it: an unlisted first name, a family name, initials, "van den Broek"."""
        for index in sorted(named):
            for step in (-1, 1):
                at = index + step
                while self._may_take(at, step, named) and self._belongs(at, step, taken):
                    named[at] = _Named(named[index].reason, self._words[at].end)
                    at += step
            last = self._behind_particles(index, taken)
            if last is not None and last not in named:
                named[last] = _Named(named[index].reason, self._words[last].end)

    def _may_take(self, at: int, step: int, named: dict[int, _Named]) -> bool:
        return 0 <= at < len(self._words) and at not in named and self._together(at if step > 0 else at + 1)

    def _together(self, later: int) -> bool:
        """Whether a word stands so close behind the one before it that both may be one name."""
        between = _BEHIND_INITIAL if len(self._words[later - 1].key) == 1 else JOINED
        return bool(between.fullmatch(self._words[later].before))

    def _belongs(self, at: int, step: int, taken: Taken) -> bool:
        word = self._words[at]
        if not taken.free(word.start, word.end):
            return False
        if len(word.key) == 1:
            return word.text.isupper() and (step > 0 or self._text[word.end : word.end + 1] == ".")
        return self._naming.may_belong(word)

    def _behind_particles(self, index: int, taken: Taken) -> int | None:
        at = index + 1
        while at < len(self._words) and self._words[at].text.lower() in PARTICLES and self._together(at):
            at += 1
        if at == index + 1 or at >= len(self._words) or not self._together(at):
            return None
        word = self._words[at]
        return at if word.capital and taken.free(word.start, word.end) else None

    def _joined(self, named: dict[int, _Named], category: Category | None) -> Iterator[Found]:
        """Names that stand together, as one."""
        run: list[int] = []
        for index in sorted(named):
            if run and not self._joins(run[-1], index, named):
                yield self._found(run, named, category)
                run = []
            run.append(index)
        if run:
            yield self._found(run, named, category)

    def _joins(self, one: int, other: int, named: dict[int, _Named]) -> bool:
        mine, theirs = named[one].entry, named[other].entry
        if mine is not None and theirs is not None and mine is not theirs:
            return False
        if named[one].end != self._words[one].end:
            return False  # a number ends it: "Birch 2"
        particles = all(word.text.lower() in PARTICLES for word in self._words[one + 1 : other])
        return particles and all(self._together(later) for later in range(one + 1, other + 1))

    def _found(self, run: list[int], named: dict[int, _Named], category: Category | None) -> Found:
        words = [self._words[index] for index in run]
        entry = next((named[index].entry for index in run if named[index].entry), None)
        keys = (frozenset({entry.key}),) if entry else tuple(self._naming.key(word) for word in words)
        reason = min((named[index].reason for index in run), key=list(Reason).index)
        place = reason is Reason.RARE_CAPITALISED and len(run) == 1 and self._is_place(run[0])
        what = category or (Category.PLACE if place else Category.PERSON)
        return Found(words[0].start, named[run[-1]].end, what, reason, keys)

    def _is_place(self, index: int) -> bool:
        """A guess, from the case or the preposition: it only chooses the word that is proposed instead."""
        word = self._words[index]
        if word.initial or index == 0:
            return False
        return word.key.endswith(self._within) if self._within else self._words[index - 1].key in self._known.whither
