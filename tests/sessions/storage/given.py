"""What storage tests store: small dialogues, written as a room would."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sessions.storage.appends import Also, Append, Ballot, Receipt
from sessions.storage.store import Storage

NOW = 1_795_348_800_000  # 2026-11-22
CANARY = "the-corridor-was-cold"


@dataclass(frozen=True)
class Told:
    """A record with an experience's words."""

    type: str = "experience_told"
    v: int = 1
    data: Mapping[str, object] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    item: str | None = None
    erases: tuple[str, ...] = ()


def tells(dialogue: str, after: int, *, at: int = NOW, text: str = CANARY, also: tuple[Also, ...] = ()) -> Append:
    """One experience, number after + 1, with the receipt of its command."""
    item = f"e{after + 1}"
    words = {"title": f"{text} title {after + 1}", "account": f"{text} account {after + 1}"}
    record = Told(data={"id": item, "owner": "s1"}, words=words, item=item)
    receipt = Receipt("s1", f"c{after + 1}", b"d" * 32, f"r{after + 1}", item)
    return Append(dialogue, after, at, (record,), receipt, also=also)


def withdraws(dialogue: str, after: int, item: str) -> Append:
    """The words of `item` are to go for good."""
    record = Told("experience_withdrawn", data={"id": item}, erases=(item,))
    return Append(dialogue, after, NOW, (record,), Receipt("s1", f"c{after + 1}", None, f"r{after + 1}"))


def answers(dialogue: str, after: int, body: str, token: bytes) -> Append:
    """An evaluation: the log says that someone answered, the ballot says what."""
    return Append(
        dialogue,
        after,
        NOW,
        (Told("evaluation_given", data={"seat": "s1"}),),
        spent=token,
        ballot=Ballot("closing", body),
    )


def store(storage: Storage, *appends: Append) -> None:
    """Stores one after the other, each to be on disk before the next."""
    for append in appends:
        storage.writer.submit(append).wait(10)


def dialogue_of(storage: Storage, name: str, length: int) -> None:
    """A dialogue of `length` experiences."""
    store(storage, *(tells(name, after) for after in range(length)))


def tamper(path: Path, statement: str, *values: object) -> int:
    """Changes a closed database behind the program's back; gives the number of rows changed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).rowcount


def bytes_on_disk(folder: Path) -> bytes:
    """Everything that lies in the folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
