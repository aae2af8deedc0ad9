"""The server as it is, whose hashing takes a core for as long as the file that GO_ON names is missing."""

from __future__ import annotations

import os
from pathlib import Path

from sessions import runtime

if os.environ.get("ASYNC_MODE") != "threading":
    runtime.patch()

from sessions import cli
from sessions.accounts import passwords

_fits = passwords._fits


def _slowly(kept: str, password: str) -> bool:
    while not Path(os.environ["GO_ON"]).exists():
        pass
    return _fits(kept, password)


passwords._fits = _slowly
cli.main(["serve"])
