"""Backups: encrypted, without keys; restored under a new history, without what was erased since."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path

import pytest

from sessions.storage.backup import backup, restore
from sessions.storage.refusals import KeyGone, StorageRefusal
from sessions.storage.store import Storage, open_storage
from tests.sessions.storage.given import CANARY, NOW, bytes_on_disk, dialogue_of, store, tamper, tells, withdraws

OTHER_KEY = base64.b64encode(b"another key of exactly 32 bytes!").decode()


@pytest.fixture
def saved(storage: Storage, data: Path, tmp_path: Path) -> Path:
    """A backup of two dialogues of three experiences; the folder goes on, then closes: one more, one withdrawn."""
    for name in ("d1", "d2"):
        dialogue_of(storage, name, 3)
    backup(storage, tmp_path / "saved.zip", NOW)
    store(storage, tells("d1", 3), withdraws("d1", 4, "e2"))
    storage.close()
    return tmp_path / "saved.zip"


def refused(data: Path, path: Path, master_key: str | None = None) -> str:
    with pytest.raises(StorageRefusal) as refusal:
        restore(data, path, master_key)
    assert str(refusal.value).endswith(".")
    return refusal.value.code


def test_restoring_brings_back_what_was_there_under_a_new_history(storage: Storage, data: Path, saved: Path) -> None:
    restore(data, saved)
    again = open_storage(data)
    assert again.history != storage.history
    assert [event.seq for event in again.load("d1")] == [1, 2, 3]
    assert again.load("d2")[2].words["title"] == f"{CANARY} title 3"
    assert again.receipts("d2")[("s1", "c3")] == (b"d" * 32, "r3")
    store(again, tells("d1", 3), tells("d3", 0))
    again.close()


def test_what_was_erased_since_stays_erased_and_nothing_counts_as_altered(data: Path, saved: Path) -> None:
    restore(data, saved)
    again = open_storage(data)
    assert again.load("d1")[1].erased_fields == ("account", "title")
    assert again.receipts("d1")[("s1", "c2")] == (None, "r2")
    assert str(again.verify("d1")) == "2 present, 1 erased, 0 altered"
    assert str(again.verify("d2")) == "3 present, 0 erased, 0 altered"
    again.close()


def test_a_dialogue_whose_key_was_destroyed_stays_unreadable(data: Path, saved: Path) -> None:
    storage = open_storage(data)
    storage.destroy_key("d2")
    storage.close()
    restore(data, saved)
    again = open_storage(data)
    with pytest.raises(KeyGone):
        again.load("d2")
    assert len(again.load("d1")) == 3
    again.close()


def test_a_backup_shows_neither_words_nor_structure_nor_keys(data: Path, saved: Path) -> None:
    with zipfile.ZipFile(saved) as packed:
        assert packed.namelist() == ["about.json", "dialogue.db.sealed"]
        assert json.loads(packed.read("about.json")) == {"day": "2026-11-22", "format": "dialogue-backup/1"}
    content = saved.read_bytes()
    for shown in (CANARY.encode(), b"SQLite", b"experience_told", (data / "master.key").read_bytes().strip()):
        assert shown not in content


def test_restoring_leaves_no_other_file_behind(data: Path, saved: Path) -> None:
    restore(data, saved)
    assert {path.name for path in data.iterdir()} == {"dialogue.db", "keys.db", "master.key", "dialogue.lock"}
    assert CANARY.encode() not in bytes_on_disk(data)


def test_a_record_that_is_lost_altogether_is_brought_back(data: Path, saved: Path) -> None:
    (data / "dialogue.db").unlink()
    restore(data, saved)
    again = open_storage(data)
    assert again.dialogues() == ["d1", "d2"]
    again.close()


def test_a_damaged_record_does_not_keep_a_backup_from_being_restored(data: Path, saved: Path) -> None:
    (data / "dialogue.db").write_bytes(b"damaged" * 1000)
    (data / "dialogue.db-wal").write_bytes(b"damaged" * 1000)
    restore(data, saved)
    again = open_storage(data)
    assert again.verify("d2").present == 3
    again.close()


def test_a_running_server_is_not_restored_over(data: Path, saved: Path) -> None:
    running = open_storage(data)
    assert refused(data, saved) == "data_in_use"
    assert len(running.load("d1")) == 5
    running.close()


def test_without_keys_nothing_is_restored(tmp_path: Path, saved: Path) -> None:
    assert refused(tmp_path / "empty", saved) == "keys_missing"
    assert not (tmp_path / "empty" / "dialogue.db").exists()


def test_a_wrong_master_key_restores_nothing(data: Path, saved: Path) -> None:
    assert refused(data, saved, OTHER_KEY) == "master_key_wrong"


def test_a_backup_of_another_house_is_refused(tmp_path: Path, saved: Path) -> None:
    other = open_storage(tmp_path / "other", OTHER_KEY)
    dialogue_of(other, "d9", 1)
    other.close()
    assert refused(tmp_path / "other", saved, OTHER_KEY) == "backup_not_readable"


def test_a_backup_that_is_none_is_refused_and_the_record_stays(data: Path, saved: Path, tmp_path: Path) -> None:
    before = (data / "dialogue.db").read_bytes()
    damaged = bytearray(saved.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    for name, content in {"damaged.zip": bytes(damaged), "text.zip": b"hello", "empty.zip": b""}.items():
        (tmp_path / name).write_bytes(content)
        assert refused(data, tmp_path / name) == "backup_not_readable"
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("about.json", "[]")
        packed.writestr("dialogue.db.sealed", "")
    assert refused(data, tmp_path / "other.zip") == "backup_not_readable"
    assert refused(data, tmp_path / "missing.zip") == "backup_not_readable"
    assert (data / "dialogue.db").read_bytes() == before


def test_a_backup_from_a_newer_version_is_refused_and_the_record_stays(data: Path, tmp_path: Path) -> None:
    storage = open_storage(data)
    storage.close()
    tamper(data / "dialogue.db", "CREATE TABLE later (x)")
    storage = open_storage(data)
    storage.thread.call(_mark_newer, storage)
    backup(storage, tmp_path / "newer.zip", NOW)
    storage.close()
    tamper(data / "dialogue.db", "UPDATE alembic_version SET version_num = 'record_0001'")
    before = (data / "dialogue.db").read_bytes()
    assert refused(data, tmp_path / "newer.zip") == "database_newer"
    assert (data / "dialogue.db").read_bytes() == before
    assert not list(data.glob("*restoring*"))


def _mark_newer(storage: Storage) -> None:
    with storage.log.transaction().begin():
        storage.log.transaction().exec_driver_sql("UPDATE alembic_version SET version_num = 'from_the_future'")


def test_a_backup_never_overwrites_and_says_where_it_cannot_write(storage: Storage, tmp_path: Path) -> None:
    (tmp_path / "there.zip").write_text("precious")
    for path, code in ((tmp_path / "there.zip", "backup_exists"), (tmp_path / "no" / "b.zip", "backup_not_writable")):
        with pytest.raises(StorageRefusal) as refusal:
            backup(storage, path, NOW)
        assert refusal.value.code == code
    assert (tmp_path / "there.zip").read_text() == "precious"
