"""Which dialogues an account leads, helps to lead, or may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select

from sessions.permissions import Relation
from sessions.storage.appends import Also
from sessions.storage.beside import Beside, row_of
from sessions.storage.staff_tables import facilitations


@dataclass(frozen=True, slots=True)
class Facilitation:
    """How an account stands to a dialogue; `seat` is empty for whoever has none there."""

    account: str
    dialogue: str
    seat: str
    relation: Relation


class Facilitations(Beside):
    """Relations between accounts and dialogues."""

    def leading(self, account: str, dialogue: str, seat: str) -> Also:
        """A row, for an Append's `also`: the account began this dialogue, and leads it from this seat."""
        return row_of(insert(facilitations).values(account_id=account, dialogue_id=dialogue, seat=seat))

    def share(self, account: str, dialogue: str, relation: Relation) -> None:
        """The account is asked to help to lead, or may read; what it was allowed before is replaced."""
        row = {"account_id": account, "dialogue_id": dialogue, "seat": "", "relation": relation.value}
        self.write(self.taking(account, dialogue), row_of(insert(facilitations).values(row)))

    def taking(self, account: str, dialogue: str) -> Also:
        """Whatever the account was allowed there, gone; what one began oneself stays."""
        mine = (facilitations.c.account_id == account, facilitations.c.dialogue_id == dialogue)
        return row_of(delete(facilitations).where(*mine, facilitations.c.relation != Relation.LEADS.value))

    def helping(self, account: str, dialogue: str, seat: str) -> tuple[Also, ...]:
        """Rows: the account helps to lead from this seat; what it was allowed before is replaced."""
        row = {"account_id": account, "dialogue_id": dialogue, "seat": seat, "relation": Relation.CO_LEADS.value}
        return self.taking(account, dialogue), row_of(insert(facilitations).values(row))

    def of(self, account: str, dialogue: str) -> Facilitation | None:
        """How this account stands to this dialogue, if at all."""
        mine = (facilitations.c.account_id == account, facilitations.c.dialogue_id == dialogue)
        found = self._found(self._rows(select(facilitations).where(*mine)))
        return found[0] if found else None

    def of_account(self, account: str) -> list[Facilitation]:
        """All that an account leads, helps to lead, or reads."""
        return self._found(self._rows(select(facilitations).where(facilitations.c.account_id == account)))

    def of_dialogue(self, dialogue: str) -> list[Facilitation]:
        """All accounts that have to do with a dialogue."""
        return self._found(self._rows(select(facilitations).where(facilitations.c.dialogue_id == dialogue)))

    @staticmethod
    def _found(rows: Sequence[Row[Any]]) -> list[Facilitation]:
        return [Facilitation(row.account_id, row.dialogue_id, row.seat, Relation(row.relation)) for row in rows]
