"""One process at a time: an advisory lock on the data folder, which the system lets go when the process dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sessions.storage.refusals import StorageRefusal

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Holds `folder` until `release()`, or until this process ends in whatever way.

    Raises StorageRefusal `data_in_use` where another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / "dialogue.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError:
            os.close(self._handle)
            raise StorageRefusal(
                "data_in_use",
                f"Another server or command is using the data folder {folder}. Stop it first, or set DATA to another.",
            ) from None

    def release(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
