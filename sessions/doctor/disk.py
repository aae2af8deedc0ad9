"""The disk: room, a file system on which what is written stays, and a real commit tried out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Scene
from sessions.doctor.volumes import Volume, synchroniser_of, volume_of
from sessions.storage.looking import try_out
from sessions.storage.refusals import StorageRefusal

LEAST_MB = 100
LITTLE_MB = 1000  # a hall's day is some 50 MB; backups and the system want their share
SLOW_MS = 100.0  # a commit, which everyone in the room waits for
ELSEWHERE = "Set DATA to a folder on this machine's own disk."


def check(scene: Scene) -> Iterator[Finding]:
    """Where the data lie, or would."""
    data = scene.config.data.expanduser().absolute()
    there = _existing(data)
    if not there.is_dir():
        yield wrong("data_not_writable", f"{there} is in the way of the data folder {data}: it is a file.", ELSEWHERE)
        return
    yield from _room(there)
    yield from _kind(there)
    yield _written(data, there)


def _existing(data: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    return next(known for known in (data, *data.parents) if known.exists())


def _room(there: Path) -> Iterator[Finding]:
    megabytes = shutil.disk_usage(there).free // 1_000_000
    if megabytes < LEAST_MB:
        yield wrong("disk_full", f"Only {megabytes} MB are free.", "Make room before anyone writes.")
    elif megabytes < LITTLE_MB:
        yield care("disk_low", f"Only {megabytes} MB are free.", "Make room soon.")
    else:
        yield fine("disk_room", f"{megabytes / 1000:.0f} GB are free.")


def _kind(there: Path) -> Iterator[Finding]:
    match volume_of(there):
        case Volume.NETWORK:
            yield wrong("disk_network", f"{there} is on a network drive, where words could be lost.", ELSEWHERE)
        case Volume.MEMORY:
            yield care("disk_memory", f"{there} is in memory: all is gone once the machine is switched off.", ELSEWHERE)
        case Volume.SIMPLE:
            yield care(
                "disk_simple",
                f"{there} is on a file system that knows no owners: whoever has the stick or disk has the keys.",
                ELSEWHERE,
            )
        case Volume.LOCAL | Volume.UNKNOWN:
            pass
    copier = synchroniser_of(there)
    if copier is not None:
        yield wrong(
            "disk_synchronised",
            f"“{copier}” in the path of the data is copied to a cloud, keys and half-written pages included.",
            ELSEWHERE,
        )


def _written(data: Path, there: Path) -> Finding:
    try:
        took = try_out(there)
    except StorageRefusal as refusal:
        return wrong("disk_unsafe", str(refusal), ELSEWHERE)
    except OSError as error:
        why = f"{there} cannot be written to ({error.strerror or error})."
        return wrong("data_not_writable", why, "Let this account write there, or set DATA to another folder.")
    if took > SLOW_MS:
        return care(
            "disk_slow",
            f"A commit takes {took:.0f} ms; everyone waits that long for their ✓.",
            "A small group won't mind. For a hall, use a machine with a solid-state disk.",
        )
    made = "" if there == data else " The first start makes the data folder."
    return fine("disk_safe", f"What is written stays: a commit takes {took:.0f} ms.{made}")
