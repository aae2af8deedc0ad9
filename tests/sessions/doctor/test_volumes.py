"""Where data must not lie, told by the system's own tables."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sessions.doctor import disk
from sessions.doctor.volumes import Volume, kind_of, mounts_in, synchroniser_of, volume_of
from sessions.storage.engine import Pragma
from tests.sessions.doctor.given import codes, scene

TABLE = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:25 / /mnt rw,relatime - cifs //files/shared rw
31 30 8:2 / /mnt/own rw,relatime - xfs /dev/sdb1 rw
32 22 8:3 / /media/my\\040stick rw - vfat /dev/sdc1 rw
33 22 0:26 / /run rw - tmpfs tmpfs rw
34 22 0:27 / /home/vm rw - fuse.vmhgfs-fuse host rw
a line of some later kind
"""


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        ("/home/trainer/data", Volume.LOCAL),
        ("/mnt/data", Volume.NETWORK),
        ("/mnt/own/data", Volume.LOCAL),
        ("/mntother/data", Volume.LOCAL),
        ("/media/my stick/data", Volume.SIMPLE),
        ("/run/data", Volume.MEMORY),
        ("/home/vm/data", Volume.NETWORK),
    ],
)
def test_a_folder_is_on_the_mount_nearest_above_it(path: str, volume: Volume) -> None:
    assert kind_of(Path(path), mounts_in(TABLE)) is volume


def test_of_two_mounts_at_one_place_the_later_counts_and_without_any_nothing_is_said() -> None:
    here = Path("/data")
    assert kind_of(here, [(Path("/"), "ext4"), (Path("/"), "nfs4")]) is Volume.NETWORK
    assert kind_of(here, []) is Volume.UNKNOWN


@pytest.mark.parametrize("name", ["OneDrive - Academy", "Dropbox", "iCloud Drive", "Nextcloud", "Google Drive"])
def test_a_folder_that_is_copied_to_a_cloud_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    data = tmp_path / name / "dialogue" / "data"
    data.mkdir(parents=True)
    assert synchroniser_of(data) == name
    assert ("wrong", "disk_synchronised") in codes(disk.check(scene(data)))
    assert synchroniser_of(tmp_path) is None


@pytest.mark.parametrize(
    ("volume", "code"),
    [
        (Volume.NETWORK, ("wrong", "disk_network")),
        (Volume.MEMORY, ("care", "disk_memory")),
        (Volume.SIMPLE, ("care", "disk_simple")),
    ],
)
def test_each_kind_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, volume: Volume, code: tuple[str, str]
) -> None:
    monkeypatch.setattr("sessions.doctor.disk.volume_of", lambda folder: volume)
    assert code in codes(disk.check(scene(tmp_path)))


def test_the_folder_of_this_test_is_on_something() -> None:
    assert volume_of(Path(__file__).parent) in set(Volume)
    shared = Path("/dev/shm")  # noqa: S108  only its kind is asked for
    if sys.platform == "linux" and shared.is_dir():
        assert volume_of(shared) is Volume.MEMORY


def test_a_commit_is_tried_and_nothing_of_it_stays(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert ("fine", "disk_safe") in codes(disk.check(scene(data)))
    assert list(tmp_path.iterdir()) == [], "the folder itself is the first start's to make"


def test_a_disk_on_which_sqlite_does_not_keep_its_promises_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_log = (Pragma("journal_mode", "DELETE", "wal"),)  # as where a write-ahead log can't be had
    monkeypatch.setattr("sessions.storage.engine.PRAGMAS", without_log)
    found = next(one for one in disk.check(scene(tmp_path)) if one.code == "disk_unsafe")
    assert found.grade.value == "wrong"
    assert "journal_mode" in found.sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("milliseconds", "code"), [(100.0, ("fine", "disk_safe")), (101.0, ("care", "disk_slow"))])
def test_a_commit_that_everyone_would_wait_for_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, milliseconds: float, code: tuple[str, str]
) -> None:
    monkeypatch.setattr("sessions.doctor.disk.try_out", lambda where: milliseconds)
    assert codes(disk.check(scene(tmp_path)))[-1] == code


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (found,) = disk.check(scene(tmp_path / "file" / "data"))
    assert (found.grade.value, found.code) == ("wrong", "data_not_writable")
    assert str(tmp_path / "file") in found.sentence


@pytest.mark.parametrize(
    ("megabytes", "code"),
    [(50, ("wrong", "disk_full")), (500, ("care", "disk_low")), (5000, ("fine", "disk_room"))],
)
def test_the_room_that_is_left_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int, code: tuple[str, str]
) -> None:
    class Usage:
        free = megabytes * 1_000_000

    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage)
    assert code in codes(disk.check(scene(tmp_path)))
