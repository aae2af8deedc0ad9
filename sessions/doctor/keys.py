"""The keys: there, right, for their owner alone, and not beside a backup that they would open."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Scene
from sessions.storage.backup import ABOUT, CONTENT
from sessions.storage.folder import Folder
from sessions.storage.looking import require_right_key
from sessions.storage.refusals import StorageRefusal

MOST_FILES = 500
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check(scene: Scene) -> Iterator[Finding]:
    """Whether what is sealed can be opened here, and by whom."""
    folder = scene.folder
    if not folder.keys.exists():
        yield _without(folder)
        return
    try:
        require_right_key(folder, scene.config.master_key)
    except StorageRefusal as refusal:
        yield wrong(refusal.code, *_parted(str(refusal)))
    except OSError as error:
        why = f"master.key cannot be read ({error.strerror})."
        yield wrong("master_key_not_readable", why, "Let this account read it, and nobody else.")
    else:
        where = "MASTER_KEY" if scene.config.master_key else "master.key"
        yield fine("keys_right", f"{where} opens keys.db. Keep copies of both elsewhere than the backups.")
    yield from _open_to_others(folder)
    yield from _beside_backups(folder.path)


def _without(folder: Folder) -> Finding:
    if folder.record.exists():
        return wrong(
            "keys_missing",
            "dialogue.db is there but not keys.db, without which its words cannot be read.",
            "Put keys.db back beside it.",
        )
    return fine("keys_new", "There are no keys yet; the first start makes them.")


def _parted(sentences: str) -> tuple[str, str]:
    """What is so, and what to do: storage says it in this order."""
    what, _, advice = sentences.partition(". ")
    return f"{what.rstrip('.')}.", advice or "Put back the master.key that was made with these keys."


def _open_to_others(folder: Folder) -> Iterator[Finding]:
    if os.name == "nt":  # there the folder's owner decides, and nothing is told by these bits
        return
    https = folder.path / "https"
    secret = (folder.master_key, folder.keys, folder.record, https / "ca.key", https / "server.key")
    lax = [path for path in secret if path.exists() and path.stat().st_mode & OTHERS]
    if lax:
        names = [path.relative_to(folder.path).as_posix() for path in lax]
        yield care(
            "keys_open_to_others",
            f"Other accounts of this machine may read or write {', '.join(names)}.",
            f"In {folder.path}: chmod 600 {' '.join(names)}",
        )


def _beside_backups(folder: Path) -> Iterator[Finding]:
    found = [path.name for path in sorted(folder.iterdir())[:MOST_FILES] if _is_backup(path)]
    if found:
        yield care(
            "keys_beside_backup",
            f"A backup lies beside the keys that open it: {', '.join(found)}.",
            "Move backups to another disk. Whoever takes this folder has both.",
        )


def _is_backup(path: Path) -> bool:
    try:
        if not (path.is_file() and zipfile.is_zipfile(path)):
            return False
        with zipfile.ZipFile(path) as packed:
            return {ABOUT, CONTENT} <= set(packed.namelist())
    except (OSError, zipfile.BadZipFile):
        return False
