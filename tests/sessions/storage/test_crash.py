"""kill -9 in the middle of writing: what was acknowledged is there, and each dialogue goes on."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from sessions.storage.store import open_storage
from tests.sessions.in_mode import MODES, start_in_mode
from tests.sessions.storage.given import store, tells, withdraws

WRITES = """
from pathlib import Path
from sessions.storage.store import open_storage
from tests.sessions.storage.given import tells
storage = open_storage(Path(sys.argv[2]))
def write(room):
    for after in range(40):
        storage.writer.submit(tells(room, after)).wait()
        sys.stdout.write(f"{room} {after + 1}\\n")
        sys.stdout.flush()
for ended in [runtime.spawn(write, room) for room in ("a", "b", "c")]:
    ended.wait()
"""


def killed_at(failpoint: str, mode: str, script: str, data: Path) -> list[str]:
    """What the process acknowledged before it died at the failpoint."""
    process = start_in_mode(mode, script, str(data), DIALOGUE_FAILPOINT=failpoint)
    said, complained = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, complained
    return said.splitlines()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("failpoint", ["before_commit:1", "before_commit:9", "after_commit:1", "after_commit:12"])
def test_what_was_acknowledged_is_stored_after_kill_9(failpoint: str, mode: str, data: Path) -> None:
    acknowledged = {tuple(line.split()) for line in killed_at(failpoint, mode, WRITES, data)}
    storage = open_storage(data)
    stored = {(room, str(event.seq)) for room in "abc" for event in storage.load(room)}
    assert acknowledged <= stored
    attempted = {(room, str(len([1 for name, _ in acknowledged if name == room]) + 1)) for room in "abc"}
    assert stored <= acknowledged | attempted
    for room in "abc":
        events = storage.load(room)
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        if events:
            assert storage.verify(room).altered == 0
        assert len(storage.receipts(room)) == len(events)
        store(storage, tells(room, len(events)))
    storage.close()


def test_a_commit_that_was_on_disk_when_the_process_died_stays(data: Path) -> None:
    assert killed_at("after_commit:1", "threading", WRITES, data) == []
    storage = open_storage(data)
    assert [len(storage.load(room)) for room in "abc"].count(1) >= 1
    storage.close()


def test_a_commit_that_was_not_on_disk_when_the_process_died_is_gone_as_a_whole(data: Path) -> None:
    assert killed_at("before_commit:1", "threading", WRITES, data) == []
    storage = open_storage(data)
    assert storage.dialogues() == []
    storage.close()


def test_an_erasure_that_was_cut_short_is_on_the_list_already(data: Path) -> None:
    storage = open_storage(data)
    store(storage, tells("d1", 0))
    storage.close()
    script = """
    from pathlib import Path
    from sessions.storage.store import open_storage
    from tests.sessions.storage.given import withdraws
    open_storage(Path(sys.argv[2])).writer.submit(withdraws("d1", 1, "e1")).wait()
    """
    killed_at("before_commit:1", "threading", script, data)
    storage = open_storage(data)
    assert storage.thread.call(storage.keys.erased, "d1") == {("d1", "e1")}
    assert storage.load("d1")[0].erased_fields == ()
    store(storage, withdraws("d1", 1, "e1"))
    assert storage.load("d1")[0].erased_fields == ("account", "title")
    storage.close()


@pytest.mark.parametrize("armed", ["after_commit", "after_commit:0", ":3", "after_commit:x"])
def test_a_failpoint_that_says_nothing_stops_the_start(armed: str) -> None:
    process = start_in_mode("threading", "import sessions.storage.faults", DIALOGUE_FAILPOINT=armed)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "DIALOGUE_FAILPOINT is a name and a number from 1" in complained
