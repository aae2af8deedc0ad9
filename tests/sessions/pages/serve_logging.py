"""The server as it is, with every logger of every library wide open into the file that LOG names."""

from __future__ import annotations

import logging
import os

from sessions import runtime

if os.environ.get("ASYNC_MODE") != "threading":
    runtime.patch()

from sessions import cli

logging.basicConfig(level=logging.DEBUG, filename=os.environ["LOG"], format="%(name)s %(levelname)s %(message)s")
logging.getLogger("proof").debug("everything is written")
cli.main(["serve"])
