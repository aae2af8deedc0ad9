"""A server to whose shared computers it is as many minutes later as the file LATER says.

Run as `python -m tests.tools.serve_later`.
"""

from __future__ import annotations

import os
from pathlib import Path

from sessions import runtime

if os.environ.get("ASYNC_MODE") == "eventlet":
    runtime.patch()

from sessions import cli
from sessions.live import connections
from sessions.rooms import ids, registry, returning, service

RUN = ("-m", "tests.tools.serve_later")


class Clock:
    """The minutes that a test lets pass at such a server."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.file.write_text("0")

    def passes(self, minutes: float) -> None:
        self.file.write_text(str(float(self.file.read_text()) + minutes))


def _later() -> int:
    return ids.now_ms() + int(60_000 * float(Path(os.environ["LATER"]).read_text()))


if __name__ == "__main__":
    for module in (connections, registry, returning, service):
        vars(module)["now_ms"] = _later
    cli.main(["serve"])
