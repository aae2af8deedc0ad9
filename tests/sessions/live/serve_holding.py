"""The server as it is, but a screen that connects is held up for as long as a file lies there.

HOLD_LOOKING: once its cookies were looked at. HOLD_WELCOME: once it is known, before it is told anything. Says "held"
for each, so that a test knows how far the screen is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sessions import runtime

if os.environ.get("ASYNC_MODE") != "threading":
    runtime.patch()

from sessions import cli
from sessions.live import sockets
from sessions.live.publish import Publisher
from sessions.rooms.credentials import who_is

_welcome = Publisher.welcome


def _held(setting: str) -> None:
    file = Path(os.environ[setting])
    if file.exists():
        print("held", flush=True)  # noqa: T201 - heard by the test
    while file.exists():
        runtime.sleep(0.01)


def _looks_and_waits(*asked: Any) -> Any:
    found = who_is(*asked)
    _held("HOLD_LOOKING")
    return found


def _waits_and_welcomes(self: Any, connection: Any) -> None:
    _held("HOLD_WELCOME")
    _welcome(self, connection)


vars(sockets)["who_is"] = _looks_and_waits
Publisher.welcome = _waits_and_welcomes  # type: ignore[method-assign]
cli.main(["serve"])
