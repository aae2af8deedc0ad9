"""The player on a slow line: what an ack promised may come a moment later, and nobody trips over it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sessions.rehearsal.player import Player, prepare
from sessions.rehearsal.reading import read
from sessions.rehearsal.screen import Screen
from sessions.rehearsal.script import script_of
from sessions.rehearsal.steps import Comes
from sessions.rehearsal.visitor import Visitor
from sessions.rehearsal.wire import Lost
from tests.tools.group import leader_of
from tests.tools.server import ServerProcess

LATE_S = 0.3


class SlowScreen(Screen):
    """Every update reaches it late; acks overtake them."""

    def heard(self, event: str, payload: Any, frame: str) -> None:
        if event == "update":
            threading.Timer(LATE_S, super().heard, (event, payload, frame)).start()
        else:
            super().heard(event, payload, frame)


@pytest.fixture(scope="module")
def leader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    server = ServerProcess(Path(tmp_path_factory.mktemp("slow")) / "data")
    try:
        yield leader_of(server)
    finally:
        server.kill()


def test_the_first_to_come_waits_for_the_code_behind_the_ack(leader: Visitor) -> None:
    script = script_of(read("trust"))
    player = Player(leader, prepare(leader, script), script, SlowScreen)
    player.console.connect()
    first = next(place for place, step in enumerate(script.steps) if isinstance(step, Comes))
    for step in script.steps[: first + 1]:
        player.take(step)
    assert len(player.screens) == 2
    player.close()


def test_what_never_comes_is_said(leader: Visitor) -> None:
    screen = Screen(leader, prepare(leader, script_of(read("trust"))), "console")
    screen.connect()
    with pytest.raises(Lost):
        screen.shown(lambda view: view["door"].get("code"), within=0.1)
    screen.close()
