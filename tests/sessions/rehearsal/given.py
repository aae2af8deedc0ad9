"""A demo that runs, and what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sessions.in_mode import ROOT

LINK = re.compile(r"^  (console|flipchart|\w+'s phone)\s+(http://[^/]+)(/enter/\S+)$", re.MULTILINE)


class Running:
    """A demo in a process of its own; all that it says is in `log`."""

    def __init__(self, folder: Path, *arguments: str, **environ: str) -> None:
        self.log, self.temporary = folder / "log", folder / "temporary"
        self.temporary.mkdir()
        settings = {"PORT": "0", "TMPDIR": str(self.temporary), **environ}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "sessions.cli", "demo", *arguments],
                cwd=ROOT,
                env=os.environ | settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def until_said(self, words: str, within: float = 90.0) -> str:
        """Everything said so far, once these words are among it."""
        until = time.monotonic() + within
        while words not in (said := self.log.read_text("utf-8")):
            assert self.process.poll() is None, said
            assert time.monotonic() < until, said
            time.sleep(0.05)
        return said


@contextmanager
def demo_in(folder: Path, *arguments: str, **environ: str) -> Iterator[Running]:
    """A demo that is ended with the block, whatever happens."""
    running = Running(folder, *arguments, **environ)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
        running.process.wait()
