"""Where accounts are signed in: a row for each browser, found by the hash of its token."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, literal, select, update

from dialogue.archive import Opened, day_of
from sessions.runtime import OwnedThread
from sessions.storage.accounts import Account, Accounts
from sessions.storage.beside import Beside
from sessions.storage.sealing import Sealer, fresh_salt
from sessions.storage.staff_tables import accounts, sign_ins


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody signed in, since then (UTC ms). `id` names the sign-in in lists; `strong`: by a second factor as well as
    a password."""

    id: str
    account: Account
    strong: bool
    since: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Device:
    """A sign-in as its owner sees it. `label` is a coarse word for browser and system; `seen_day` in UTC."""

    id: str
    label: str = field(repr=False)
    strong: bool
    created_at: int
    seen_day: str


class SignIns(Beside):
    """The sign-ins of all accounts. Times are UTC milliseconds."""

    def __init__(self, thread: OwnedThread, connection: Connection, org: Sealer, known: Accounts) -> None:
        super().__init__(thread, connection, org)
        self._accounts = known

    def add(
        self,
        token: str,
        account: str,
        at: int,
        expires_at: int,
        *,
        id: str,
        strong: bool = False,
        device: str = "",
        verified: str | None = None,
    ) -> bool:
        """From now to `expires_at`, whoever shows `token` is `account`. What has expired is cleared away.

        False, and nothing opened, where that is not so any more: the account was closed, has a second factor that was
        not shown, or another password than the one of the hash `verified`. Checking a password takes a while, and what
        was changed meanwhile counts.
        """
        row = {
            "token_hash": self._hash("sign-in", token), "account_id": account, "created_at": at,
            "expires_at": expires_at, "id": id, "strong": strong, "seen_day": day_of(at),
            "sealed_device": self._org.seal(Opened(fresh_salt(), device), "device", id),
        }  # fmt: skip
        still = [accounts.c.id == account, ~accounts.c.closed]
        if not strong:
            still.append(accounts.c.sealed_secret.is_(None))
        if verified is not None:
            still.append(accounts.c.password_hash == verified)
        values = select(*(literal(value, sign_ins.c[name].type) for name, value in row.items())).where(*still)
        self._run(delete(sign_ins).where(sign_ins.c.expires_at <= at))
        return self._run(insert(sign_ins).from_select(list(row), values)) == 1

    def of(self, token: str, at: int) -> SignedIn | None:
        """Who shows this token, unless it has expired or the account was closed."""
        hashed = self._hash("sign-in", token)
        columns = (
            *accounts.c,
            sign_ins.c.id.label("sign_in"),
            sign_ins.c.strong,
            sign_ins.c.seen_day,
            sign_ins.c.created_at,
        )
        query = select(*columns).join(sign_ins, sign_ins.c.account_id == accounts.c.id)
        row = self._row(query.where(sign_ins.c.token_hash == hashed, sign_ins.c.expires_at > at, ~accounts.c.closed))
        if row is None:
            return None
        if row.seen_day != day_of(at):  # once a day: this runs with every request
            self._run(update(sign_ins).where(sign_ins.c.token_hash == hashed).values(seen_day=day_of(at)))
        return SignedIn(row.sign_in, self._accounts.opened(row), bool(row.strong), row.created_at)

    def devices(self, account: str, at: int) -> list[Device]:
        """Where the account is signed in, the latest first."""
        query = select(sign_ins).where(sign_ins.c.account_id == account, sign_ins.c.expires_at > at)
        rows = self._rows(query.order_by(sign_ins.c.created_at.desc()))
        return [
            Device(row.id, self._label(row.id, row.sealed_device), bool(row.strong), row.created_at, row.seen_day)
            for row in rows
        ]

    def last_seen(self) -> dict[str, str]:
        """account → the latest day (UTC) on which it was seen signed in."""
        seen: dict[str, str] = {}
        for row in self._rows(select(sign_ins.c.account_id, sign_ins.c.seen_day)):
            seen[row.account_id] = max(row.seen_day, seen.get(row.account_id, ""))
        return seen

    def end(self, token: str) -> None:
        """The token is nobody's any more."""
        self._run(delete(sign_ins).where(sign_ins.c.token_hash == self._hash("sign-in", token)))

    def end_device(self, account: str, id: str) -> bool:
        """This sign-in of the account ends; whether there was one."""
        return self._run(delete(sign_ins).where(sign_ins.c.account_id == account, sign_ins.c.id == id)) == 1

    def end_all(self, account: str) -> None:
        """The account is signed in nowhere."""
        self._run(delete(sign_ins).where(sign_ins.c.account_id == account))

    def _label(self, id: str, sealed: bytes | None) -> str:
        return self._org.open(sealed, "device", id).text if sealed else ""
