"""The organisation's signing key (Ed25519): made when it is first needed, wrapped like all keys, replaced at will."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, Row, insert, select, update

from sessions.storage.engine import truncate_log
from sessions.storage.key_tables import signing_keys
from sessions.storage.refusals import SealBroken, StorageRefusal
from sessions.storage.sealing import MasterKey


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs with the organisation's key. `public_key` is 32 bytes, a signature 64."""

    public_key: bytes
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A signing key of this installation: its public half, and from when to when it signed (UTC days)."""

    public_key: bytes
    made_day: str
    retired_day: str | None


class SigningKeys:
    """The signing keys in keys.db. Used only in the owned thread."""

    def __init__(self, connection: Connection, master: MasterKey) -> None:
        self._connection = connection
        self._master = master

    def signer(self, day: str) -> Signer:
        """The key that signs now; a new one, on disk before this returns, where there is none.

        Raises StorageRefusal `signing_key_damaged`.
        """
        query = select(signing_keys).where(signing_keys.c.retired_day.is_(None))
        with self._connection.begin():
            row = self._connection.execute(query).first() or self._make(day)
        try:
            raw = self._master.unwrap(row.wrapped, _place(row.public_key))
        except SealBroken:
            raise StorageRefusal(
                "signing_key_damaged",
                "The signing key in keys.db does not open. Make a new one with `dialogue signing-key --new`, "
                "or put an older keys.db back.",
            ) from None
        return Signer(row.public_key, Ed25519PrivateKey.from_private_bytes(raw).sign)

    def replace(self, day: str) -> None:
        """Retires the key that signs now, for good, and makes another. What it signed stays as valid as it was."""
        with self._connection.begin():
            retired = update(signing_keys).where(signing_keys.c.retired_day.is_(None))
            self._connection.execute(retired.values(wrapped=None, retired_day=day))
            self._make(day)
        truncate_log(self._connection)

    def known(self) -> list[KnownKey]:
        """All signing keys that there were, the one that signs now first."""
        with self._connection.begin():
            rows = list(self._connection.execute(select(signing_keys)))
        rows.sort(key=lambda row: (row.retired_day or "9999", row.made_day), reverse=True)
        return [KnownKey(row.public_key, row.made_day, row.retired_day) for row in rows]

    def _make(self, day: str) -> Row[Any]:
        made = Ed25519PrivateKey.generate()
        public_key = made.public_key().public_bytes_raw()
        wrapped = self._master.wrap(made.private_bytes_raw(), _place(public_key))
        row = {"public_key": public_key, "wrapped": wrapped, "made_day": day}
        self._connection.execute(insert(signing_keys).values(row))
        return self._connection.execute(select(signing_keys).where(signing_keys.c.public_key == public_key)).one()


def _place(public_key: bytes) -> str:
    return f"signing {public_key.hex()}"
