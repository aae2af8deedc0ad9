"""A server with the very mistake that the crash tests are there to find: it answers before the commit.

Run as `python -m tests.tools.serve_acking_early`. The commit is also held up a little, as a slow disk would.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import sleep  # taken before it is patched: it holds up the thread of the database alone
from typing import Any

from sessions import runtime

if os.environ.get("ASYNC_MODE") == "eventlet":
    runtime.patch()

from dialogue.commands import TellExperience
from sessions import cli
from sessions.rooms.answers import Answer
from sessions.rooms.asked import Asked
from sessions.rooms.room import Room
from sessions.storage.log import EventLog

SLOW_DISK_S = 0.05
_commit = EventLog.commit
_ask = Room.ask


def ask_without_waiting(self: Any, asked: Asked) -> Answer:
    """Room.ask, but for the wait: for experiences alone, so that a group can come together first."""
    if not isinstance(asked.command, TellExperience):
        return _ask(self, asked)
    digest = self._digest(asked.body)
    with self._lock:
        answer, _ = self._answer(asked, self._key(asked), digest)
    given: Answer = answer
    return given


def commit_late(self: EventLog, batch: Sequence[Any]) -> Any:
    """EventLog.commit, after a while."""
    sleep(SLOW_DISK_S)
    return _commit(self, batch)


if __name__ == "__main__":
    Room.ask = ask_without_waiting  # type: ignore[method-assign]
    EventLog.commit = commit_late  # type: ignore[method-assign]
    cli.main(["serve"])
