"""The storage as a whole: opened on a data folder, closed at the end, all in one owned thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from dialogue.archive import Head, Line, Report
from sessions.runtime import OwnedThread
from sessions.storage.accounts import Accounts
from sessions.storage.appends import Stored
from sessions.storage.blocks import Blocks
from sessions.storage.doors import Doors
from sessions.storage.engine import open_engine
from sessions.storage.facilitations import Facilitations
from sessions.storage.folder import Folder, open_folder, read_master_key
from sessions.storage.invitations import Invitations
from sessions.storage.keys import KeyRing
from sessions.storage.links import Links
from sessions.storage.lock import FolderLock
from sessions.storage.log import EventLog
from sessions.storage.migrate import migrate
from sessions.storage.places import Places
from sessions.storage.policies import Policies
from sessions.storage.releases import Releases
from sessions.storage.sealing import MasterKey
from sessions.storage.sign_ins import SignIns
from sessions.storage.signing import KnownKey, Signer
from sessions.storage.tables import meta
from sessions.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class _Opened:
    """What lives in the owned thread."""

    keys_engine: Engine
    record_engine: Engine
    keys: KeyRing
    log: EventLog
    history: str


class Storage:
    """An open data folder. Its methods may be called from anywhere; those that read wait for the owned thread.

    `writer` stores events; `doors`, `accounts`, `links` and their like hold what is beside them. `history` changes
    when a backup is restored: whoever was told more than is there now must offer it again. `log` and `keys` are for
    the owned thread alone.
    """

    def __init__(self, folder: Folder, lock: FolderLock, master: MasterKey, thread: OwnedThread) -> None:
        self.folder = folder
        self.thread = thread
        self._lock = lock
        self._master = master
        self._opened = thread.call(_open, folder, master)
        self.keys = self._opened.keys
        self.log = self._opened.log
        self.history = self._opened.history
        self.writer = Writer(thread, self.log)
        beside = (thread, self.log.transaction(), self.keys.org)
        self.doors = Doors(*beside)
        self.accounts = Accounts(*beside)
        self.sign_ins = SignIns(*beside, self.accounts)
        self.facilitations = Facilitations(*beside)
        self.invitations = Invitations(*beside)
        self.places = Places(*beside)
        self.policies = Policies(*beside)
        self.links = Links(*beside)
        self.blocks = Blocks(*beside)
        self.releases = Releases(*beside, self.keys)

    def dialogues(self) -> list[str]:
        """The ids of all dialogues that are not archived."""
        return self.thread.call(self.log.dialogues)

    def load(self, dialogue: str) -> list[Stored]:
        """All events in order; empty for an unknown dialogue. Raises KeyGone, SealBroken."""
        return self.thread.call(self.log.load, dialogue)

    def receipts(self, dialogue: str) -> dict[tuple[str, str], tuple[bytes | None, str]]:
        """(seat, command id) → (digest, receipt) of all that was accepted."""
        return self.thread.call(self.log.receipts, dialogue)

    def ballots(self, dialogue: str, form: str) -> list[str]:
        """The bodies of all ballots of a form, in an order that tells nothing."""
        return self.thread.call(self.log.ballots, dialogue, form)

    def spent(self, dialogue: str) -> set[bytes]:
        """The hashes of all one-time tokens that were used."""
        return self.thread.call(self.log.spent, dialogue)

    def verify(self, dialogue: str) -> Report:
        """Checks the chain, every commitment and the head. Raises KeyGone."""
        return self.thread.call(self.log.verify, dialogue)

    def lines(self, dialogue: str) -> list[Line]:
        """All lines as `verify` sees them, words and salts opened. Raises KeyGone."""
        return self.thread.call(self.log.lines, dialogue)

    def closing_head(self, dialogue: str) -> Head | None:
        """Where the chain stood when the dialogue was closed; None while it is not."""
        return self.thread.call(self.log.closing_head, dialogue)

    def signer(self, day: str) -> Signer:
        """The organisation's signing key, made on its first use. Raises StorageRefusal `signing_key_damaged`."""
        return self.thread.call(self.keys.signing.signer, day)

    def replace_signing_key(self, day: str) -> None:
        """Retires the key that signs now, for good, and makes another."""
        self.thread.call(self.keys.signing.replace, day)

    def signing_keys(self) -> list[KnownKey]:
        """All signing keys that there were, the one that signs now first."""
        return self.thread.call(self.keys.signing.known)

    def digester(self, dialogue: str) -> Callable[[bytes], bytes]:
        """The dialogue's keyed digest, for use anywhere. A dialogue about to begin gets its key. Raises KeyGone."""
        return self.thread.call(self.log.sealer, dialogue).digest

    def destroy_key(self, dialogue: str) -> None:
        """Makes the dialogue's words unreadable for good, in old backups too."""
        self.thread.call(self.keys.destroy, dialogue)

    def derived_key(self, purpose: str) -> bytes:
        """32 bytes for one purpose, such as signing cookies; the same after a restart."""
        return self._master.derive(purpose)

    def close(self) -> None:
        """Stores what still waits, empties the write-ahead log, lets the folder go. A second call does nothing."""
        if self.thread.stopped:
            return
        self.thread.call(_close, self._opened)
        self.thread.stop()
        self._lock.release()


def open_storage(data: Path, master_key: str | None = None) -> Storage:
    """Opens the data folder, making what is missing. `master_key` is base64; without it, the file master.key.

    Raises StorageRefusal with a code and a sentence: `data_not_writable`, `data_in_use`, `keys_missing`,
    `master_key_missing`, `master_key_wrong`, `database_newer`, `database_damaged`, `database_unsafe`.
    """
    folder = open_folder(data)
    lock = FolderLock(folder.path)
    thread = None
    try:
        master = read_master_key(folder, master_key)
        thread = OwnedThread("storage")
        return Storage(folder, lock, master, thread)
    except BaseException:
        if thread is not None:
            thread.stop()
        lock.release()
        raise


def _open(folder: Folder, master: MasterKey) -> _Opened:
    # Keys first: a record without keys is then a sign that they were lost, not that the first start was cut short.
    keys_engine, keys = open_keys(folder, master)
    record_engine = None
    try:
        record_engine = open_engine(folder.record)
        migrate(record_engine, "record")
        log = EventLog(record_engine, keys)
        return _Opened(keys_engine, record_engine, keys, log, history_id(log.transaction()))
    except BaseException:
        keys_engine.dispose()
        if record_engine is not None:
            record_engine.dispose()
        raise


def open_keys(folder: Folder, master: MasterKey) -> tuple[Engine, KeyRing]:
    """keys.db with its tables, checked against the master key. In the owned thread, or where there is none."""
    engine = open_engine(folder.keys)
    try:
        migrate(engine, "keys")
        return engine, KeyRing(engine, master)
    except BaseException:
        engine.dispose()
        raise


def history_id(connection: Connection) -> str:
    """The id of this history of the record; made where there is none."""
    with connection.begin():
        known: str | None = connection.execute(select(meta.c.value).where(meta.c.name == "history")).scalar()
        if known is None:
            known = os.urandom(16).hex()
            connection.execute(insert(meta).values(name="history", value=known))
    return known


def _close(opened: _Opened) -> None:
    opened.log.close()
    opened.keys.close()
    opened.record_engine.dispose()
    opened.keys_engine.dispose()
