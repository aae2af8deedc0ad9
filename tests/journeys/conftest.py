"""Servers for journeys: started when asked for, ended whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tools.server import MODE, ServerProcess

Start = Callable[..., ServerProcess]


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Start]:
    """Starts a server: serving(mode="eventlet", program=…, DIALOGUE_FAILPOINT=…), by default in a fresh folder."""
    yield from starter(tmp_path)


def starter(folder: Path) -> Iterator[Start]:
    """A way to start servers in a folder; all are killed at the end."""
    started: list[ServerProcess] = []

    def start(mode: str = MODE, **more: Any) -> ServerProcess:
        server = ServerProcess(folder / f"data{len(started)}", mode, **more)
        started.append(server)
        return server

    try:
        yield start
    finally:
        for server in started:
            server.kill()
