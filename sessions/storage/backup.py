"""Backups of the record: one encrypted file, without the keys. Restoring brings nothing back that was erased since.

keys.db and master.key are not in it, on purpose: whoever finds a backup can read nothing, and a dialogue whose key was
destroyed stays unreadable. They have to be kept apart, and for a shorter time.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import zipfile
from pathlib import Path

from sqlalchemy import Connection, delete

from dialogue.archive import canonical, day_of
from sessions.storage.engine import open_engine, raw_connection, truncate_log
from sessions.storage.folder import Folder, open_folder, read_master_key, write_whole
from sessions.storage.keys import KeyRing
from sessions.storage.lock import FolderLock
from sessions.storage.log import ERASE_DIGESTS
from sessions.storage.migrate import migrate
from sessions.storage.refusals import SealBroken, StorageRefusal
from sessions.storage.sealing import Box, MasterKey
from sessions.storage.store import Storage, history_id, open_keys
from sessions.storage.tables import meta, words

FORMAT = "dialogue-backup/1"
ABOUT, CONTENT = "about.json", "dialogue.db.sealed"


def backup(storage: Storage, path: Path, at: int) -> None:
    """Writes a consistent copy of the record to `path`, while the server may go on. `at` is in UTC milliseconds.

    Raises StorageRefusal `backup_exists`, `backup_not_writable`.
    """
    if path.exists():
        raise StorageRefusal("backup_exists", f"{path} is there already. Choose another name.")
    copy = storage.thread.call(_copy, storage.log.transaction())
    about = canonical({"format": FORMAT, "day": day_of(at)})
    sealed = Box(storage.derived_key("backup")).seal(copy, about)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(zipfile.ZipInfo(ABOUT), about)  # a ZipInfo of its own: without the hour and minute
        packed.writestr(zipfile.ZipInfo(CONTENT), sealed)
    try:
        write_whole(path, file.getvalue())
    except OSError as error:
        raise StorageRefusal("backup_not_writable", f"{path} cannot be written ({error.strerror}).") from None


def _copy(connection: Connection) -> bytes:
    """SQLite's own backup, into memory: no half-sealed copy is ever on a disk."""
    memory = sqlite3.connect(":memory:")
    try:
        raw_connection(connection).backup(memory)
        return memory.serialize()
    finally:
        memory.close()


def restore(data: Path, path: Path, master_key: str | None = None) -> None:
    """Puts the record in `data` back to what `path` holds, less what was erased since, under a new history id.

    The folder must hold keys.db and its master key; the record that is there now is replaced. The server must not run.
    Raises StorageRefusal: `data_in_use`, `keys_missing`, `backup_not_readable`, and those of open_storage.
    """
    folder = open_folder(data)
    lock = FolderLock(folder.path)
    try:
        if not folder.keys.exists():
            raise StorageRefusal(
                "keys_missing",
                "Put keys.db and master.key into the data folder first: a backup does not hold them.",
            )
        master = read_master_key(folder, master_key)
        engine, keys = open_keys(folder, master)
        try:
            _replace(folder, _unpack(path, master), keys)
        finally:
            keys.close()
            engine.dispose()
    except OSError as error:
        why = f"{folder.path} cannot be written to ({error.strerror}). The record there was not replaced."
        raise StorageRefusal("data_not_writable", why) from None
    finally:
        lock.release()


def _unpack(path: Path, master: MasterKey) -> bytes:
    try:
        with zipfile.ZipFile(path) as packed:
            about, sealed = packed.read(ABOUT).decode(), packed.read(CONTENT)
        if json.loads(about)["format"] != FORMAT:
            raise ValueError
        return Box(master.derive("backup")).open(sealed, about)
    except SealBroken:
        why = "it was made with another master key, or damaged"
    except OSError as error:
        why = str(error.strerror)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError):
        why = "it is not a backup that this version knows"
    raise StorageRefusal("backup_not_readable", f"{path} cannot be restored: {why}.")


def _replace(folder: Folder, content: bytes, keys: KeyRing) -> None:
    new = folder.path / "dialogue.db.restoring"
    for leftover in _with_logs(new):
        leftover.unlink(missing_ok=True)
    write_whole(new, content)
    try:
        _make_good(new, keys)
        # The old log first: beside the new database it would be taken for its own. What it held is replaced anyway.
        for log in _with_logs(folder.record)[1:]:
            log.unlink(missing_ok=True)
        new.replace(folder.record)
    finally:
        for leftover in _with_logs(new):
            leftover.unlink(missing_ok=True)


def _make_good(path: Path, keys: KeyRing) -> None:
    engine = open_engine(path)
    try:
        migrate(engine, "record")
        with engine.connect() as connection:
            with connection.begin():
                _erase_again(connection, keys)
                connection.execute(delete(meta).where(meta.c.name == "history"))
            history_id(connection)
            truncate_log(connection)
            raw_connection(connection).execute("PRAGMA journal_mode=DELETE")  # one file, ready to be moved
    finally:
        engine.dispose()
    with path.open("r+b") as file:  # Windows makes nothing safe that was opened for reading
        os.fsync(file.fileno())


def _erase_again(connection: Connection, keys: KeyRing) -> None:
    for dialogue, item in sorted(keys.erased()):
        connection.execute(delete(words).where(words.c.dialogue_id == dialogue, words.c.item == item))
        connection.execute(ERASE_DIGESTS, {"of": dialogue, "gone": item})


def _with_logs(path: Path) -> tuple[Path, Path, Path]:
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
