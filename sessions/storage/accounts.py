"""Accounts of staff, where they are signed in, and which dialogues they lead. Names are sealed."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dialogue.archive import Opened, canonical, day_of
from sessions.storage.appends import Also
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import fresh_salt
from sessions.storage.tables import accounts, facilitations, sign_ins


class NameTaken(Exception):
    """There is an account of this name already."""


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff. `password_hash` is argon2's; this module never sees a password."""

    id: str
    name: str = field(repr=False)
    password_hash: str = field(repr=False)
    roles: frozenset[str] = frozenset()


class Accounts(Beside):
    """Accounts, sign-ins and facilitations. Times are UTC milliseconds."""

    def add(self, account: Account, at: int) -> None:
        """Raises NameTaken, whatever the case and width of the letters."""
        sealed = self._org.seal(Opened(fresh_salt(), account.name), "account", account.id)
        row = {
            "id": account.id, "name_hash": self._name_hash(account.name), "sealed_name": sealed,
            "password_hash": account.password_hash, "roles": canonical(sorted(account.roles)),
            "created_day": day_of(at),
        }  # fmt: skip
        try:
            self._run(insert(accounts).values(row))
        except IntegrityError:
            raise NameTaken("there is an account of this name") from None

    def named(self, name: str) -> Account | None:
        """The account of this name, whatever the case and width of its letters."""
        return self._account(self._row(select(accounts).where(accounts.c.name_hash == self._name_hash(name))))

    def with_id(self, account: str) -> Account | None:
        """The account of this id."""
        return self._account(self._row(select(accounts).where(accounts.c.id == account)))

    def any(self) -> bool:
        """Whether anyone has an account yet."""
        return self._row(select(accounts.c.id).limit(1)) is not None

    def set_password(self, account: str, password_hash: str) -> None:
        """A new password: whoever was signed in with the old one is signed out."""
        self.write(
            row_of(update(accounts).where(accounts.c.id == account).values(password_hash=password_hash)),
            row_of(delete(sign_ins).where(sign_ins.c.account_id == account)),
        )

    def sign_in(self, token: str, account: str, at: int, expires_at: int) -> None:
        """From now to `expires_at`, whoever shows `token` is `account`. What has expired is cleared away."""
        row = {"token_hash": self._hash("sign-in", token), "account_id": account}
        times = {"created_at": at, "expires_at": expires_at}
        self.write(
            row_of(delete(sign_ins).where(sign_ins.c.expires_at <= at)),
            row_of(insert(sign_ins).values(row | times)),
        )

    def signed_in(self, token: str, at: int) -> Account | None:
        """Whose token it is, unless it has expired."""
        query = select(accounts).join(sign_ins, sign_ins.c.account_id == accounts.c.id)
        hashed = self._hash("sign-in", token)
        return self._account(self._row(query.where(sign_ins.c.token_hash == hashed, sign_ins.c.expires_at > at)))

    def sign_out(self, token: str) -> None:
        """The token is nobody's any more."""
        self._run(delete(sign_ins).where(sign_ins.c.token_hash == self._hash("sign-in", token)))

    def leading(self, account: str, dialogue: str, seat: str) -> Also:
        """A row, for an Append's `also`: the account leads this dialogue from this seat."""
        return row_of(insert(facilitations).values(account_id=account, dialogue_id=dialogue, seat=seat))

    def led_by(self, account: str) -> dict[str, str]:
        """dialogue → seat of what the account leads."""
        query = select(facilitations).where(facilitations.c.account_id == account)
        return {row.dialogue_id: row.seat for row in self._rows(query)}

    def _account(self, row: Row[Any] | None) -> Account | None:
        if row is None:
            return None
        name = self._org.open(row.sealed_name, "account", row.id).text
        return Account(row.id, name, row.password_hash, frozenset(json.loads(row.roles)))

    def _name_hash(self, name: str) -> bytes:
        return self._hash("name", unicodedata.normalize("NFKC", name).casefold().strip())
