"""The key ring: keys.db, opened with the master key. Used only in the owned thread."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from sessions.storage.engine import require_safe, truncate_log
from sessions.storage.key_tables import data_keys, erasures, key_check, org_keys
from sessions.storage.refusals import KeyGone, SealBroken, StorageRefusal
from sessions.storage.sealing import MasterKey, Sealer, fresh_key
from sessions.storage.signing import SigningKeys


class KeyRing:
    """Data keys per dialogue and the organisation's keys: each durable in keys.db before anyone gets to use it.

    Raises StorageRefusal `master_key_wrong` where `master` is not the key that these keys were wrapped with.
    """

    def __init__(self, engine: Engine, master: MasterKey) -> None:
        self._connection = engine.connect()
        self._master = master
        self._sealers: dict[str, Sealer] = {}
        self._check()
        self.org = self._org_sealer()
        self.signing = SigningKeys(self._connection, master)

    def _check(self) -> None:
        with self._connection.begin():
            known = self._connection.execute(select(key_check.c.value)).scalar()
            if known is None:
                row = {"name": "master", "value": self._master.check_value()}
                self._connection.execute(insert(key_check).values(row))
            elif not hmac.compare_digest(known, self._master.check_value()):
                raise StorageRefusal(
                    "master_key_wrong",
                    "This master key does not open these keys. Put back the master.key that was made with them, "
                    "or set MASTER_KEY to what it was.",
                )

    def _org_sealer(self) -> Sealer:
        with self._connection.begin():
            wrapped = self._connection.execute(select(org_keys.c.wrapped)).scalar()
            if wrapped is not None:
                return Sealer(self._master.unwrap(wrapped, "organisation"))
            key = fresh_key()
            row = {"name": "people", "wrapped": self._master.wrap(key, "organisation")}
            self._connection.execute(insert(org_keys).values(row))
        return Sealer(key)

    def ensure(self, dialogue: str) -> Sealer:
        """The dialogue's sealer; a new key, on disk before this returns, where there is none."""
        with self._connection.begin():
            if dialogue not in self._sealers and self._wrapped(dialogue) is None:
                wrapped = self._master.wrap(fresh_key(), f"dialogue {dialogue}")
                self._connection.execute(insert(data_keys).values(dialogue_id=dialogue, wrapped=wrapped))
        return self.sealer(dialogue)

    def sealer(self, dialogue: str) -> Sealer:
        """Raises KeyGone where the dialogue has no key (any more)."""
        known = self._sealers.get(dialogue)
        if known is not None:
            return known
        with self._connection.begin():
            wrapped = self._wrapped(dialogue)
        if wrapped is None:
            raise KeyGone("this dialogue has no key")
        try:
            key = self._master.unwrap(wrapped, f"dialogue {dialogue}")
        except SealBroken:
            raise KeyGone("this dialogue's key was damaged") from None
        return self._sealers.setdefault(dialogue, Sealer(key))

    def _wrapped(self, dialogue: str) -> bytes | None:
        query = select(data_keys.c.wrapped).where(data_keys.c.dialogue_id == dialogue)
        return self._connection.execute(query).scalar()

    def destroy(self, dialogue: str) -> None:
        """Ends a dialogue's words for good, in every copy and backup of the record that there is."""
        self._sealers.pop(dialogue, None)
        with self._connection.begin():
            self._connection.execute(delete(data_keys).where(data_keys.c.dialogue_id == dialogue))
        truncate_log(self._connection)

    def list_erasures(self, gone: Iterable[tuple[str, str]], day: str) -> None:
        """Notes (dialogue, item) as erased, durably, so that a restored backup loses them again."""
        rows = [{"dialogue_id": dialogue, "item": item, "at_day": day} for dialogue, item in gone]
        if rows:
            with self._connection.begin():
                self._connection.execute(insert_or_ignore(erasures).on_conflict_do_nothing(), rows)

    def erased(self, dialogue: str | None = None) -> set[tuple[str, str]]:
        """All (dialogue, item) that were erased, or those of one dialogue."""
        query = select(erasures.c.dialogue_id, erasures.c.item)
        if dialogue is not None:
            query = query.where(erasures.c.dialogue_id == dialogue)
        with self._connection.begin():
            return {(row.dialogue_id, row.item) for row in self._connection.execute(query)}

    def require_safe(self) -> None:
        """Raises StorageRefusal unless keys.db is as durable as the record."""
        with self._connection.begin():
            require_safe(self._connection)

    def close(self) -> None:
        truncate_log(self._connection)
        self._connection.close()
