"""What is handed to the record and what comes back: values without behaviour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import Connection

Also = Callable[[Connection], None]
"""Writes something else in the same transaction as an append: a seat token, a door."""


class Record(Protocol):
    """An event as it is stored.

    `data` is structure: canonical JSON, never words. `words` are the sealed fields, each a text or the canonical
    JSON of a choice. `item` names the thing these words belong to, `erases` the items whose words go for good.
    """

    @property
    def type(self) -> str: ...
    @property
    def v(self) -> int: ...
    @property
    def data(self) -> Mapping[str, object]: ...
    @property
    def words(self) -> Mapping[str, str]: ...
    @property
    def item(self) -> str | None: ...
    @property
    def erases(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Receipt:
    """The first answer to a command, kept so that the same command gets the same answer.

    `digest` is the keyed digest of the command's body, erased together with the words of `item`.
    """

    seat: str
    command_id: str
    digest: bytes | None
    receipt: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """A filled-in form without its author: stored with no seat, number, time or command id."""

    form: str
    body: str


@dataclass(frozen=True, slots=True)
class Append:
    """Events of one command, with all that must be stored with them or not at all.

    `after` is the number of the dialogue's last event, 0 for a new dialogue; `at` is in UTC milliseconds; `spent` is
    the hash of a one-time token.
    """

    dialogue: str
    after: int
    at: int
    records: tuple[Record, ...]
    receipt: Receipt | None = None
    spent: bytes | None = None
    ballot: Ballot | None = None
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as it was read. `words` are those still there; `erased_fields` names those that are not."""

    seq: int
    at: int
    type: str
    v: int
    data: dict[str, object]
    words: dict[str, str] = field(repr=False)
    item: str | None = None
    erased_fields: tuple[str, ...] = ()
