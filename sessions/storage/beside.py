"""What is stored beside the events: plain rows, read and written in the owned thread, secrets as keyed hashes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Executable, Row

from sessions.runtime import OwnedThread
from sessions.storage.appends import Also
from sessions.storage.sealing import Sealer


class Beside:
    """A small store over the record's connection. Each call is one transaction, on disk when it returns."""

    def __init__(self, thread: OwnedThread, connection: Connection, org: Sealer) -> None:
        self._thread = thread
        self._connection = connection
        self._org = org

    def write(self, *rows: Also) -> None:
        """Stores rows, all or none, where no event goes with them."""
        self._thread.call(self._write, rows)

    def _write(self, rows: tuple[Also, ...]) -> None:
        with self._connection.begin():
            for row in rows:
                row(self._connection)

    def _run(self, statement: Executable) -> int:
        """Runs one statement and gives the number of rows that it touched."""
        return self._thread.call(self._run_there, statement)

    def _run_there(self, statement: Executable) -> int:
        with self._connection.begin():
            return int(self._connection.execute(statement).rowcount)

    def _rows(self, query: Executable) -> list[Row[Any]]:
        return self._thread.call(self._rows_there, query)

    def _rows_there(self, query: Executable) -> list[Row[Any]]:
        with self._connection.begin():
            return list(self._connection.execute(query))

    def _row(self, query: Executable) -> Row[Any] | None:
        rows = self._rows(query)
        return rows[0] if rows else None

    def _hash(self, kind: str, secret: str) -> bytes:
        # Keyed: a join code has 40 bits, which a plain hash would not hide from whoever has the database.
        return self._org.digest(f"{kind} {secret}".encode())


def row_of(statement: Executable) -> Also:
    """A statement as something that an Append takes along."""

    def run(connection: Connection) -> None:
        connection.execute(statement)

    return run
