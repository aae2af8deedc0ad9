"""What a text must be to be taken: not empty, within its limit, of characters that people can read."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import regex

from dialogue.commands import Command
from dialogue.commands.limits import Limit
from dialogue.refusals import BadCharacter, NothingWrittenYet, TooLong
from dialogue.vocabulary import Words

_GRAPHEME = regex.compile(r"\X")
# A grapheme may be stacked without end; families of emoji, the longest that people mean, are about ten characters.
_MOST_CHARACTERS_PER_GRAPHEME = 16
# Controls, halves of characters, private ones. Overrides and isolates can make a text read differently from what it
# is (threats: fake facilitator). A character newer than the tables here is no reason to refuse: phones are newer.
_UNREADABLE = regex.compile(
    r"(?![\n\t])[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]",
)
# Scripts and emoji need few marks in succession, a flag seven; more on one letter hide the lines above and below it.
_PILE = regex.compile(r"[\p{M}\p{Default_Ignorable_Code_Point}]{9,}")
_LINE_BREAK = regex.compile(r"\r\n?")
_BLANKS = regex.compile(r"\s+")
_BREAKS = frozenset("\n\t\u2028\u2029")
_VISIBLE = regex.compile(r"[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\u2800]")

C = TypeVar("C", bound=Command)


def graphemes(text: str) -> int:
    """Length of a text as a person counts it."""
    return len(text) if text.isascii() else len(_GRAPHEME.findall(text))


def checked(text: str, limit: Limit, field: str) -> Words:
    """The text without blank edges, or a refusal that names the field.

    Line breaks are as on any system; where the limit has no `lines`, each becomes one space.
    """
    tidy = _LINE_BREAK.sub("\n", text).strip()
    if len(tidy) > limit.graphemes * _MOST_CHARACTERS_PER_GRAPHEME:
        raise TooLong(field, limit.graphemes)  # before anything looks closer: it may be as long as a request can be
    if _UNREADABLE.search(tidy):
        raise BadCharacter(field)
    if not limit.lines:
        tidy = _BLANKS.sub(_on_one_line, tidy)
    if not _VISIBLE.search(tidy):
        # Joiners and fillers alone are nothing that anyone can read.
        tidy = ""
    if not tidy and not limit.may_be_empty:
        raise NothingWrittenYet(field)
    if graphemes(tidy) > limit.graphemes:
        raise TooLong(field, limit.graphemes)
    if _PILE.search(tidy):
        raise BadCharacter(field)
    return Words(tidy)


def _on_one_line(blanks: regex.Match[str]) -> str:
    """A run of blanks as it is, or one space where a line would break in it."""
    return blanks[0] if _BREAKS.isdisjoint(blanks[0]) else " "


def tidied(command: C) -> C:
    """The command with every limited text checked."""
    kind: Any = type(command)
    changed: dict[str, Any] = {
        name: checked(getattr(command, name), limit, name) for name, limit in limited_fields(kind)
    }
    return replace(command, **changed) if changed else command


@cache
def limited_fields(command: Any) -> tuple[tuple[str, Limit], ...]:
    """Names and limits of the texts of a command."""
    hints = get_type_hints(command, include_extras=True)
    return tuple(
        (field.name, extra)
        for field in fields(command)
        if get_origin(hints[field.name]) is Annotated
        for extra in get_args(hints[field.name])[1:]
        if isinstance(extra, Limit)
    )
