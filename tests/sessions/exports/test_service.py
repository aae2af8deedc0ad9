"""Exports on their way: real processes, ended when they are cancelled or take too long, nothing left of any."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue.transcript import ENGLISH
from sessions.exports import job as jobs
from sessions.exports import service
from sessions.exports.job import Asked, Job, State
from sessions.exports.refusals import Busy, TooLarge
from sessions.exports.service import Exports
from tests.sessions.exports.given import STATIC, usual


@pytest.fixture
def exports(tmp_path: Path) -> Iterator[Exports]:
    made = Exports(tmp_path / "exports", STATIC)
    yield made
    made.stop()
    assert not (tmp_path / "exports").exists()


def asked(account: str = "lead", format: str = "markdown") -> Asked:
    return Asked(account, "dialogue", format, usual().parts, "dialogue.md")


def begun(exports: Exports, account: str = "lead", format: str = "markdown") -> Job:
    return exports.begin(asked(account, format), usual(), ENGLISH)


def until(so: Callable[[], bool]) -> None:
    """Waits for it, for as long as a slow machine may take."""
    end = time.monotonic() + 60
    while not so():
        assert time.monotonic() < end
        time.sleep(0.02)


def finished(job: Job) -> State:
    until(lambda: job.state is not State.RUNNING)
    return job.state


def left(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "exports").rglob("*") if path.is_file()]


def test_a_file_is_fetched_as_it_was_written_and_then_gone(exports: Exports, tmp_path: Path) -> None:
    job = begun(exports)
    assert finished(job) is State.DONE
    assert job.percent == 100
    assert job.content().decode().startswith("# Trust on the wing")
    for path in left(tmp_path):
        assert b"prisoner" not in path.read_bytes(), "sealed on disk"
    exports.end(job)
    assert left(tmp_path) == []
    assert exports.of(job.id, "dialogue", "lead") is None
    with pytest.raises(OSError, match="export"):
        job.content()


def test_nobody_else_has_it_and_it_is_of_no_other_dialogue(exports: Exports) -> None:
    job = begun(exports)
    assert exports.of(job.id, "dialogue", "lead") is job
    assert exports.of(job.id, "dialogue", "other") is None
    assert exports.of(job.id, "another", "lead") is None
    assert exports.of("guessed", "dialogue", "lead") is None


def test_to_cancel_ends_the_process_and_leaves_nothing(exports: Exports, tmp_path: Path) -> None:
    job = begun(exports, format="pdf")
    process = job._process
    exports.end(job)
    assert process.poll() is not None
    assert left(tmp_path) == []


def test_only_a_few_are_written_at_once_and_one_for_each_person(exports: Exports) -> None:
    first, second = begun(exports, "one", "pdf"), begun(exports, "two", "pdf")
    with pytest.raises(Busy):
        begun(exports, "three", "pdf")
    again = begun(exports, "two", "markdown")
    assert exports.of(second.id, "dialogue", "two") is None, "the new one takes its place"
    assert finished(again) is State.DONE
    assert first.state in {State.RUNNING, State.DONE}


def test_what_takes_too_long_is_given_up(exports: Exports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LONGEST_S", 0.0)
    job = begun(exports, format="pdf")
    assert finished(job) is State.TOO_SLOW


def test_what_nobody_fetches_is_removed(exports: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "KEPT_S", 0.1)
    job = begun(exports)
    finished(job)
    until(job.ended.is_set)
    assert left(tmp_path) == []
    assert exports.of(job.id, "dialogue", "lead") is None


def test_an_order_that_is_larger_than_any_dialogue_is_refused(
    exports: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "LARGEST_ORDER", 100)
    with pytest.raises(TooLarge):
        begun(exports)
    assert left(tmp_path) == []


def test_what_an_earlier_server_left_is_removed_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "exports" / "old").mkdir(parents=True)
    (tmp_path / "exports" / "old" / "export").write_bytes(b"left by a power cut")
    Exports(tmp_path / "exports", STATIC)
    assert not (tmp_path / "exports").exists()


def test_the_process_is_told_no_key_of_the_server(exports: Exports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MASTER_KEY", "canary")
    job = begun(exports, format="pdf")
    if os.path.exists("/proc"):
        surroundings = Path(f"/proc/{job._process.pid}/environ").read_bytes()
        assert b"PYTHONPATH" in surroundings
        assert b"canary" not in surroundings
        assert b"Trust" not in Path(f"/proc/{job._process.pid}/cmdline").read_bytes()
    exports.end(job)
