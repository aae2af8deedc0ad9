"""Sealed words, erased words, destroyed keys: what is on the disk, and what is not any more."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dialogue.archive import Opened
from sessions.storage.refusals import CommitFailed, KeyGone, SealBroken
from sessions.storage.sealing import Sealer, fresh_key, fresh_salt
from sessions.storage.store import Storage, open_storage
from tests.sessions.storage.given import CANARY, answers, bytes_on_disk, dialogue_of, store, tamper, tells, withdraws


def test_no_word_is_on_the_disk_in_clear_neither_while_running_nor_after(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 5)
    store(storage, answers("d1", 5, f'{{"open":"{CANARY}"}}', b"token"))
    assert (data / "dialogue.db-wal").exists()
    assert CANARY.encode() not in bytes_on_disk(data)
    storage.close()
    assert CANARY.encode() not in bytes_on_disk(data)


def test_a_seal_opens_only_where_it_was_made() -> None:
    sealer, opened = Sealer(fresh_key()), Opened(fresh_salt(), "words")
    sealed = sealer.seal(opened, "d1", 7, "title")
    assert sealer.open(sealed, "d1", 7, "title") == opened
    for place in (("d2", 7, "title"), ("d1", 8, "title"), ("d1", 7, "account"), ("d1", "7title")):
        with pytest.raises(SealBroken):
            sealer.open(sealed, *place)
    with pytest.raises(SealBroken):
        Sealer(fresh_key()).open(sealed, "d1", 7, "title")
    with pytest.raises(SealBroken):
        sealer.open(b"short", "d1", 7, "title")


def test_a_digest_needs_the_dialogues_key(storage: Storage) -> None:
    one, other = storage.digester("d1"), storage.digester("d2")
    assert one(b"body") == storage.digester("d1")(b"body")
    assert len({one(b"body"), other(b"body"), one(b"body ")}) == 3


def test_withdrawn_words_are_gone_and_the_chain_still_verifies(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 4)
    before = row_of(data, 2)
    assert before in bytes_on_disk(data)
    store(storage, withdraws("d1", 4, "e2"))
    stored = storage.load("d1")[1]
    assert (stored.words, stored.erased_fields) == ({}, ("account", "title"))
    assert storage.load("d1")[0].words["title"] == f"{CANARY} title 1"
    assert str(storage.verify("d1")) == "4 present, 1 erased, 0 altered"
    assert storage.receipts("d1")[("s1", "c2")] == (None, "r2")
    assert storage.receipts("d1")[("s1", "c1")] == (b"d" * 32, "r1")


def test_not_even_the_sealed_bytes_of_withdrawn_words_stay_in_any_file(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 4)
    sealed = row_of(data, 2)
    store(storage, withdraws("d1", 4, "e2"))
    assert sealed[:32] not in bytes_on_disk(data)
    assert (data / "dialogue.db-wal").stat().st_size == 0


def test_words_told_and_withdrawn_in_one_batch_are_gone_too(storage: Storage) -> None:
    errors = storage.thread.call(storage.log.commit, [tells("d1", 0), withdraws("d1", 1, "e1"), tells("d1", 2)])
    assert errors == [None, None, None]
    assert [bool(stored.words) for stored in storage.load("d1")] == [False, False, True]
    assert str(storage.verify("d1")) == "2 present, 1 erased, 0 altered"


def test_a_ballot_is_not_left_in_the_log_beside_its_event(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 1)
    store(storage, answers("d1", 1, "body", b"token"))
    assert (data / "dialogue.db-wal").stat().st_size == 0


def test_a_reader_who_keeps_the_log_from_being_emptied_only_delays_it(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 2)
    reader = sqlite3.connect(data / "dialogue.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM words").fetchone()
    store(storage, withdraws("d1", 2, "e1"))
    assert (data / "dialogue.db-wal").stat().st_size > 0
    reader.execute("ROLLBACK")
    reader.close()
    store(storage, tells("d1", 3))
    assert (data / "dialogue.db-wal").stat().st_size == 0


def test_a_destroyed_key_ends_a_dialogue_and_no_other(storage: Storage) -> None:
    dialogue_of(storage, "d1", 2)
    dialogue_of(storage, "d2", 2)
    storage.destroy_key("d1")
    with pytest.raises(KeyGone):
        storage.load("d1")
    with pytest.raises(KeyGone):
        storage.digester("d1")
    with pytest.raises(CommitFailed) as failed:
        store(storage, tells("d1", 2))
    assert failed.value.code == "key_gone"
    assert len(storage.load("d2")) == 2


def test_a_key_moved_to_another_dialogue_opens_nothing(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 1)
    storage.close()
    assert tamper(data / "keys.db", "UPDATE data_keys SET dialogue_id = 'd2'") == 1
    again = open_storage(data)
    with pytest.raises(KeyGone):
        again.digester("d2")
    again.close()


def row_of(data: Path, seq: int) -> bytes:
    """The sealed bytes of a title."""
    reader = sqlite3.connect(data / "dialogue.db")
    (sealed,) = reader.execute("SELECT sealed FROM words WHERE seq = ? AND field = 'title'", (seq,)).fetchone()
    reader.close()
    return bytes(sealed)
