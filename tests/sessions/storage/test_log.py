"""Many dialogues in one commit: each whole or not at all, none harmed by another."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sessions.storage.appends import Append
from sessions.storage.doors import SeatRef
from sessions.storage.engine import raw_connection
from sessions.storage.refusals import CommitFailed
from sessions.storage.store import Storage, open_storage
from tests.sessions.storage.given import CANARY, NOW, Told, answers, dialogue_of, store, tells


def commit(storage: Storage, *batch: Append) -> list[str | None]:
    """The codes, append by append, of one batch."""
    errors = storage.thread.call(storage.log.commit, batch)
    assert all(error is None or isinstance(error, CommitFailed) for error in errors)
    return [None if error is None else error.code for error in errors]


def numbers(storage: Storage, dialogue: str) -> list[int]:
    return [stored.seq for stored in storage.load(dialogue)]


def test_what_is_stored_is_read_back_as_it_was_written(storage: Storage) -> None:
    store(storage, tells("d1", 0))
    (stored,) = storage.load("d1")
    assert (stored.seq, stored.at, stored.type, stored.v, stored.item) == (1, NOW, "experience_told", 1, "e1")
    assert stored.data == {"id": "e1", "owner": "s1"}
    assert stored.words == {"title": f"{CANARY} title 1", "account": f"{CANARY} account 1"}
    assert stored.erased_fields == ()
    assert storage.receipts("d1") == {("s1", "c1"): (b"d" * 32, "r1")}
    assert storage.dialogues() == ["d1"]


def test_an_unknown_dialogue_is_empty(storage: Storage) -> None:
    assert storage.load("nothing") == []
    assert storage.receipts("nothing") == {}


def test_one_command_may_bring_several_events(storage: Storage) -> None:
    append = replace(tells("d1", 0), records=(Told("stage_entered"), Told("hand_raised"), Told("hand_lowered")))
    assert commit(storage, append, tells("d1", 3)) == [None, None]
    assert numbers(storage, "d1") == [1, 2, 3, 4]


def test_a_batch_stores_many_dialogues(storage: Storage) -> None:
    batch = [tells(f"d{number}", after) for after in range(3) for number in range(20)]
    assert commit(storage, *batch) == [None] * 60
    assert all(numbers(storage, f"d{number}") == [1, 2, 3] for number in range(20))


def test_a_dialogue_whose_part_fails_loses_all_of_it_and_harms_no_other(storage: Storage) -> None:
    dialogue_of(storage, "bad", 1)

    def fault(place: str, dialogue: str) -> None:
        if dialogue == "bad":
            raise OSError("planted")

    storage.log.fault = fault
    batch = [tells("good", 0), tells("bad", 1), tells("bad", 2), tells("good", 1), tells("other", 0)]
    assert commit(storage, *batch) == [None, "commit_failed", "commit_failed", None, None]
    assert [numbers(storage, name) for name in ("good", "bad", "other")] == [[1, 2], [1], [1]]
    storage.log.fault = lambda place, dialogue: None
    assert commit(storage, tells("bad", 1)) == [None]
    assert all(storage.verify(name).altered == 0 for name in ("good", "bad", "other"))


def test_when_the_commit_itself_fails_nothing_is_stored_and_all_are_told(storage: Storage) -> None:
    dialogue_of(storage, "d1", 2)

    def fault(place: str, dialogue: str) -> None:
        if place == "commit":
            raise sqlite3.OperationalError("disk I/O error")

    storage.log.fault = fault
    assert commit(storage, tells("d1", 2), tells("d2", 0)) == ["commit_failed", "commit_failed"]
    storage.log.fault = lambda place, dialogue: None
    assert (numbers(storage, "d1"), storage.load("d2")) == ([1, 2], [])
    assert commit(storage, tells("d1", 2), tells("d2", 0)) == [None, None]


@pytest.mark.parametrize("after", [0, 1, 3])
def test_what_was_decided_on_another_head_is_out_of_step(storage: Storage, after: int) -> None:
    dialogue_of(storage, "d1", 2)
    assert commit(storage, tells("d1", after), tells("d2", 0)) == ["out_of_step", None]
    assert commit(storage, tells("d1", 2)) == [None]


def test_a_head_that_someone_else_moved_is_read_again(storage: Storage) -> None:
    dialogue_of(storage, "d1", 2)

    def move_back() -> None:
        raw = raw_connection(storage.log.transaction())
        raw.execute("DELETE FROM events WHERE seq = 2")  # its words go with it
        raw.execute("DELETE FROM receipts WHERE command_id = 'c2'")
        raw.execute("UPDATE dialogues SET head_seq = 1, head_hash = (SELECT hash FROM events)")

    storage.thread.call(move_back)
    assert commit(storage, tells("d1", 2)) == ["out_of_step"]
    assert commit(storage, tells("d1", 1)) == [None]
    assert (numbers(storage, "d1"), storage.verify("d1").altered) == ([1, 2], 0)


def test_a_gap_inside_a_batch_fails_the_whole_part(storage: Storage) -> None:
    assert commit(storage, tells("d1", 0), tells("d1", 2)) == ["out_of_step", "out_of_step"]
    assert storage.load("d1") == []


def test_events_for_a_dialogue_that_never_began_are_refused(storage: Storage) -> None:
    assert commit(storage, tells("d1", 4)) == ["key_gone"]
    assert commit(storage, Append("d1", 0, NOW, ())) == ["commit_failed"]


def test_a_command_id_is_taken_once_per_seat(storage: Storage) -> None:
    dialogue_of(storage, "d1", 1)
    again = replace(tells("d1", 1), receipt=tells("d1", 0).receipt)
    assert commit(storage, again) == ["commit_failed"]
    assert again.receipt is not None
    assert commit(storage, replace(again, receipt=replace(again.receipt, seat="s2"))) == [None]


def test_a_one_time_token_is_spent_once_and_its_ballot_stays_apart(storage: Storage) -> None:
    dialogue_of(storage, "d1", 1)
    assert storage.spent("d1") == set()
    assert commit(storage, answers("d1", 1, "first", b"token")) == [None]
    assert storage.spent("d1") == {b"token"}
    assert commit(storage, answers("d1", 2, "second", b"token")) == ["commit_failed"]
    assert storage.ballots("d1", "closing") == ["first"]
    assert storage.ballots("d1", "other") == []


def test_ballots_come_in_an_order_that_is_not_that_of_answering(storage: Storage) -> None:
    dialogue_of(storage, "d1", 1)
    store(storage, *(answers("d1", 1 + number, str(number), bytes([number])) for number in range(40)))
    bodies = storage.ballots("d1", "closing")
    assert sorted(bodies, key=int) == [str(number) for number in range(40)]
    assert bodies != sorted(bodies, key=int)


def test_a_ballot_row_holds_neither_seat_nor_number_nor_time_nor_command(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 1)
    store(storage, answers("d1", 1, "body", b"token"))
    storage.close()
    with sqlite3.connect(data / "dialogue.db") as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(ballots)")}
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("SELECT rowid FROM ballots")
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("SELECT rowid FROM spent")
    connection.close()
    assert columns == {"key", "dialogue_id", "form", "sealed"}
    assert not (data / "dialogue.db-wal").exists()


def test_rows_that_go_along_are_stored_with_the_events_or_not_at_all(storage: Storage) -> None:
    doors = storage.doors
    rows = (doors.opening("K7F4M2QX", "d1"), doors.giving("token", SeatRef("d1", "s1", "facilitator"), NOW))
    assert commit(storage, tells("d1", 0, also=rows)) == [None]
    taken = (doors.giving("other", SeatRef("d2", "s1", "facilitator"), NOW), doors.opening("K7F4M2QX", "d2"))
    assert commit(storage, tells("d2", 0, also=taken), tells("d3", 0)) == ["commit_failed", None]
    assert (doors.behind("K7F4M2QX"), doors.seat_of("other", NOW), storage.load("d2")) == ("d1", None, [])


def test_what_is_not_canonical_is_refused_and_harms_no_other(storage: Storage) -> None:
    odd = Append("d1", 0, NOW, (Told(data={"place": float("inf")}),))
    own = Append("d2", 0, NOW, (Told(words={"@at": "mine"}),))
    torn = Append("d3", 0, NOW, (Told(words={"title": "half a letter \ud800"}),))
    assert commit(storage, odd, own, torn, tells("d4", 0)) == ["commit_failed"] * 3 + [None]


def test_a_full_disk_stores_nothing_lets_reading_go_on_and_recovers_by_itself(storage: Storage) -> None:
    dialogue_of(storage, "d1", 3)

    def limit(pages: int) -> None:
        raw_connection(storage.log.transaction()).execute(f"PRAGMA max_page_count={pages}")

    storage.thread.call(limit, 1)
    big = [tells("d1", 3, text="x" * 100_000), tells("d2", 0, text="y" * 100_000)]
    assert commit(storage, *big) == ["storage_unavailable", "storage_unavailable"]
    assert numbers(storage, "d1") == [1, 2, 3]
    storage.thread.call(limit, 1_000_000)
    assert commit(storage, *big) == [None, None]
    assert (storage.verify("d1").present, storage.verify("d2").present) == (4, 1)


def test_a_database_that_someone_locks_stores_nothing_and_recovers_by_itself(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 1)
    other = sqlite3.connect(data / "dialogue.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    tried: list[str] = []
    storage.log.fault = lambda place, dialogue: tried.append(dialogue)
    assert commit(storage, tells("d1", 1), tells("d2", 0)) == ["storage_unavailable", "storage_unavailable"]
    assert tried == []  # one wait for the lock, not one per dialogue
    assert numbers(storage, "d1") == [1]
    other.execute("ROLLBACK")
    other.close()
    assert commit(storage, tells("d1", 1)) == [None]


def test_a_failure_never_repeats_what_was_written(storage: Storage) -> None:
    dialogue_of(storage, "d1", 1)
    again = replace(tells("d1", 1), receipt=tells("d1", 0).receipt)
    (error,) = storage.thread.call(storage.log.commit, [again])
    assert error is not None
    assert CANARY not in f"{error} {error.__cause__}"
    assert "r1" not in f"{error} {error.__cause__}"


def test_a_dialogue_continues_after_a_restart(storage: Storage, data: Path) -> None:
    dialogue_of(storage, "d1", 3)
    storage.close()
    again = open_storage(data)
    assert commit(again, tells("d1", 3)) == [None]
    assert numbers(again, "d1") == [1, 2, 3, 4]
    assert again.history == storage.history
    again.close()
