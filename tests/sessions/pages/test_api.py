"""The HTTP interface: the same answers as by socket, with a status a program understands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dialogue.refusals import REFUSALS
from sessions.app import Application
from sessions.pages.api import status_of
from sessions.rooms.answers import CONFLICT, NOT_JOINED, SERVER_ERROR, TOO_MANY, TRY_AGAIN, Accepted, Refused
from tests.sessions.live.given import screen
from tests.sessions.pages.given import Answer, Served, Visitor, command_id, joined, prepared


@pytest.fixture(scope="module")
def room(leader: Visitor) -> tuple[str, str]:
    return prepared(leader)


@pytest.fixture(scope="module")
def ash(served: Served, room: tuple[str, str]) -> Visitor:
    return joined(served, room[1], "Ash")


def _error(answer: Answer) -> dict[str, Any]:
    assert answer.headers["Content-Type"] == "application/json"
    said = answer.json
    assert said["ok"] is False
    assert said["error"]["message"]
    return dict(said["error"])


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (Accepted("e1"), 200),
        (CONFLICT, 409),
        (NOT_JOINED, 403),
        (Refused("not_allowed"), 403),
        (Refused("seat_gone"), 403),
        (TOO_MANY, 429),
        (TRY_AGAIN, 503),
        (SERVER_ERROR, 503),
        (Refused("too_long", "text", 80), 422),
    ],
)
def test_each_kind_of_answer_has_its_status(answer: Any, status: int) -> None:
    assert status_of(answer) == status


def test_every_refusal_of_the_rules_is_the_clients_to_mend_or_to_send_again() -> None:
    for code, refusal in REFUSALS.items():
        assert status_of(Refused(code, temporary=refusal.temporary)) in ({503} if refusal.temporary else {403, 422})


def test_a_command_is_taken_once_and_again_gives_the_same_answer(ash: Visitor, room: tuple[str, str]) -> None:
    same = command_id()
    first = ash.command(room[0], "raise_hand", surface="participant", id=same)
    assert first.status == 200
    assert first.json == ash.command(room[0], "raise_hand", surface="participant", id=same).json
    other = ash.command(room[0], "raise_hand", {"reason": "lost_thread"}, "participant", same)
    assert (other.status, _error(other)["code"]) == (409, "idempotency_conflict")


def test_what_was_sent_by_socket_may_be_sent_again_by_http(ash: Visitor, room: tuple[str, str]) -> None:
    same = command_id()
    with screen(ash, room[0]) as opened:
        ack = opened.command("lower_hand", id=same)
        assert ash.command(room[0], "lower_hand", surface="participant", id=same).json == ack


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        (b"", "bad_request", "command"),
        (b"null", "bad_request", "command"),
        (b"[]", "bad_request", "command"),
        (b"\xff\xfe", "bad_request", "command"),
        (b"[" * 60_000, "bad_request", "command"),
        (b'{"id":' + b"9" * 5_000 + b"}", "bad_request", "command"),
        (b'{"id":1}', "bad_request", "id"),
        (b'{"id":"%s","type":"raise_hand","data":[]}' % (b"0" * 32), "bad_request", "data"),
        (b'{"id":"%s","type":"raise_hand","data":{"\\ud800":1}}' % (b"0" * 32), "bad_request", "data"),
        (b'{"id":"%s","type":"raise_hand","data":{"owner":NaN}}' % (b"0" * 32), "bad_request", "owner"),
        (b'{"id":"%s","type":"open_the_door"}' % (b"0" * 32), "unknown_command", "type"),
        (b'{"id":"%s","type":"word_question","data":{"text":"%s"}}' % (b"0" * 32, b"x" * 70_000), "too_big", "data"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_field(
    ash: Visitor, room: tuple[str, str], body: bytes, code: str, field: str
) -> None:
    answer = ash.sends(room[0], body, "participant")
    error = _error(answer)
    assert (answer.status, error["code"], error["field"], error["temporary"]) == (422, code, field, False)


def test_a_body_that_does_not_call_itself_json_is_not_read(ash: Visitor, room: tuple[str, str]) -> None:
    body = json.dumps({"id": command_id(), "type": "raise_hand", "data": {}}).encode()
    answer = ash.sends(room[0], body, "participant", **{"Content-Type": "text/plain"})
    assert (answer.status, _error(answer)["code"]) == (422, "bad_request")


@pytest.mark.parametrize("surface", ["console", "everything", "flipchart", "\u00e6", ""])
def test_a_surface_widens_nothing(ash: Visitor, room: tuple[str, str], surface: str) -> None:
    answer = ash.command(room[0], "open_door", surface=surface.encode("ascii", "ignore").decode() or "no surface")
    assert (answer.status, _error(answer)["code"]) == (403, "not_joined")


def test_who_has_no_seat_is_told_so_and_nothing_else(served: Served, room: tuple[str, str]) -> None:
    stranger = Visitor(served)
    stranger.get("/join")
    for dialogue in (room[0], "0" * 20, "garbage"):
        for answer in (stranger.command(dialogue, "raise_hand"), stranger.get(f"/d/{dialogue}/api/v1/snapshot")):
            assert (answer.status, _error(answer)["code"]) == (403, "not_joined")
            assert answer.json == stranger.get("/d/nowhere/api/v1/snapshot").json


def test_a_snapshot_is_what_the_socket_gives(ash: Visitor, room: tuple[str, str]) -> None:
    with screen(ash, room[0]) as opened:
        by_socket = opened.heard[-1][1]
        by_http = ash.get(f"/d/{room[0]}/api/v1/snapshot", **{"X-Surface": "participant"}).json
        assert set(by_http) == set(by_socket)
        assert {**by_http, "now": 0, "presence": 0} == {**by_socket, "now": 0, "presence": 0}


def test_a_flood_gets_429_and_the_room_goes_on(served: Served, room: tuple[str, str], ash: Visitor) -> None:
    birch = joined(served, room[1], "Birch")
    answers = [birch.sends(room[0], b"{}", "participant") for _ in range(60)]
    assert {answer.status for answer in answers} == {422, 429}
    assert _error(answers[-1])["temporary"] is True
    reads = [birch.get(f"/d/{room[0]}/api/v1/snapshot").status]
    while reads[-1] == 200 and len(reads) < 300:  # on a slow machine the limit takes longer to be reached
        reads.append(birch.get(f"/d/{room[0]}/api/v1/snapshot").status)
    assert (reads[0], reads[-1]) == (200, 429)
    assert ash.command(room[0], "raise_hand", surface="participant").status == 200


def test_a_server_that_ends_asks_for_it_again(application: Application) -> None:
    service = application.service
    service.draining = True
    answer = service.command(None, None, None)  # type: ignore[arg-type]  # not looked at any more
    assert status_of(answer) == 503
