"""The writer: group commit, told on the hub in order, on eventlet and on threads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sessions.storage.appends import Append
from sessions.storage.refusals import CommitFailed
from sessions.storage.store import Storage
from sessions.storage.writer import Commit
from tests.sessions.in_mode import both_modes, run_in_mode
from tests.sessions.storage.given import tells


def test_what_waits_while_a_batch_is_written_goes_together_in_the_next_one(storage: Storage) -> None:
    sizes: list[int] = []
    stored = storage.log.commit

    def counted(batch: Sequence[Append]) -> list[CommitFailed | None]:
        sizes.append(len(batch))
        return stored(batch)

    storage.log.commit = counted  # type: ignore[method-assign]
    commits: list[Commit] = []
    # Submitted from inside the owned thread, so that no batch can begin before all of them wait.
    storage.thread.call(lambda: commits.extend(storage.writer.submit(tells(f"d{number}", 0)) for number in range(50)))
    for commit in commits:
        commit.wait(10)
    assert sizes == [50]


def test_callbacks_come_in_the_order_of_submission(storage: Storage) -> None:
    told: list[tuple[str, int]] = []

    def note(commit: Commit) -> None:
        told.append((commit.append.dialogue, commit.append.after))

    commits = [storage.writer.submit(tells(name, after), note) for after in range(30) for name in ("a", "b")]
    for commit in commits:
        commit.wait(10)
    assert [after for name, after in told if name == "a"] == list(range(30))
    assert [after for name, after in told if name == "b"] == list(range(30))


def test_a_failed_commit_is_told_and_the_next_one_is_not_harmed(storage: Storage) -> None:
    failing, fine = storage.writer.submit(tells("d1", 7)), storage.writer.submit(tells("d2", 0))
    fine.wait(10)
    with pytest.raises(CommitFailed) as failed:
        failing.wait(10)
    assert failed.value.code == "key_gone"


def test_an_error_that_nobody_foresaw_leaves_nobody_waiting(storage: Storage) -> None:
    def broken(batch: object) -> list[CommitFailed | None]:
        raise RuntimeError("planted")

    storage.log.commit = broken  # type: ignore[method-assign]
    with pytest.raises(CommitFailed, match="RuntimeError"):
        storage.writer.submit(tells("d1", 0)).wait(10)


def test_a_callback_that_fails_keeps_nobody_waiting(storage: Storage) -> None:
    def bad(commit: Commit) -> None:
        raise ValueError("planted")

    first, second = storage.writer.submit(tells("d1", 0), bad), storage.writer.submit(tells("d2", 0))
    first.wait(10)
    second.wait(10)


def test_closing_stores_what_still_waits(storage: Storage) -> None:
    commits = [storage.writer.submit(tells("d1", after)) for after in range(20)]
    storage.close()
    for commit in commits:
        commit.wait(0)


def test_who_does_not_want_to_wait_longer_is_told_that_it_is_not_known_yet(storage: Storage) -> None:
    commits: list[Commit] = []
    # From inside the owned thread nothing can be written before this returns.
    with pytest.raises(TimeoutError):
        storage.thread.call(lambda: storage.writer.submit(tells("d1", 0), commits.append).wait(0.01))
    storage.close()
    assert commits[0].error is None


@both_modes
def test_a_thousand_writers_at_once_lose_and_double_nothing(mode: str, tmp_path: Path) -> None:
    script = """
    from pathlib import Path
    from sessions.storage.store import open_storage
    from tests.sessions.storage.given import tells
    storage = open_storage(Path(sys.argv[2]))
    told = []
    def write(room):
        for after in range(10):
            storage.writer.submit(tells(room, after), lambda commit: told.append(commit.error)).wait()
    for ended in [runtime.spawn(write, f"d{room}") for room in range(100)]:
        ended.wait()
    whole = all(storage.verify(f"d{room}").present == 10 for room in range(100))
    storage.close()
    print(len(told), set(told), whole)
    """
    assert run_in_mode(mode, script, str(tmp_path)) == ["1000 {None} True"]
