"""The databases: that they open, are whole, are this version's, and that every chain verifies."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

from sessions.doctor.clock import SET_IT
from sessions.doctor.findings import Finding, fine, wrong
from sessions.doctor.scene import Scene
from sessions.storage.looking import Looked, look_at
from sessions.storage.refusals import KeyGone, SealBroken, StorageRefusal
from sessions.storage.store import Storage, open_storage

CHAINS_WITHIN_S = 5.0
AHEAD_MS = 3_600_000
RESTORE = "Stop the server, keep a copy of the data folder as it is, and restore a backup (`dialogue restore`)."


def check(scene: Scene) -> Iterator[Finding]:
    """Both files; the chains only where they are whole and nobody uses them."""
    folder = scene.folder
    if not folder.record.exists() and not folder.keys.exists():
        yield fine("database_new", "There is no record yet; the first start makes it.")
        return
    with scene.held() as held:
        looked = {
            path: look_at(path, name, through=held)
            for path, name in ((folder.record, "record"), (folder.keys, "keys"))
            if path.exists()
        }
    damaged = [finding for path, found in looked.items() for finding in _damages(path.name, found)]
    yield from damaged
    if damaged:
        return
    record = looked.get(folder.record)
    if record is not None:
        yield from _told(record, held=held)
    if record is not None and held and all(found.current for found in looked.values()):
        yield from _chains(scene, record.dialogues)


def _damages(name: str, found: Looked) -> Iterator[Finding]:
    if found.damage:
        yield wrong("database_damaged", f"{name} is damaged: {found.damage.splitlines()[0]}.", RESTORE)
    elif not found.known:
        yield wrong(
            "database_newer",
            f"{name} was written by a newer version of this program.",
            "Start that version, or restore a backup that this one has made.",
        )


def _told(record: Looked, *, held: bool) -> Iterator[Finding]:
    many = f"{record.dialogues} dialogue{'' if record.dialogues == 1 else 's'}"
    if not held:
        yield fine(
            "database_in_use",
            f"The record opens: {many}. Left while it is in use: reading it through and its chains.",
        )
        return
    yield fine("database_whole", f"The record opens and is whole: {many}.")
    if not record.current:
        yield fine(
            "database_older", "An older version wrote it. The next start brings it up to date; back it up before."
        )
    now = datetime.now(UTC).timestamp() * 1000
    if record.newest_at is not None and record.newest_at > now + AHEAD_MS:
        latest = datetime.fromtimestamp(record.newest_at / 1000, UTC)
        yield wrong(
            "clock_behind_record",
            f"The record goes on to {latest:%d %B %Y, %H:%M} UTC, which is yet to come.",
            SET_IT,
        )


def _chains(scene: Scene, dialogues: int) -> Iterator[Finding]:
    try:
        storage = open_storage(scene.config.data, scene.config.master_key)
    except StorageRefusal:
        return  # the keys' check says why
    try:
        read, broken = _verified(storage)
    finally:
        storage.close()
    yield from broken
    if not broken and dialogues:
        left = dialogues - read
        more = f" Left for `dialogue verify`: {left}." if left else ""
        yield fine("chains_hold", f"The chain of every dialogue that was read holds: {read}.{more}")


def _verified(storage: Storage) -> tuple[int, list[Finding]]:
    """How many were read within the time there is, and what is broken in them."""
    until, read, broken = time.monotonic() + CHAINS_WITHIN_S, 0, []
    for known in storage.dialogues():
        if time.monotonic() > until:
            break
        read += 1
        try:
            report = storage.verify(known)
        except KeyGone:
            continue  # destroyed for good; nobody can read it, and nothing can be checked
        except SealBroken:
            broken.append(wrong("chain_broken", f"Dialogue {known} does not open: it was altered.", RESTORE))
            continue
        if report.first_bad:
            broken.append(wrong("chain_broken", f"Dialogue {known} was altered: {report.first_bad}.", RESTORE))
    return read, broken
