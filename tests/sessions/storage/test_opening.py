"""Opening a data folder: what is made, what is kept, and what is refused with a code and a sentence."""

from __future__ import annotations

import base64
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sessions.storage.engine import PRAGMAS, open_engine, require_safe
from sessions.storage.refusals import StorageRefusal
from sessions.storage.store import Storage, open_storage
from tests.sessions.in_mode import start_in_mode
from tests.sessions.storage.given import dialogue_of, tamper

OTHER_KEY = base64.b64encode(b"another key of exactly 32 bytes!").decode()


def refused(data: Path, master_key: str | None = None) -> StorageRefusal:
    with pytest.raises(StorageRefusal) as refusal:
        open_storage(data, master_key)
    assert str(refusal.value).endswith(".")
    return refusal.value


def closed(data: Path, master_key: str | None = None) -> None:
    storage = open_storage(data, master_key)
    dialogue_of(storage, "d1", 1)
    storage.close()


def test_the_first_start_makes_what_is_missing_for_its_owner_only(tmp_path: Path) -> None:
    data = tmp_path / "deep" / "data"
    closed(data)
    assert {path.name for path in data.iterdir()} == {"dialogue.db", "keys.db", "master.key", "dialogue.lock"}
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in data.iterdir()} == {0o600}
        assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert len(base64.b64decode((data / "master.key").read_text())) == 32


def test_a_given_master_key_leaves_none_in_the_folder(data: Path) -> None:
    closed(data, OTHER_KEY)
    assert not (data / "master.key").exists()
    storage = open_storage(data, OTHER_KEY)
    assert len(storage.load("d1")) == 1
    storage.close()


def test_a_missing_master_key_is_refused_and_no_new_one_made(data: Path) -> None:
    closed(data)
    (data / "master.key").unlink()
    assert refused(data).code == "master_key_missing"
    assert not (data / "master.key").exists()


def test_a_wrong_master_key_is_refused(data: Path) -> None:
    closed(data)
    assert refused(data, OTHER_KEY).code == "master_key_wrong"
    storage = open_storage(data)
    assert len(storage.load("d1")) == 1
    storage.close()


@pytest.mark.parametrize("content", ["", "not base64!", base64.b64encode(b"too short").decode(), "\xff"])
def test_a_master_key_file_that_holds_no_key_is_refused(data: Path, content: str) -> None:
    closed(data)
    (data / "master.key").write_text(content, "latin-1")
    assert refused(data).code == "master_key_wrong"


def test_words_without_their_keys_are_refused_and_no_new_keys_made(data: Path) -> None:
    closed(data)
    (data / "keys.db").unlink()
    assert refused(data).code == "keys_missing"
    assert not (data / "keys.db").exists()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refused(tmp_path / "file" / "data").code == "data_not_writable"
    assert refused(tmp_path / "file").code == "data_not_writable"


@pytest.mark.parametrize("name", ["dialogue.db", "keys.db"])
def test_a_database_that_cannot_be_opened_is_refused(data: Path, name: str) -> None:
    closed(data)
    (data / name).unlink()
    (data / name).mkdir()
    assert refused(data).code == "data_not_writable"


@pytest.mark.parametrize("name", ["dialogue.db", "keys.db"])
def test_a_damaged_database_is_refused(data: Path, name: str) -> None:
    closed(data)
    (data / name).write_bytes(b"this was never a database" * 100)
    assert refused(data).code == "database_damaged"


@pytest.mark.parametrize("name", ["dialogue.db", "keys.db"])
def test_a_database_from_a_newer_version_is_refused_and_left_alone(data: Path, name: str) -> None:
    closed(data)
    tamper(data / name, "UPDATE alembic_version SET version_num = 'from_the_future'")
    before = (data / name).read_bytes()
    assert refused(data).code == "database_newer"
    assert (data / name).read_bytes() == before


def test_a_second_storage_on_the_same_folder_is_refused(storage: Storage, data: Path) -> None:
    assert refused(data).code == "data_in_use"
    storage.close()
    open_storage(data).close()


def test_a_folder_used_by_another_process_is_refused_until_that_process_dies(data: Path) -> None:
    script = """
    from pathlib import Path
    from sessions.storage.store import open_storage
    storage = open_storage(Path(sys.argv[2]))
    print("open", flush=True)
    sys.stdin.read()
    """
    process = start_in_mode("threading", script, str(data))
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    assert refused(data).code == "data_in_use"
    process.kill()
    process.communicate()
    open_storage(data).close()


def test_a_refused_folder_is_let_go(data: Path) -> None:
    closed(data)
    assert refused(data, OTHER_KEY).code == "master_key_wrong"
    open_storage(data).close()


@pytest.mark.parametrize("pragma", PRAGMAS, ids=lambda pragma: pragma.name)
def test_every_setting_of_sqlite_is_asserted(tmp_path: Path, pragma: object) -> None:
    weaker = {
        "busy_timeout": "0", "journal_mode": "DELETE", "synchronous": "NORMAL", "fullfsync": "OFF",
        "checkpoint_fullfsync": "OFF", "secure_delete": "OFF", "foreign_keys": "OFF", "temp_store": "FILE",
        "trusted_schema": "ON",
    }  # fmt: skip
    name = getattr(pragma, "name", "")
    engine = open_engine(tmp_path / "any.db")
    with engine.connect() as connection:
        require_safe(connection)
        connection.rollback()
        connection.connection.cursor().execute(f"PRAGMA {name}={weaker[name]}")
        with pytest.raises(StorageRefusal, match=name) as refusal:
            require_safe(connection)
    assert refusal.value.code == "database_unsafe"
    engine.dispose()


def test_the_settings_are_in_force_on_both_connections(storage: Storage) -> None:
    def check() -> None:
        with storage.log.transaction().begin():
            require_safe(storage.log.transaction())

    storage.thread.call(check)
    storage.thread.call(storage.keys.require_safe)


def test_a_key_is_on_disk_before_it_is_used(storage: Storage, data: Path) -> None:
    storage.digester("d1")
    with closing(sqlite3.connect(data / "keys.db")) as reader:
        assert reader.execute("SELECT dialogue_id FROM data_keys").fetchall() == [("d1",)]
    assert storage.dialogues() == []


def test_derived_keys_differ_by_purpose_and_stay_the_same(storage: Storage, data: Path) -> None:
    cookies, backups = storage.derived_key("cookies"), storage.derived_key("backup")
    storage.close()
    again = open_storage(data)
    assert (again.derived_key("cookies"), len({cookies, backups})) == (cookies, 2)
    again.close()


def test_a_closed_storage_may_be_closed_again(storage: Storage, data: Path) -> None:
    storage.close()
    storage.close()
    assert not list(data.glob("*-wal"))
