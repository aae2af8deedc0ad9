"""One world for the whole matrix: whoever is asked signs in anew each time."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.sessions.matrix.world import World, listening


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = World(tmp_path_factory.mktemp("matrix") / "data", f"http://127.0.0.1:{port}")
    try:
        with listening(made, port):
            yield made
    finally:
        made.close()
