"""The server as it is, with pings every second that want an answer within a second."""

from __future__ import annotations

import os

from sessions import runtime

if os.environ.get("ASYNC_MODE") != "threading":
    runtime.patch()

from sessions import cli
from sessions.live import pings

pings.EVERY_S = pings.ANSWER_WITHIN_S = 1
pings.LOOK_EVERY_S = 0.1
cli.main(["serve"])
