"""Forms of a browser without JavaScript: the same commands, and refusals as pages."""

from __future__ import annotations

import pytest

from tests.sessions.pages.given import Served, Visitor, command_id, joined, prepared


@pytest.fixture(scope="module")
def room(leader: Visitor) -> tuple[str, str]:
    return prepared(leader)


@pytest.fixture(scope="module")
def ash(served: Served, room: tuple[str, str]) -> Visitor:
    return joined(served, room[1], "Ash")


def test_a_form_is_a_command_and_sent_twice_is_one(ash: Visitor, leader: Visitor, room: tuple[str, str]) -> None:
    form = {"id": command_id(), "type": "raise_hand"}
    for _ in range(2):
        answer = ash.post(f"/d/{room[0]}/plain", form)
        assert (answer.status, answer.headers["Location"]) == (302, f"/d/{room[0]}/")
    view = leader.get(f"/d/{room[0]}/api/v1/snapshot?surface=console").json["view"]
    assert len(view["hands"]["queue"]) == 1


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, "bad_request"),
        ({"id": "short", "type": "raise_hand"}, "bad_request"),
        ({"id": "0" * 32, "type": "rule_the_room"}, "unknown_command"),
        ({"id": "0" * 32, "type": "raise_hand", "surprise": "1"}, "bad_request"),
        ({"id": "0" * 32, "type": "raise_hand", "json-reason": "[" * 50_000}, "bad_request"),
        ({"id": "0" * 32, "type": "raise_hand", "json-reason": "9" * 5_000}, "bad_request"),
        ({"id": "0" * 32, "type": "mark_ready", "json-ready": "1"}, "bad_request"),
        ({"id": "0" * 32, "type": "answer_evaluation", "items-helped_me_think": "9" * 5_000}, "bad_request"),
        ({"id": "0" * 32, "type": "answer_evaluation", "items-helped_me_think": "many"}, "bad_request"),
        ({"id": "0" * 32, "type": "answer_evaluation", "items-helped_me_think": "8"}, "wrong_stage"),
        ({"id": "0" * 32, "type": "open_door"}, "not_allowed"),
    ],
)
def test_what_cannot_be_taken_is_told_on_a_page_with_its_code(
    ash: Visitor, room: tuple[str, str], form: dict[str, str], code: str
) -> None:
    answer = ash.post(f"/d/{room[0]}/plain", form)
    assert answer.status == 422
    assert f"<code>{code}</code>" in answer.text


def test_a_blank_text_is_told_as_blank(leader: Visitor, served: Served) -> None:
    dialogue, code = prepared(leader)
    birch = joined(served, code, "Birch")
    assert leader.command(dialogue, "move_to_stage", {"stage": "experiences"}).status == 200
    answer = birch.post(f"/d/{dialogue}/plain", {"id": command_id(), "type": "tell_experience", "title": " "})
    assert answer.status == 422
    assert "<code>empty</code>" in answer.text
    nothing = birch.post(f"/d/{dialogue}/plain", {"id": command_id(), "type": "tell_experience", "title": ""})
    assert "<code>empty</code>" in nothing.text


def test_only_a_seat_of_this_dialogue_sends_forms(served: Served, ash: Visitor, leader: Visitor) -> None:
    other, _code = prepared(leader)
    stranger = Visitor(served)
    stranger.get("/join")
    for visitor in (ash, leader, stranger):
        answer = visitor.post(f"/d/{other}/plain", {"id": command_id(), "type": "raise_hand"})
        assert answer.status == 403
        assert "<code>not_joined</code>" in answer.text


def test_the_wall_knows_the_address_and_nobody_outside_sees_its_code(
    served: Served, ash: Visitor, room: tuple[str, str]
) -> None:
    picture = ash.get(f"/d/{room[0]}/qr.svg")
    assert (picture.status, picture.headers["Content-Type"]) == (200, "image/svg+xml; charset=utf-8")
    assert picture.body.startswith(b"<svg")
    assert Visitor(served).get(f"/d/{room[0]}/qr.svg").status == 403
