"""The server as it is, but with little patience, and pings that are further apart than it lasts."""

from __future__ import annotations

import os

from sessions import runtime

if os.environ.get("ASYNC_MODE") != "threading":
    runtime.patch()

from sessions import cli, server
from sessions.live import pings

server.PATIENCE = runtime.Patience(request_s=1, between_s=1, fetch_s=1)
pings.EVERY_S = pings.ANSWER_WITHIN_S = 3
pings.LOOK_EVERY_S = 0.1
cli.main(["serve"])
