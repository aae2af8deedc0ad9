"""One export on its way: a process that writes it, a folder of its own, and the key that only memory holds."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from sessions import runtime
from sessions.exports.refusals import PdfUnavailable, TooLarge
from sessions.exports.sealed import opened

LARGEST_ORDER = 20_000_000  # bytes of a transcript with its labels
_ROOT = Path(__file__).resolve().parents[2]
# What a program needs of its surroundings. Keys and addresses of this server are not among it.
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "FONTCONFIG_FILE")


class State(StrEnum):
    """How far an export is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "export_failed"
    TOO_SLOW = "export_too_slow"
    TOO_LARGE = TooLarge.code
    PDF_UNAVAILABLE = PdfUnavailable.code


_OF_STATUS = {0: State.DONE, TooLarge.status: State.TOO_LARGE, PdfUnavailable.status: State.PDF_UNAVAILABLE}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, and by whom. `withdrawn`: what had been withdrawn by then; more makes the file too old."""

    account: str
    dialogue: str
    format: str
    parts: tuple[str, ...]
    name: str = field(repr=False)
    withdrawn: frozenset[str] = frozenset()


class Job:
    """A process that writes. Whoever holds it looks at `state`, and ends it with `end`."""

    def __init__(self, id: str, asked: Asked, folder: Path, order: Mapping[str, Any]) -> None:
        """Raises TooLarge. `folder` must not exist yet; all that the process leaves is in it."""
        self.id, self.asked = id, asked
        self.ended = runtime.Event()
        self._folder, self._key = folder, os.urandom(32)
        self._slow = False
        said = json.dumps({**order, "key": base64.b64encode(self._key).decode()}).encode()
        if len(said) > LARGEST_ORDER:
            raise TooLarge
        folder.mkdir(mode=0o700)
        with _unnamed(said, folder) as given, (folder / "progress").open("wb") as told:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "sessions.exports.worker", str(self._file)],
                stdin=given,
                stdout=told,
                env=_surroundings(folder),
                close_fds=True,
            )

    @property
    def _file(self) -> Path:
        return self._folder / "export"

    @property
    def state(self) -> State:
        """How far it is, without waiting."""
        status = self._process.poll()
        if status is None:
            return State.RUNNING
        return State.TOO_SLOW if self._slow else _OF_STATUS.get(status, State.FAILED)

    @property
    def percent(self) -> int:
        """How much of it is done, from 0 to 100."""
        try:
            return min(100, (self._folder / "progress").stat().st_size)
        except OSError:
            return 0

    def give_up(self) -> None:
        """It takes longer than anything sensible does."""
        self._slow = True
        self._process.kill()

    def content(self) -> bytes:
        """What was written. OSError where it is not there any more."""
        return opened(self._file.read_bytes(), self._key)

    def end(self) -> None:
        """Ends the process, and nothing of it is left."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        self.ended.set()


def _unnamed(content: bytes, folder: Path) -> IO[bytes]:
    """A file to read it from that has no name anywhere, and where the system can, is in memory alone."""
    if sys.platform == "linux":
        file: IO[bytes] = os.fdopen(os.memfd_create("order"), "w+b")
    else:
        file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  the caller closes it
    file.write(content)
    file.flush()
    file.seek(0)
    return file


def _surroundings(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME"), str(folder))
    return {**kept, **places, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
