"""What an administrator has set for the whole installation."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from sessions.runtime import OwnedThread
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import Sealer
from sessions.storage.tables import meta

SECOND_FACTOR_FOR_ALL = "second_factor_for_all"


class Policies(Beside):
    """Settings that are changed on a page. Kept in memory too: they are asked with every request."""

    def __init__(self, thread: OwnedThread, connection: Connection, org: Sealer) -> None:
        super().__init__(thread, connection, org)
        self._on = {row.name for row in self._rows(select(meta.c.name).where(meta.c.value == "on"))}

    @property
    def second_factor_for_all(self) -> bool:
        """Whether everyone needs a second factor, not administrators alone."""
        return SECOND_FACTOR_FOR_ALL in self._on

    def set_second_factor_for_all(self, wanted: bool) -> None:
        """From now on everyone needs one, or administrators alone."""
        rows = [row_of(delete(meta).where(meta.c.name == SECOND_FACTOR_FOR_ALL))]
        if wanted:
            rows.append(row_of(insert(meta).values(name=SECOND_FACTOR_FOR_ALL, value="on")))
        self.write(*rows)
        (self._on.add if wanted else self._on.discard)(SECOND_FACTOR_FOR_ALL)
