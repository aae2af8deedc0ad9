"""Invitations: to make an account, or to sign in anew with one whose password or second factor was lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, insert, select

from dialogue.archive import Opened, canonical
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import fresh_salt
from sessions.storage.staff_tables import invitations


@dataclass(frozen=True, slots=True)
class Invitation:
    """One that is open. `account`: the one to be reset, or None for a new one; `says`: what it carries, sealed."""

    id: str
    account: str | None
    says: Mapping[str, Any] = field(repr=False)
    expires_at: int


class Invitations(Beside):
    """Invitations that are neither used nor expired. Times are UTC milliseconds."""

    def put(self, code: str, invitation: Invitation, at: int) -> None:
        """Makes one, in place of older ones for the same account. What has expired is cleared away."""
        sealed = self._org.seal(Opened(fresh_salt(), canonical(dict(invitation.says))), "invitation", invitation.id)
        row = {
            "id": invitation.id, "code_hash": self._hash("invitation", code), "account_id": invitation.account,
            "sealed": sealed, "expires_at": invitation.expires_at,
        }  # fmt: skip
        # One for somebody new replaces none: "no account" is not an account that it shares with the others.
        older = invitations.c.account_id.is_not(None) & (invitations.c.account_id == invitation.account)
        self.write(
            row_of(delete(invitations).where(invitations.c.expires_at <= at)),
            row_of(delete(invitations).where(older)),
            row_of(insert(invitations).values(row)),
        )

    def behind(self, code: str, at: int) -> Invitation | None:
        """The invitation of this code, while it is good."""
        hashed = self._hash("invitation", code)
        return self._one(select(invitations).where(invitations.c.code_hash == hashed), at)

    def all(self, at: int) -> list[Invitation]:
        """All that are good, those that end first at the front."""
        query = select(invitations).where(invitations.c.expires_at > at).order_by(invitations.c.expires_at)
        return [self._opened(row) for row in self._rows(query)]

    def use(self, id: str) -> bool:
        """Uses it up, or takes it back; whether it was still there: of two who come at once, one gets False."""
        return self._run(delete(invitations).where(invitations.c.id == id)) == 1

    def _one(self, query: Any, at: int) -> Invitation | None:
        row = self._row(query.where(invitations.c.expires_at > at))
        return None if row is None else self._opened(row)

    def _opened(self, row: Row[Any]) -> Invitation:
        says = json.loads(self._org.open(row.sealed, "invitation", row.id).text)
        return Invitation(row.id, row.account_id, says, row.expires_at)
