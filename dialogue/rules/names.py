"""Telling pseudonyms apart as people do: what looks the same is the same (Unicode's report 39 names the confusables).

A name is compared by its *shapes*: as it was typed, in capitals, and in small letters. Which letters look alike depends
upon their case (a Greek Ν is an N, its small ν a v; a capital I is a small l), and on another screen a name may be read
in another case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex

from dialogue.rules.looks import LOOKS

_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{M}]+")
_LONGEST = 640  # characters: more than the letters of any pseudonym may be made of
_REMEMBERED = 4096  # names; a hall that comes in together is compared each with all


def shapes(name: str) -> tuple[str, str, str]:
    """What a name looks like as it was typed, in capitals, in small letters; without what is no letter, if any is.

    Of what is too long to be a name only the beginning: it comes as it was typed, and may fill a whole request.
    """
    return _shapes(name[:_LONGEST])


@lru_cache(maxsize=_REMEMBERED)
def _shapes(name: str) -> tuple[str, str, str]:
    seen = bare(name)
    typed, capitals, small = (_letters(looked(case)) for case in cases(seen))
    return typed, capitals, small


def resembles(one: str, other: str) -> bool:
    """Whether somebody could take one name for the other."""
    mine, theirs = shapes(one), shapes(other)
    return mine[0] == theirs[0] or mine[1] == theirs[1] or mine[2] == theirs[2]


class Taken:
    """Names that somebody has, to ask of many others whether they could be taken for one of them."""

    def __init__(self, names: Iterable[str]) -> None:
        known = [shapes(name) for name in names]
        self._shapes = tuple({shape[case] for shape in known} for case in range(3))

    def __call__(self, name: str) -> bool:
        typed, capitals, small = self._shapes
        shape = shapes(name)
        return shape[0] in typed or shape[1] in capitals or shape[2] in small


def bare(name: str) -> str:
    """A name without accents, joiners, and whatever else adds nothing that is read as a letter."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", _UNSEEN.sub("", unicodedata.normalize("NFKC", name))))


def cases(seen: str) -> tuple[str, str, str]:
    """As it was typed, in capitals, in small letters."""
    return seen, seen.upper(), seen.casefold()


def looked(seen: str) -> str:
    """A text with each letter replaced by what it looks like.

    "rn" is read as an "m", "vv" as a "w". "cl" is no "d" here, or a Dara could not come in where there is a Clara.
    """
    alike = unicodedata.normalize("NFKD", seen).translate(LOOKS)
    return alike.replace("rn", "m").replace("vv", "w").replace("VV", "W")


def _letters(alike: str) -> str:
    folded = alike.casefold()
    return "".join(character for character in folded if character.isalnum() or character == "|") or folded
