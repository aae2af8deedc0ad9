"""What happened on the ladder: statements were written, reworded, linked, doubted."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, Kind, SeatId, Words


@dataclass(frozen=True, slots=True)
class StatementWritten:
    """A core statement, judgement, reason, rule or principle, with the items it rests on."""

    statement: ItemId
    kind: Kind
    number: int
    text: Words
    rests_on: tuple[ItemId, ...]
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class StatementReworded:
    """A statement has another wording; its links and doubts stay."""

    statement: ItemId
    text: Words


@dataclass(frozen=True, slots=True)
class LinksSet:
    """A statement or answer rests on these items now."""

    item: ItemId
    rests_on: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class DoubtRaised:
    """A doubt about an item, or about its link to another (`link`). Unsigned unless its raiser signs."""

    doubt: ItemId
    number: int
    about: ItemId
    link: ItemId | None
    text: Words
    owner: SeatId
    writer: SeatId
    signed: bool


@dataclass(frozen=True, slots=True)
class DoubtClosed:
    """Its raiser said that the doubt is settled, with a closing remark if wanted."""

    doubt: ItemId
    how: Words


StatementEvent = StatementWritten | StatementReworded | LinksSet | DoubtRaised | DoubtClosed
