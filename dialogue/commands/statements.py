"""Asking about the ladder: statements, their links, doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_COMMENT, REASON, STATEMENT
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, Kind, SeatId, Words


@dataclass(frozen=True, slots=True)
class WriteStatement:
    """Write a statement with the items it rests on; `owner` is the person who said it."""

    kind: Kind
    text: Annotated[Words, STATEMENT]
    rests_on: tuple[ItemId, ...] = ()
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class RewordStatement:
    """Give a statement another wording."""

    statement: ItemId
    text: Annotated[Words, STATEMENT]


@dataclass(frozen=True, slots=True)
class SetLinks:
    """Let a statement or answer rest on these items."""

    item: ItemId
    rests_on: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class RaiseDoubt:
    """Doubt a sentence, statement or answer, or the link from it to `link`."""

    about: ItemId
    text: Annotated[Words, REASON]
    link: ItemId | None = None
    signed: bool = False
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class CloseDoubt:
    """Say that an own doubt is settled, with a closing remark if wanted."""

    doubt: ItemId
    how: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN


StatementCommand = WriteStatement | RewordStatement | SetLinks | RaiseDoubt | CloseDoubt
