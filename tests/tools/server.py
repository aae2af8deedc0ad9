"""A server process of its own, on SQLite on disk, as an operator starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVE = ("-m", "sessions.cli", "serve")
SERVING = re.compile(r"Dialogue is serving on (\S+)")
SETUP = re.compile(r"/setup/(\S+)")
STARTS_S = 30.0
MODE = os.environ.get("ASYNC_MODE") or "eventlet"  # ASYNC_MODE=threading make test runs the whole suite on threads
ENDS_S = 20.0
_OURS = (
    "HOST",
    "PORT",
    "DATA",
    "LAN",
    "ASYNC_MODE",
    "PUBLIC_URL",
    "LANGUAGES",
    "SPEED",
    "MASTER_KEY",
    "HTTPS",
    "TRUST_PORT",
    "PROXIES",
)


class ServerProcess:
    """A serving process. All that it says is in `log`, which a restart goes on writing."""

    def __init__(
        self, data: Path, mode: str = MODE, program: Sequence[str] = SERVE, port: int = 0, **environ: str
    ) -> None:
        self.data, self.mode, self.program = data, mode, program
        self.log = data.with_name(f"{data.name}.log")
        self._start(port, environ)

    def _start(self, port: int, environ: dict[str, str]) -> None:
        said_before = self.log.stat().st_size if self.log.exists() else 0
        kept = {name: value for name, value in os.environ.items() if name not in _OURS}
        settings = {"DATA": str(self.data), "PORT": str(port), "ASYNC_MODE": self.mode, "PYTHONUNBUFFERED": "1"}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.program],
                cwd=ROOT,
                env=kept | settings | environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            found = self._read_until(SERVING, said_before)
        except BaseException:
            self.kill()  # nobody else knows of it
            raise
        self.origin = found[1]
        self.port = int(self.origin.rpartition(":")[2])

    def _read_until(self, wanted: re.Pattern[str], start: int) -> re.Match[str]:
        until = time.monotonic() + STARTS_S
        while time.monotonic() < until:
            ended = self.process.poll()  # looked at first, so that last words are read
            said = self.log.read_bytes()[start:].decode(errors="replace")
            found = wanted.search(said)
            if found:
                return found
            assert ended is None, f"the server ended with {ended}:\n{said}"
            time.sleep(0.02)
        raise AssertionError(f"the server did not start in time:\n{said}")

    @property
    def setup_token(self) -> str:
        """Token of the link that makes the first account."""
        return self._read_until(SETUP, 0)[1]

    def restart(self, **environ: str) -> None:
        """The same folder and port again, in a new process; the one before must have ended."""
        assert self.process.poll() is not None
        self._start(self.port, environ)

    def stop(self) -> int:
        """SIGTERM; gives the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(ENDS_S)

    def kill(self) -> None:
        """As a power cut would."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(ENDS_S)
