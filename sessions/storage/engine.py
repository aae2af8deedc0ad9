"""SQLite, one connection per file, set so that what is committed survives a power cut; and a check that it is so."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DatabaseError

from sessions.storage.refusals import StorageRefusal


@dataclass(frozen=True, slots=True)
class Pragma:
    """A setting of SQLite: what is asked for, and what it answers when it is so."""

    name: str
    value: str
    answer: str | int


PRAGMAS = (
    Pragma("busy_timeout", "500", 500),  # the room is told to try again, rather than all rooms waiting for long
    Pragma("journal_mode", "WAL", "wal"),
    Pragma("synchronous", "FULL", 2),  # every commit reaches the disk before it is told
    Pragma("fullfsync", "ON", 1),  # macOS: reaches the disk itself, not only its cache
    Pragma("checkpoint_fullfsync", "ON", 1),
    Pragma("secure_delete", "ON", 1),  # what is deleted is overwritten
    Pragma("foreign_keys", "ON", 1),
    Pragma("temp_store", "MEMORY", 2),  # no temporary files with words in them
    Pragma("trusted_schema", "OFF", 0),
)


def open_engine(path: Path) -> Engine:
    """An engine with one connection, to be used by the one thread that made it. Raises StorageRefusal."""
    try:  # made here, for the owner only; SQLite gives the files beside it the same rights
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise _not_writable(path, error.strerror or "") from None
    url = URL.create("sqlite", database=str(path))
    # hide_parameters: an error's text goes to logs, which never hold what is in a row.
    engine = create_engine(url, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            require_safe(connection)
    except DatabaseError as error:
        raise _refusal(path, error) from None
    return engine


def _set_up(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # transactions begin where _begin says so, savepoints and reads included
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma.name}={pragma.value}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def require_safe(connection: Connection) -> None:
    """Raises StorageRefusal `database_unsafe` unless every setting is in force: a promise is only made if it holds."""
    for pragma in PRAGMAS:
        answer = connection.exec_driver_sql(f"PRAGMA {pragma.name}").scalar()
        if answer != pragma.answer:
            raise StorageRefusal(
                "database_unsafe",
                f"SQLite does not keep {pragma.name}={pragma.value} here (it says {answer}), so words could be lost. "
                "Set DATA to a folder on a local disk.",
            )


def _refusal(path: Path, error: DatabaseError) -> StorageRefusal:
    said = str(error.orig)
    if "not a database" in said or "malformed" in said:
        return StorageRefusal("database_damaged", f"{path.name} is damaged: {said}. Restore a backup.")
    return _not_writable(path, said)


def _not_writable(path: Path, said: str) -> StorageRefusal:
    sentence = f"{path.name} cannot be opened ({said}). Set DATA to a folder that can be written to."
    return StorageRefusal("data_not_writable", sentence)


def truncate_log(connection: Connection) -> bool:
    """Moves the write-ahead log into the database and empties it, so that overwritten rows are gone there too.

    Only outside a transaction. Gives False where someone who is reading prevents it for now.
    """
    busy, _, _ = raw_connection(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def raw_connection(connection: Connection) -> Any:
    """SQLite's own connection, for what has no place in SQL."""
    return connection.connection.driver_connection
