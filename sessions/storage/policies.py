"""What an administrator has set for the whole installation."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from sessions.runtime import OwnedThread
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import Sealer
from sessions.storage.tables import meta

SECOND_FACTOR_SINCE = "second_factor_since"


class Policies(Beside):
    """Settings that are changed on a page. Kept in memory too: they are asked with every request."""

    def __init__(self, thread: OwnedThread, connection: Connection, org: Sealer) -> None:
        super().__init__(thread, connection, org)
        row = self._row(select(meta.c.value).where(meta.c.name == SECOND_FACTOR_SINCE))
        self._since = int(row.value) if row else None

    @property
    def second_factor_since(self) -> int | None:
        """Since when everyone needs a second factor (UTC ms), not administrators alone; None while they do not.

        It counts for whoever signs in from then on: nobody is cut off in the middle of a dialogue.
        """
        return self._since

    def set_second_factor_since(self, at: int | None) -> None:
        """From `at` (UTC ms) on everyone needs one; None: administrators alone."""
        rows = [row_of(delete(meta).where(meta.c.name == SECOND_FACTOR_SINCE))]
        if at is not None:
            rows.append(row_of(insert(meta).values(name=SECOND_FACTOR_SINCE, value=str(at))))
        self.write(*rows)
        self._since = at
