"""Accounts of staff and what they sign in with. Names and secrets are sealed, recovery codes hashed with a key."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from dialogue.archive import Opened, canonical, day_of
from sessions.permissions import StaffRole
from sessions.storage.appends import Also
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import fresh_salt
from sessions.storage.staff_tables import accounts, invitations, recovery_codes, sign_ins


class NameTaken(Exception):
    """There is an account of this name already."""


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff. `password_hash` is argon2's; this module never sees a password.

    `place`: id of the organisation, region or site it belongs to, if any. `secret`: of the second factor, in base32.
    `closed`: nobody signs in with it any more; what it led stays.
    """

    id: str
    name: str = field(repr=False)
    password_hash: str = field(repr=False)
    roles: frozenset[StaffRole] = frozenset()
    place: str | None = None
    closed: bool = False
    secret: str | None = field(default=None, repr=False)
    created_day: str = field(default="", compare=False)


class Accounts(Beside):
    """Accounts, their second factors and recovery codes. Times are UTC milliseconds."""

    def add(self, account: Account, at: int) -> None:
        """Raises NameTaken, whatever the case and width of the letters."""
        row = {
            "id": account.id, "password_hash": account.password_hash, "roles": _written(account.roles),
            "place_id": account.place, "created_day": day_of(at),
        }  # fmt: skip
        try:
            self._run(insert(accounts).values(row | self._named(account.id, account.name)))
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

    def all(self) -> list[Account]:
        """Every account, by name."""
        known = [self.opened(row) for row in self._rows(select(accounts))]
        return sorted(known, key=lambda account: account.name.casefold())

    def set_password(self, account: str, password_hash: str) -> None:
        """A new password: whoever was signed in with the old one is signed out; nothing on paper sets it anew."""
        self.write(
            row_of(update(accounts).where(accounts.c.id == account).values(password_hash=password_hash)),
            row_of(delete(invitations).where(invitations.c.account_id == account)),
            row_of(delete(sign_ins).where(sign_ins.c.account_id == account)),
        )

    def set_roles(self, account: str, roles: Iterable[StaffRole], place: str | None) -> bool:
        """What the account is for, and where. False, and nothing changed, where nobody would administer any more."""
        chosen = frozenset(roles)
        known = (accounts.c.id == account, *(() if StaffRole.ADMINISTRATOR in chosen else (_may_go(),)))
        return self._run(update(accounts).where(*known).values(roles=_written(chosen), place_id=place)) == 1

    def set_closed(self, account: str, closed: bool) -> bool:
        """Closed: nobody is signed in with it, nobody can sign in. False, and nothing changed, where nobody would
        administer any more."""
        known = (accounts.c.id == account, *((_may_go(),) if closed else ()))
        changed = self._run(update(accounts).where(*known).values(closed=closed)) == 1
        if changed:
            self._run(delete(sign_ins).where(sign_ins.c.account_id == account))
        return changed

    def set_second_factor(self, account: str, secret: str | None, codes: Iterable[str]) -> None:
        """The secret of a second factor with its recovery codes, in place of those before; None takes all away."""
        sealed = self._org.seal(Opened(fresh_salt(), secret), "second factor", account) if secret else None
        values = {"sealed_secret": sealed, "last_step": 0}
        self.write(
            row_of(update(accounts).where(accounts.c.id == account).values(values)), *self._codes(account, codes)
        )

    def set_recovery_codes(self, account: str, codes: Iterable[str]) -> None:
        """Recovery codes in place of those before."""
        self.write(*self._codes(account, codes))

    def _codes(self, account: str, codes: Iterable[str]) -> list[Also]:
        rows = [{"account_id": account, "code_hash": self._hash("recovery", f"{account} {code}")} for code in codes]
        older = row_of(delete(recovery_codes).where(recovery_codes.c.account_id == account))
        return [older, *(row_of(insert(recovery_codes).values(row)) for row in rows)]

    def spend_step(self, account: str, step: int) -> bool:
        """Whether this time step of the second factor is newer than all that were used: each works once."""
        newer = update(accounts).where(accounts.c.id == account, accounts.c.last_step < step)
        return self._run(newer.values(last_step=step)) == 1

    def spend_recovery_code(self, account: str, code: str) -> bool:
        """Whether it was one of the account's codes; it is none any more."""
        hashed = self._hash("recovery", f"{account} {code}")
        where = (recovery_codes.c.account_id == account, recovery_codes.c.code_hash == hashed)
        return self._run(delete(recovery_codes).where(*where)) == 1

    def recovery_codes_left(self, account: str) -> int:
        """How many of its recovery codes are unused."""
        return len(self._rows(select(recovery_codes.c.code_hash).where(recovery_codes.c.account_id == account)))

    def opened(self, row: Row[Any]) -> Account:
        """A row of the accounts' table as the account it is."""
        name = self._org.open(row.sealed_name, "account", row.id).text
        secret = self._org.open(row.sealed_secret, "second factor", row.id).text if row.sealed_secret else None
        roles = frozenset(StaffRole(role) for role in json.loads(row.roles))
        return Account(row.id, name, row.password_hash, roles, row.place_id, bool(row.closed), secret, row.created_day)

    def _account(self, row: Row[Any] | None) -> Account | None:
        return None if row is None else self.opened(row)

    def _named(self, account: str, name: str) -> dict[str, bytes]:
        sealed = self._org.seal(Opened(fresh_salt(), name), "account", account)
        return {"name_hash": self._name_hash(name), "sealed_name": sealed}

    def _name_hash(self, name: str) -> bytes:
        return self._hash("name", folded_name(name))


def folded_name(name: str) -> str:
    """A name as accounts are found by it: whatever the case and width of the letters."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _may_go() -> ColumnElement[bool]:
    """Whether an account is none of an administrator's that counts, or another one is: asked in the statement that
    takes it away, since of two administrators each might take the other's role at once."""
    role, other = f'"{StaffRole.ADMINISTRATOR.value}"', accounts.alias()
    others = exists().where(other.c.id != accounts.c.id, ~other.c.closed, other.c.roles.contains(role))
    return or_(~accounts.c.roles.contains(role), accounts.c.closed, others)


def _written(roles: Iterable[StaffRole]) -> str:
    return canonical(sorted(role.value for role in roles))
