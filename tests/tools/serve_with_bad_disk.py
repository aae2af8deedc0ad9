"""A server whose disk refuses one dialogue for as long as the file named by BAD_DISK_FOR holds that dialogue's id.

Run as `python -m tests.tools.serve_with_bad_disk`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sessions import runtime

if os.environ.get("ASYNC_MODE") == "eventlet":
    runtime.patch()

from sessions import cli
from sessions.storage.log import EventLog

_begin: Any = EventLog.__init__


def begin_with_fault(self: EventLog, *args: Any) -> None:
    """EventLog's own beginning, and the fault."""
    _begin(self, *args)
    named = Path(os.environ["BAD_DISK_FOR"])

    def fault(place: str, dialogue: str) -> None:
        if place == "part" and named.exists() and named.read_text() == dialogue:
            raise OSError("input/output error")

    self.fault = fault


if __name__ == "__main__":
    EventLog.__init__ = begin_with_fault  # type: ignore[assignment,method-assign]
    cli.main(["serve"])
