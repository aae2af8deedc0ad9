"""Whoever changes the database behind the program's back is found out, and the first bad line is named."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dialogue.archive import Report
from sessions.storage.refusals import KeyGone, SealBroken
from sessions.storage.store import open_storage
from tests.sessions.storage.given import dialogue_of, store, tamper, withdraws


@pytest.fixture
def written(data: Path) -> Path:
    """A closed database with one dialogue: six experiences, the second withdrawn."""
    storage = open_storage(data)
    dialogue_of(storage, "d1", 6)
    store(storage, withdraws("d1", 6, "e2"))
    storage.close()
    return data


def verified(data: Path) -> Report:
    storage = open_storage(data)
    try:
        return storage.verify("d1")
    finally:
        storage.close()


def first_bad(data: Path) -> tuple[int, str]:
    report = verified(data)
    assert report.altered > 0
    assert report.first_bad is not None
    return report.first_bad.seq, report.first_bad.code


def test_an_untouched_record_is_whole(written: Path) -> None:
    assert str(verified(written)) == "6 present, 1 erased, 0 altered"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE events SET type = 'doubt_raised' WHERE seq = 4", "altered_line"),
        ("UPDATE events SET v = 2 WHERE seq = 4", "altered_line"),
        ("UPDATE events SET at = at + 86400000 WHERE seq = 4", "altered_line"),
        ("UPDATE events SET at = at + 1 WHERE seq = 4", "altered_words"),
        ("UPDATE events SET at = 9000000000000000000 WHERE seq = 4", "altered_line"),
        ("""UPDATE events SET data = '{"id":"e4","owner":"s2"}' WHERE seq = 4""", "altered_words"),
        ("UPDATE events SET data = CAST(x'ff00' AS TEXT) WHERE seq = 4", "altered_words"),
        ("UPDATE events SET item = 'e2' WHERE seq = 4", "altered_words"),
        ("""UPDATE events SET erases = '["e4"]' WHERE seq = 4""", "altered_words"),
        ("UPDATE events SET commitments = '{}' WHERE seq = 4", "altered_line"),
        ("UPDATE events SET commitments = 'nothing' WHERE seq = 4", "altered_line"),
        ("UPDATE events SET hash = zeroblob(32) WHERE seq = 4", "altered_line"),
        ("UPDATE events SET prev_hash = zeroblob(32) WHERE seq = 4", "broken_link"),
        ("UPDATE words SET sealed = zeroblob(60) WHERE seq = 4 AND field = 'title'", "altered_words"),
        ("UPDATE words SET field = 'other' WHERE seq = 4 AND field = 'title'", "missing_words"),
        ("DELETE FROM words WHERE seq = 4", "missing_words"),
        ("DELETE FROM events WHERE seq = 4", "missing_line"),
    ],
)
def test_each_way_to_change_a_line_is_named(written: Path, change: str, code: str) -> None:
    assert tamper(written / "dialogue.db", change) >= 1
    assert first_bad(written) == (4, code)


def test_swapped_rows_are_named(written: Path) -> None:
    for step in ("seq = 99 WHERE seq = 3", "seq = 3 WHERE seq = 4", "seq = 4 WHERE seq = 99"):
        tamper(written / "dialogue.db", f"UPDATE events SET {step}")  # noqa: S608 - three literals
    assert first_bad(written)[0] == 3


def test_words_swapped_between_lines_are_named(written: Path) -> None:
    tamper(
        written / "dialogue.db",
        "UPDATE words SET sealed = (SELECT sealed FROM words w WHERE w.seq = 4 AND w.field = words.field)"
        " WHERE seq = 3",
    )
    assert first_bad(written) == (3, "altered_words")


def test_a_cut_tail_is_named(written: Path) -> None:
    tamper(written / "dialogue.db", "DELETE FROM events WHERE seq >= 5")
    assert first_bad(written) == (5, "cut_tail")


def test_a_cut_tail_is_noticed_even_when_the_head_was_moved_back(written: Path) -> None:
    tamper(written / "dialogue.db", "DELETE FROM events WHERE seq >= 5")
    head = "UPDATE dialogues SET head_seq = 4, head_hash = (SELECT hash FROM events WHERE seq = 4)"
    tamper(written / "dialogue.db", head)
    assert first_bad(written) == (4, "other_head")


def test_altered_words_are_never_shown(written: Path) -> None:
    tamper(written / "dialogue.db", "UPDATE words SET sealed = zeroblob(60) WHERE seq = 4")
    storage = open_storage(written)
    with pytest.raises(SealBroken):
        storage.load("d1")
    storage.close()


def test_a_dialogue_that_never_was_has_nothing_to_verify(written: Path) -> None:
    storage = open_storage(written)
    with pytest.raises(KeyGone):
        storage.verify("d2")
    storage.close()


PLACES = [
    ("events", "type"), ("events", "data"), ("events", "commitments"), ("events", "item"),
    ("events", "erases"), ("events", "prev_hash"), ("events", "hash"), ("words", "sealed"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "column"), PLACES)
def test_any_flipped_bit_is_named(written: Path, table: str, column: str) -> None:
    where = "seq = 5 AND field = 'account'" if table == "words" else "seq = 5"
    kind = "BLOB" if column in ("prev_hash", "hash", "sealed") else "TEXT"
    read = f"SELECT CAST({column} AS BLOB) FROM {table} WHERE {where}"  # noqa: S608 - names from above
    change = f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE {where}"  # noqa: S608 - likewise
    with closing(sqlite3.connect(written / "dialogue.db")) as connection:
        (value,) = connection.execute(read).fetchone()
    for bit in random.Random(column).sample(range(len(value) * 8), 4):
        flipped = bytearray(value)
        flipped[bit // 8] ^= 1 << bit % 8
        assert tamper(written / "dialogue.db", change, bytes(flipped)) == 1
        assert first_bad(written)[0] == 5
        tamper(written / "dialogue.db", change, value)
    assert verified(written).altered == 0
