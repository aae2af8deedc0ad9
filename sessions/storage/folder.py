"""The data folder: that it can be written to, its file names, and the master key beside the databases."""

from __future__ import annotations

import base64
import binascii
import os
from dataclasses import dataclass
from pathlib import Path

from sessions.storage.refusals import StorageRefusal
from sessions.storage.sealing import MasterKey


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder that exists and can be written to."""

    path: Path

    @property
    def record(self) -> Path:
        return self.path / "dialogue.db"

    @property
    def keys(self) -> Path:
        return self.path / "keys.db"

    @property
    def master_key(self) -> Path:
        return self.path / "master.key"


def open_folder(path: Path) -> Folder:
    """Makes the folder where it is missing, for its owner only. Raises StorageRefusal `data_not_writable`."""
    probe = path / f".write-{os.getpid()}"
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise StorageRefusal(
            "data_not_writable",
            f"The data folder {path} cannot be written to ({error.strerror}). Set DATA to a folder that can.",
        ) from None
    return Folder(path)


def read_master_key(folder: Folder, given: str | None) -> MasterKey:
    """The key from `given` (base64), or from master.key, which is made when there are no keys yet.

    Raises StorageRefusal `keys_missing` or `master_key_missing` where words or keys exist but not what opens
    them, `master_key_wrong` where it is not a key at all. Whether it is *the* key, the key ring checks.
    """
    if folder.record.exists() and not folder.keys.exists():
        raise StorageRefusal(
            "keys_missing",
            "dialogue.db is there but not keys.db, without which its words cannot be read. Put keys.db back beside it.",
        )
    if given:
        return _decode(given, "MASTER_KEY")
    if folder.master_key.exists():
        return _decode(folder.master_key.read_text("ascii", "replace"), "The file master.key")
    if folder.keys.exists():
        raise StorageRefusal(
            "master_key_missing",
            "The keys are there but not the master key. Put master.key back into the data folder, or set MASTER_KEY.",
        )
    raw = os.urandom(32)
    write_whole(folder.master_key, base64.b64encode(raw) + b"\n")
    return MasterKey(raw)


def _decode(text: str, where: str) -> MasterKey:
    try:
        raw = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 32:
        raise StorageRefusal("master_key_wrong", f"{where} does not hold a key: 32 bytes in base64 are expected.")
    return MasterKey(raw)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file for its owner only, so that after a power cut there is all of it or what was there before."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    if os.name != "nt":  # Windows keeps folders by itself and cannot be asked
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
