"""The protocol is plain Socket.IO: the client of python-socketio joins, over a websocket and over polling alone."""

from __future__ import annotations

import threading
from typing import Any

import pytest
import requests
import socketio

from sessions.rehearsal.player import come_in
from sessions.rehearsal.screen import new_command_id
from sessions.rehearsal.visitor import let_in
from tests.journeys.conftest import Start
from tests.sessions.in_mode import MODES
from tests.tools.group import Group, leader_of


class Stranger:
    """A client that shares no code with this project."""

    def __init__(self, group: Group, transport: str, pseudonym: str) -> None:
        visitor = come_in(group.lead.visitor.origin, group.code, pseudonym, "participant")
        page = let_in(visitor.get(f"/d/{group.dialogue}/"))
        path = f"/d/{group.dialogue}/live/"
        self.snapshots: list[dict[str, Any]] = []
        self.came = threading.Event()
        cookies = {"Cookie": visitor.cookies(path)}
        session = requests.Session()
        session.headers.update({**cookies, "Origin": visitor.origin})
        session.trust_env = False
        self.client = socketio.Client(reconnection=False, handle_sigint=False, http_session=session)
        self.client.on("snapshot", self._took)
        self.client.connect(
            visitor.origin,
            headers=cookies,
            auth={"protocol": 1, "surface": "participant", "csrf": page.csrf},
            transports=[transport],
            socketio_path=path,
        )

    def _took(self, payload: dict[str, Any]) -> None:
        self.snapshots.append(payload)
        self.came.set()


@pytest.mark.parametrize("transport", ["websocket", "polling"])
@pytest.mark.parametrize("mode", MODES)
def test_it_gets_a_snapshot_and_its_commands_are_acked(mode: str, transport: str, serving: Start) -> None:
    group = Group(leader_of(serving(mode)), 1)
    stranger = Stranger(group, transport, "Stranger")
    assert stranger.came.wait(10)
    assert stranger.snapshots[0]["me"]["seat"]["pseudonym"] == "Stranger"
    told = {"id": new_command_id(), "type": "tell_experience", "data": {"title": "From far away"}}
    assert stranger.client.call("command", told, timeout=10)["ok"]
    assert group.titles() == ["From far away"]
    stranger.client.disconnect()
