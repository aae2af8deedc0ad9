"""Knocking: a page that waits, nothing of the room until somebody lets one in, and a way to give up."""

from __future__ import annotations

from html import unescape

from tests.sessions.pages.given import Served, Visitor, joined, prepared, seen


def admitting(leader: Visitor) -> tuple[str, str]:
    """A dialogue whose door lets people in one by one: its id and code."""
    dialogue, _ = prepared(leader)
    assert leader.command(dialogue, "open_door", {"mode": "admission"}).status == 200
    return dialogue, seen(leader, dialogue)["door"]["code"]


def knocking(leader: Visitor, dialogue: str) -> dict[str, str]:
    """pseudonym → seat of those who knock."""
    return {one["pseudonym"]: seat for seat, one in seen(leader, dialogue)["door"].get("knocking", {}).items()}


def now(visitor: Visitor, dialogue: str) -> str:
    return str(visitor.get(f"/d/{dialogue}/waiting/now").json["now"])


def test_whoever_knocks_waits_and_sees_nothing_until_they_are_let_in(served: Served, leader: Visitor) -> None:
    dialogue, code = admitting(leader)
    ash = joined(served, code, "Ash")
    page = unescape(ash.get(f"/d/{dialogue}/waiting").text)
    assert "You have knocked" in page
    assert "Ash" in page
    assert 'http-equiv="refresh"' in page
    assert now(ash, dialogue) == "waiting"
    for path in ("api/v1/snapshot", "api/v1/snapshot?surface=flipchart", "flipchart", "console", "return-code"):
        assert ash.get(f"/d/{dialogue}/{path}").status == 403, path
    refused = ash.command(dialogue, "raise_hand", {"reason": "speak"}, surface="participant")
    assert refused.status == 403
    assert seen(leader, dialogue)["group"]["people"] == 0
    assert leader.command(dialogue, "admit_seat", {"seat": knocking(leader, dialogue)["Ash"]}).status == 200
    assert now(ash, dialogue) == "in"
    assert ash.get(f"/d/{dialogue}/waiting").headers["Location"] == f"/d/{dialogue}/"
    assert ash.get(f"/d/{dialogue}/").status == 200


def test_whoever_is_turned_away_is_told_and_has_nothing_left(served: Served, leader: Visitor) -> None:
    dialogue, code = admitting(leader)
    ash = joined(served, code, "Ash")
    assert leader.command(dialogue, "turn_away", {"seat": knocking(leader, dialogue)["Ash"]}).status == 200
    assert now(ash, dialogue) == "away"
    assert "You were not let in" in unescape(ash.get(f"/d/{dialogue}/waiting").text)
    assert ash.get(f"/d/{dialogue}/").status == 403
    assert knocking(leader, dialogue) == {}


def test_whoever_gives_up_no_longer_knocks(served: Served, leader: Visitor) -> None:
    dialogue, code = admitting(leader)
    ash = joined(served, code, "Ash")
    answer = ash.post(f"/d/{dialogue}/waiting", {})
    assert (answer.status, answer.headers["Location"]) == (302, "/join")
    assert knocking(leader, dialogue) == {}
    assert not ash.cookies["seat", f"/d/{dialogue}/"]


def test_a_stranger_learns_nothing_at_the_page_of_waiting(served: Served, leader: Visitor) -> None:
    dialogue, code = admitting(leader)
    ash = joined(served, code, "Ash")
    stranger = Visitor(served)
    stranger.get("/join")
    for path in ("waiting", "waiting/now"):
        assert stranger.get(f"/d/{dialogue}/{path}").status == 403
        assert stranger.get(f"/d/{'0' * 20}/{path}").status == 403
    foreign = {"Cookie": "seat=made-up"}
    assert stranger.ask("GET", f"/d/{dialogue}/waiting/now", headers=foreign).json["now"] == "away"
    stranger.post(f"/d/{dialogue}/waiting", {}, Cookie=f"seat=made-up; {stranger.cookies_for('/')}")
    assert list(knocking(leader, dialogue)) == ["Ash"]
    assert now(ash, dialogue) == "waiting"


def test_a_form_that_was_sent_twice_knocks_once(served: Served, leader: Visitor) -> None:
    dialogue, code = admitting(leader)
    ash, form = Visitor(served), {"pseudonym": "Ash", "join_id": "0" * 31 + "9"}
    ash.get(f"/j/{code}")
    for _ in range(2):
        assert ash.post(f"/j/{code}", form).headers["Location"] == f"/d/{dialogue}/waiting"
        assert now(ash, dialogue) == "waiting"
    assert list(knocking(leader, dialogue)) == ["Ash"]


def test_after_the_opening_latecomers_knock_where_the_door_says_so(served: Served, leader: Visitor) -> None:
    dialogue, _ = prepared(leader)
    assert leader.command(dialogue, "open_door", {"latecomers_knock": True}).status == 200
    code = seen(leader, dialogue)["door"]["code"]
    assert joined(served, code, "Early").get(f"/d/{dialogue}/").status == 200
    assert leader.command(dialogue, "move_to_stage", {"stage": "experiences"}).status == 200
    assert joined(served, code, "Late").get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/waiting"
    assert list(knocking(leader, dialogue)) == ["Late"]
