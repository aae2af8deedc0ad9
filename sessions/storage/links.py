"""Links that work once: making the first account, resetting a password."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from dialogue.archive import Opened
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import fresh_salt
from sessions.storage.staff_tables import one_time_links


class Links(Beside):
    """One-time links, each for one purpose and with what it carries, sealed. Times are UTC milliseconds."""

    def put(self, token: str, purpose: str, payload: str, at: int, expires_at: int) -> None:
        """Makes a link. What has expired is cleared away."""
        hashed = self._hash("link", token)
        sealed = self._org.seal(Opened(fresh_salt(), payload), "link", purpose)
        row = {"token_hash": hashed, "purpose": purpose, "sealed": sealed, "expires_at": expires_at}
        self.write(
            row_of(delete(one_time_links).where(one_time_links.c.expires_at <= at)),
            row_of(insert(one_time_links).values(row)),
        )

    def peek(self, token: str, purpose: str, at: int) -> str | None:
        """What the link carries, without using it up: a page may be looked at before it is sent."""
        row = self._row(
            select(one_time_links.c.sealed).where(
                one_time_links.c.token_hash == self._hash("link", token),
                one_time_links.c.purpose == purpose,
                one_time_links.c.expires_at > at,
            )
        )
        return None if row is None else self._org.open(row.sealed, "link", purpose).text

    def take(self, token: str, purpose: str, at: int) -> str | None:
        """What the link carries, once: of two who come at the same time, one gets None."""
        payload = self.peek(token, purpose, at)
        if payload is None:
            return None
        used = self._run(delete(one_time_links).where(one_time_links.c.token_hash == self._hash("link", token)))
        return payload if used else None
