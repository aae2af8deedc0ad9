"""Over sockets: who goes on elsewhere, leaves a shared computer or is removed leaves no open screen behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.rehearsal.visitor import Visitor, let_in
from tests.tools.group import Group, accepted, code_of, leader_of
from tests.tools.screens import WatchedScreen, wait_until
from tests.tools.server import ServerProcess


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Group]:
    server = ServerProcess(Path(tmp_path_factory.mktemp("moved")) / "data")
    try:
        yield Group(leader_of(server), 4)
    finally:
        server.kill()


def _seat(screen: WatchedScreen) -> str:
    assert screen.me is not None
    return str(screen.me["seat"]["id"])


def _return_code(screen: WatchedScreen) -> str:
    page = let_in(screen.visitor.get(f"/d/{screen.dialogue}/return-code")).text
    return page.partition("<bdi>")[2].partition("</bdi>")[0]


def _reason(screen: WatchedScreen) -> str:
    """Why this screen was closed."""
    wait_until(lambda: any(event == "reload" for event, _ in screen.said), "the goodbye")
    wait_until(lambda: not screen.connected, "the end of the line")
    return next(str(payload["reason"]) for event, payload in screen.said if event == "reload")


def test_the_older_device_is_told_and_closed_and_the_new_one_goes_on(group: Group) -> None:
    ash = group.people[0]
    own = _seat(ash)
    wall = WatchedScreen(ash.visitor, group.dialogue, "flipchart")
    wall.connect()
    other = Visitor(ash.visitor.origin)
    form = let_in(other.get("/join"))
    code = _return_code(ash)
    assert let_in(other.send("/join", {"code": code}, form.csrf)).path == f"/d/{group.dialogue}/"
    assert _reason(ash) == "moved"
    assert _reason(wall) == "removed"
    phone = WatchedScreen(other, group.dialogue, "participant")
    phone.connect()
    assert _seat(phone) == own
    accepted(phone.ask("tell_experience", {"title": "The other phone"}))
    assert "The other phone" in group.titles()
    group.people[0] = phone


def test_a_removed_persons_open_socket_is_closed_and_nothing_of_theirs_is_taken(group: Group) -> None:
    birch = group.people[1]
    before = len(group.titles())
    accepted(group.lead.ask("remove_seat", {"seat": _seat(birch)}))
    assert _reason(birch) == "removed"
    csrf = let_in(birch.visitor.get("/join")).csrf
    command = {"id": "a" * 32, "type": "tell_experience", "data": {"title": "Too late"}}
    answer = birch.visitor.send_json(f"/d/{group.dialogue}/api/v1/commands", command, csrf)
    assert (answer.status, json.loads(answer.text)["error"]["code"]) == (403, "not_joined")
    assert len(group.titles()) == before


def test_the_next_person_at_a_shared_computer_finds_no_open_screen(group: Group) -> None:
    elm, elsewhere = group.people[2], group.people[3]
    page = let_in(elm.visitor.get(f"/d/{group.dialogue}/return-code"))
    form = let_in(elm.visitor.get("/join")).csrf
    assert page.status == 200
    assert let_in(elm.visitor.send(f"/d/{group.dialogue}/next", {}, form)).path.startswith("/shared")
    assert _reason(elm) == "moved"
    assert elsewhere.connected
    assert code_of(elsewhere.ask("raise_hand", {"reason": "speak"})) == ""
