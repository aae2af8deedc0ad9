"""A server to which half a minute is three seconds: how long a facilitator is gone before the lead is offered.

Run as `python -m tests.tools.serve_hasty`.
"""

from __future__ import annotations

import os

from sessions import runtime

if os.environ.get("ASYNC_MODE") == "eventlet":
    runtime.patch()

from sessions import cli
from sessions.live import lead
from sessions.rooms import presence

OFFLINE_AFTER_MS = 3_000
LOOK_EVERY_S = 0.05

if __name__ == "__main__":
    presence.OFFLINE_AFTER_MS = OFFLINE_AFTER_MS
    lead.LOOK_EVERY_S = LOOK_EVERY_S
    cli.main(["serve"])
