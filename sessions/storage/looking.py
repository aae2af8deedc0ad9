"""Looking at a data folder from outside: nothing in it is made, migrated or changed, whether a server uses it or not.

A database is opened for reading alone. Where a server has it open, only its first pages are looked at: a long read
would keep the write-ahead log from being emptied, and so what was erased from being gone.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from alembic.script import ScriptDirectory
from sqlalchemy import text

from sessions.storage.engine import open_engine
from sessions.storage.folder import Folder, read_master_key
from sessions.storage.migrate import scripts
from sessions.storage.refusals import StorageRefusal

READ_WITHIN_S = 2.0
TRIALS = 5


@dataclass(frozen=True, slots=True)
class Looked:
    """What a database file tells from outside. `damage` is SQLite's own words, empty where none was found.

    `known`: this version can read its tables; `current`: nothing has to be brought up to date. `newest_at`: the time of
    the newest event in UTC milliseconds, if it was read through and there is one.
    """

    known: bool
    current: bool
    dialogues: int = 0
    newest_at: int | None = None
    damage: str = ""


def look_at(path: Path, name: str, *, through: bool) -> Looked:
    """Looks at the file of the database `name` ("record" or "keys"), all of it if `through`."""
    directory = ScriptDirectory.from_config(scripts(name))
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=READ_WITHIN_S)) as reading:
            return _looked(reading, name, directory, through=through)
    except sqlite3.Error as error:
        return Looked(known=True, current=False, damage=str(error))


def _looked(reading: sqlite3.Connection, name: str, directory: ScriptDirectory, *, through: bool) -> Looked:
    tables = {found for (found,) in reading.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "alembic_version" not in tables:
        return Looked(known=not tables, current=False)
    row = reading.execute("SELECT version_num FROM alembic_version").fetchone()
    version = row[0] if row else None
    known = version is None or version in {script.revision for script in directory.walk_revisions()}
    dialogues, newest = 0, None
    if name == "record" and "dialogues" in tables:
        (dialogues,) = reading.execute("SELECT count(*) FROM dialogues").fetchone()
    damage = ""
    if through:
        (said,) = reading.execute("PRAGMA quick_check(1)").fetchone()
        damage = "" if said == "ok" else str(said)
        if name == "record" and "events" in tables:
            (newest,) = reading.execute("SELECT max(at) FROM events").fetchone()
    return Looked(known, version == directory.get_current_head(), dialogues, newest, damage)


def require_right_key(folder: Folder, given: str | None) -> None:
    """Raises StorageRefusal `master_key_missing` or `master_key_wrong` unless the master key opens keys.db there."""
    master = read_master_key(folder, given)
    try:
        with closing(sqlite3.connect(f"{folder.keys.resolve().as_uri()}?mode=ro", uri=True)) as reading:
            row = reading.execute("SELECT value FROM key_check").fetchone()
    except sqlite3.Error:
        return  # what is wrong with the file, `look_at` says
    if row is not None and row[0] != master.check_value():
        raise StorageRefusal(
            "master_key_wrong",
            "This master key does not open these keys. Put back the master.key that was made with them, "
            "or set MASTER_KEY to what it was.",
        )


def try_out(where: Path) -> float:
    """Makes a database in a throw-away folder inside `where` as a real one is made, writes, and removes it all.

    Gives the median time of a commit in milliseconds. Raises OSError, and StorageRefusal where SQLite does not keep a
    promise there.
    """
    with tempfile.TemporaryDirectory(prefix=".dialogue-trial-", dir=where) as folder:
        engine = open_engine(Path(folder) / "trial.db")
        took = []
        try:
            with engine.connect() as connection:
                for number in range(TRIALS):
                    began = time.perf_counter()
                    with connection.begin():
                        connection.execute(text(f"CREATE TABLE trial{number} (value TEXT)"))
                    took.append(time.perf_counter() - began)
        finally:
            engine.dispose()
    return 1000 * median(took)
