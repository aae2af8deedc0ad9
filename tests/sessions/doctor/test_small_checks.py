"""Clock, packages, permissions, and how findings are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from sessions.certificates.making import make
from sessions.doctor import CHECKS, clock, keys, packages
from sessions.doctor.clock import MADE, day
from sessions.doctor.findings import as_data, as_lines, care, fine, is_well, wrong
from sessions.doctor.packages import compared
from sessions.storage.backup import backup
from sessions.storage.store import open_storage
from tests.sessions.doctor.given import codes, scene
from tests.sessions.storage.given import NOW


def test_a_day_before_this_version_was_made_can_not_be_now() -> None:
    made = datetime(MADE.year, MADE.month, MADE.day, 12, tzinfo=UTC)
    assert day(made - timedelta(days=1)).code == "clock_behind"
    assert day(made).code == "clock_plausible"
    assert day(made + timedelta(days=4000)).code == "clock_ahead"
    local = made.astimezone()
    assert f"{local:%H:%M}" in day(made).sentence, "a person compares it with the clock on the wall"


def test_a_clock_that_is_set_meanwhile_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("care", "clock_jumps") not in codes(clock.check(scene()))
    shown = iter([1_000_000.0, 1_003_600.0])
    monkeypatch.setattr("time.time", lambda: next(shown))
    assert ("care", "clock_jumps") in codes(clock.check(scene()))


def test_packages_are_compared_with_their_pins() -> None:
    hashed = " \\\n    --hash=sha256:" + "0" * 64 + "\n"
    click = f"click=={version('click')}{hashed}"
    assert codes(compared(click)) == [("fine", "packages_pinned")]
    elsewhere = f"no-such-package==1.0 ; sys_platform == 'win32'{hashed}"
    assert codes(compared(click + elsewhere)) == [("fine", "packages_pinned")]
    found = list(compared(f"click==0.1{hashed}no-such-package==1.0{hashed}"))
    assert codes(found) == [("wrong", "packages_missing"), ("care", "packages_other")]
    assert "no-such-package 1.0" in found[0].sentence
    assert f"click {version('click')} instead of 0.1" in found[1].sentence


def test_a_copy_without_the_list_of_pins_says_that_nothing_was_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ("fine", "packages_left") not in codes(packages.check(scene()))
    monkeypatch.setattr(packages, "PINS", tmp_path / "requirements.txt")
    assert ("fine", "packages_left") in codes(packages.check(scene()))


def test_a_python_that_nobody_tried_is_named_with_the_newest_that_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 14, 2))
    assert next(packages.check(scene())).code == "python_tested"
    monkeypatch.setattr("sys.version_info", (3, 15, 0))
    untested = next(packages.check(scene()))
    assert (untested.grade.value, untested.code) == ("care", "python_untested")
    assert "Python 3.14" in untested.advice


def test_keys_that_others_may_read_are_named_with_the_command(tmp_path: Path) -> None:
    data = tmp_path / "data"
    open_storage(data).close()
    assert codes(keys.check(scene(data))) == [("fine", "keys_right")]
    (data / "master.key").chmod(0o644)
    right, lax = keys.check(scene(data))
    assert right.code == "keys_right"
    assert (lax.grade.value, lax.code) == ("care", "keys_open_to_others")
    assert lax.advice.endswith("chmod 600 master.key")


def test_a_master_key_that_can_not_be_read_is_told_from_one_that_is_missing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    open_storage(data).close()
    (data / "master.key").unlink()
    (data / "master.key").mkdir(mode=0o700)  # what no account can read as a file, an all-powerful one included
    assert codes(keys.check(scene(data))) == [("wrong", "master_key_not_readable")]


def test_a_backup_beside_the_keys_is_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    storage = open_storage(data)
    backup(storage, data / "friday.backup", NOW)
    backup(storage, tmp_path / "elsewhere.backup", NOW)
    storage.close()
    _right, beside = keys.check(scene(data))
    assert (beside.grade.value, beside.code) == ("care", "keys_beside_backup")
    assert "friday.backup" in beside.sentence


def test_findings_are_told_in_lines_and_as_data() -> None:
    found = [fine("port_free", "Port 8000 is free."), care("disk_low", "500 MB are free.", "Make room soon.")]
    assert is_well(found)
    assert as_lines(found) == [
        "✓ Port 8000 is free.",
        "! 500 MB are free. (disk_low)",
        "  → Make room soon.",
        "",
        "Nothing is wrong. To be looked at: 1.",
    ]
    assert as_lines(found[:1])[-1] == "All is well."
    found.append(wrong("disk_full", "5 MB are free.", "Make room."))
    assert not is_well(found)
    assert as_lines(found)[-1] == "Wrong: 1. What to do stands behind each →."
    told = as_data(found)
    assert told["well"] is False
    assert told["findings"][2] == {
        "grade": "wrong",
        "code": "disk_full",
        "sentence": "5 MB are free.",
        "advice": "Make room.",
    }


def test_every_check_is_in_the_list() -> None:
    modules = {check.__module__.rpartition(".")[2] for check in CHECKS}
    folder = Path(make.__code__.co_filename).parents[1] / "doctor"
    files = {path.stem for path in folder.glob("*.py")}
    assert files - modules == {"__init__", "findings", "asking", "scene", "volumes"}
