"""Drawing a pseudonym by lot. Nothing about a person enters into it but the languages they read."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from sessions.pages.pseudonyms.languages import words_for


def suggest(accept_languages: Sequence[str], taken: Callable[[str], bool]) -> str:
    """A name that is not `taken`: a word of the first of these languages that there are words for, else of English.

    `accept_languages` are language tags, the preferred first. When every word is taken: a word and a number, from 2
    up, the least numbers first. `taken` is asked about once for each name that is: it had better be quick in a hall.
    """
    words = list(words_for(accept_languages))
    secrets.SystemRandom().shuffle(words)
    return next(name for name in _names(words) if not taken(name))


def _names(words: Sequence[str]) -> Iterator[str]:
    yield from words
    for number in count(2):
        yield from (f"{word} {number}" for word in words)
