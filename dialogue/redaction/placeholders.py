"""Numbers for placeholders: one per person or thing, in the order of first mention."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue.redaction.found import Found
from dialogue.redaction.suggestion import Category, Placeholder, Suggestion

_Keys = tuple[frozenset[str], ...]


def numbered(founds: Sequence[Found]) -> tuple[Suggestion, ...]:
    """What was found, in the order of the text, each with its placeholder."""
    known: dict[Category, list[list[_Keys]]] = {}
    return tuple(_suggestion(one, known) for one in sorted(founds, key=lambda one: one.start))


def _suggestion(one: Found, known: dict[Category, list[list[_Keys]]]) -> Suggestion:
    if one.category is Category.QUASI_IDENTIFIER:
        return Suggestion(one.start, one.end, one.category, one.reason)
    number = _number(one.keys, known.setdefault(one.category, []))
    return Suggestion(one.start, one.end, one.category, one.reason, Placeholder(one.category, number))


def _number(keys: _Keys, known: list[list[_Keys]]) -> int:
    for number in range(len(known), 0, -1):  # the person told of last is likelier meant
        if any(_same(keys, mention) for mention in known[number - 1]):
            known[number - 1].append(keys)
            return number
    known.append([keys])
    return len(known)


def _same(one: _Keys, other: _Keys) -> bool:
    """Whether all words of the shorter name may be words of the longer."""
    short, long = sorted((one, other), key=len)
    return all(any(word & mine for mine in long) for word in short)
