"""Whether a name would read as a role of the room: however it is spelt, numbered, or put beside another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import regex

from dialogue.rules.names import bare, cases, looked
from dialogue.rules.reserved import LOOKING_ON, RESERVED

# Signs for letters (a € has been read as a є). What looks like i or l is one stroke here: 1 and ! stand for either.
_SIGNS: Final = str.maketrans("@4$5є3!il", "aassee|||")
_ARTICLES: Final = "a an the le la les l un une de het een der die das den dem ein eine"
_LONG: Final = 8  # letters of a word that is no part of anybody's name

_NUMBERS: Final = regex.compile(r"\p{N}+")
_LETTERS: Final = regex.compile(r"[^\W\d_]+")
_GAPS: Final = regex.compile(r"(?V1)[[\s\p{P}]--[@!]]+")
_NO_SIGNS: Final = regex.compile(r"[^\w|]|_")
_BEFORE: Final = regex.compile(r"^[\p{N}\p{P}\s]+")
_AFTER: Final = regex.compile(r"[\p{N}\p{P}\s]+$")


def is_reserved(pseudonym: str, *, looks_on: bool = False) -> bool:
    """Whether somebody could take it for a role. Who `looks_on` may be called a mentor."""
    words = _FOR_LOOKERS_ON if looks_on else _FOR_OTHERS
    seen = bare(pseudonym)
    return any(word in words for part in _parts(seen) for word in _plain(part)) or any(
        word in words for spelling in _spellings(seen) for word in _within(spelling)
    )


def _parts(seen: str) -> set[str]:
    """The whole, and each word of it; without numbers, too."""
    parts = {seen, _NUMBERS.sub("", seen), *_LETTERS.findall(seen), *_GAPS.split(seen)}
    parts |= {_AFTER.sub("", part) for part in parts}
    return parts | {_BEFORE.sub("", part) for part in parts}


def _plain(part: str) -> Iterator[str]:
    """How it may be read, as a word of the list might be: without an article before it and a plural's s."""
    for spelling in _spellings(part):
        for one in (spelling, spelling.removesuffix("s")):
            yield one
            yield from (one.removeprefix(article) for article in _JOINED if one.startswith(article))


def _within(spelling: str) -> Iterator[str]:
    """Whatever stands in it and is as long as a long word of the list."""
    for length in range(_LONG, min(_LONGEST, len(spelling)) + 1):
        yield from (spelling[at : at + length] for at in range(len(spelling) - length + 1))


def _spellings(text: str) -> set[str]:
    """What it looks like in each case; "cl" may be a "d"."""
    alike = {looked(case) for case in cases(text)}
    alike |= {spelling.replace("c|", "d") for spelling in alike}
    return {_NO_SIGNS.sub("", spelling.casefold().translate(_SIGNS)) for spelling in alike}


def _listed(words: Iterable[str]) -> frozenset[str]:
    return frozenset(spelling for word in words for spelling in _spellings(bare(word)))


_JOINED: Final = frozenset(spelling for article in _ARTICLES.split() for spelling in _spellings(article))
_FOR_LOOKERS_ON: Final = _listed(RESERVED)
_FOR_OTHERS: Final = _FOR_LOOKERS_ON | _listed(LOOKING_ON)
_LONGEST: Final = max(map(len, _FOR_OTHERS))
