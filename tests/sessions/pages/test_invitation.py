"""Inviting a co-facilitator: only who leads invites, the link works once, and opens the console of one dialogue."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from html import unescape
from urllib.parse import urlsplit

import pytest

from tests.sessions.pages.given import Answer, Served, Visitor, joined, prepared


def invitation(leader: Visitor, dialogue: str) -> Answer:
    """The answer to the console's wish for a link."""
    leader.get(f"/d/{dialogue}/console")
    return leader.post(f"/d/{dialogue}/invitation", {})


def link(leader: Visitor, dialogue: str) -> str:
    """The path of a new link."""
    made = invitation(leader, dialogue)
    assert made.status == 201, made.text
    return str(urlsplit(made.json["link"]).path)


def opened(served: Served, path: str, pseudonym: str) -> tuple[Visitor, Answer]:
    """Someone who opens the link and gives a name."""
    visitor = Visitor(served)
    assert visitor.get(path).status == 200
    return visitor, visitor.post(path, {"pseudonym": pseudonym})


def test_whoever_opens_the_link_has_the_console_under_their_own_name(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    robin, answer = opened(served, link(leader, dialogue), "Robin")
    assert (answer.status, answer.headers["Location"]) == (302, f"/d/{dialogue}/console")
    assert ("seat", f"/d/{dialogue}/") in robin.cookies
    assert robin.get(f"/d/{dialogue}/console").status == 200
    shown = robin.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json
    assert (shown["audience"], shown["me"]["seat"]["role"]) == ("facilitator", "co_facilitator")
    assert shown["me"]["seat"]["pseudonym"] == "Robin"
    assert robin.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/console"
    ash = joined(served, code, "Ash").get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    refused = robin.command(dialogue, "remove_seat", {"seat": ash})
    assert (refused.status, refused.json["error"]["code"]) == (403, "not_allowed")
    assert robin.command(dialogue, "seat_someone", {"pseudonym": "Elm"}).status == 200


def test_the_link_works_once_and_a_second_tap_leads_where_the_first_did(served: Served, leader: Visitor) -> None:
    dialogue, _code = prepared(leader)
    path = link(leader, dialogue)
    robin, _ = opened(served, path, "Robin")
    for again in (robin.get(path), robin.post(path, {"pseudonym": "Robin"})):
        assert (again.status, again.headers["Location"]) == (302, f"/d/{dialogue}/console")
    late = Visitor(served)
    late.get("/join")
    for answer in (late.get(path), late.post(path, {"pseudonym": "Robin"}), late.post(path, {"pseudonym": "Late"})):
        assert answer.status == 404
        assert "works once" in unescape(answer.text)
    assert not [name for name, _under in late.cookies if name == "seat"]


def test_of_two_who_open_one_link_at_the_same_time_one_gets_in(served: Served, leader: Visitor) -> None:
    dialogue, _code = prepared(leader)
    path = link(leader, dialogue)
    visitors = [Visitor(served) for _ in range(4)]
    for visitor in visitors:
        visitor.get(path)
    with ThreadPoolExecutor(4) as people:
        answers = list(people.map(lambda place: visitors[place].post(path, {"pseudonym": f"Helper {place}"}), range(4)))
    assert sorted(answer.status for answer in answers) == [302, 404, 404, 404]
    group = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]["group"]
    assert group["co_facilitators"] == 1


def test_a_name_that_cannot_be_leaves_the_link_as_it_is(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    joined(served, code, "Ash")
    path = link(leader, dialogue)
    robin, answer = opened(served, path, "Ash")
    assert answer.status == 422
    assert "already uses that name" in unescape(answer.text)
    assert 'value="Ash"' in answer.text
    assert robin.post(path, {"pseudonym": "Robin"}).status == 302


def test_only_who_leads_invites(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    robin, _ = opened(served, link(leader, dialogue), "Robin")
    ash, stranger = joined(served, code, "Ash"), Visitor(served)
    stranger.get("/join")
    robin.get(f"/d/{dialogue}/console")
    for visitor in (robin, ash, stranger):
        assert visitor.post(f"/d/{dialogue}/invitation", {}).status == 403
    assert leader.ask("POST", f"/d/{dialogue}/invitation", "", {"Origin": served.origin}).status == 400  # no token


@pytest.mark.parametrize("kind", ["another dialogue", "nonsense", "another purpose"])
def test_a_link_opens_its_own_dialogue_alone(served: Served, leader: Visitor, kind: str) -> None:
    dialogue, _code = prepared(leader)
    other, _ = prepared(leader)
    token = {
        "another dialogue": link(leader, other).rpartition("/")[2],
        "nonsense": "x" * 43,
        "another purpose": served.setup.rpartition("/")[2],
    }[kind]
    visitor = Visitor(served)
    visitor.get("/join")
    for answer in (
        visitor.get(f"/d/{dialogue}/invited/{token}"),
        visitor.post(f"/d/{dialogue}/invited/{token}", {"pseudonym": "Robin"}),
    ):
        assert answer.status == 404


def test_the_door_with_the_code_makes_nobody_a_co_facilitator(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    visitor = Visitor(served)
    visitor.get(f"/j/{code}")
    for role in ("co_facilitator", "slip"):
        assert visitor.post(f"/j/{code}", {"pseudonym": "Robin", "role": role}).status == 400
    assert ("seat", f"/d/{dialogue}/") not in visitor.cookies


def test_who_helps_to_lead_comes_in_while_the_door_is_closed_but_not_after_the_end(
    served: Served, leader: Visitor
) -> None:
    dialogue, _code = prepared(leader)
    assert leader.command(dialogue, "close_door").status == 200
    assert opened(served, link(leader, dialogue), "Robin")[1].status == 302
    late = link(leader, dialogue)
    assert leader.command(dialogue, "move_to_stage", {"stage": "closing"}).status == 200
    assert leader.command(dialogue, "close_dialogue").status == 200
    assert Visitor(served).get(late).status == 404


def test_who_leads_others_here_cannot_help_to_lead(served: Served, leader: Visitor) -> None:
    leader.get("/prepare")
    made = leader.post("/prepare", {"title": "Trust", "hierarchy": "speaks_last"})
    dialogue = made.headers["Location"].split("/")[2]
    path = link(leader, dialogue)
    visitor = Visitor(served)
    assert "Do you lead others in this group?" in unescape(visitor.get(path).text)
    unsaid = visitor.post(path, {"pseudonym": "Robin"})
    assert unsaid.status == 422
    assert "Choose one of the two." in unescape(unsaid.text)
    said = visitor.post(path, {"pseudonym": "Robin", "leads_others": "yes"})
    assert said.status == 422
    assert "Ask somebody who leads nobody here." in unescape(said.text)
    assert visitor.post(path, {"pseudonym": "Robin", "leads_others": "no"}).status == 302


def test_who_scans_the_code_is_led_back_to_the_console(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    robin, _ = opened(served, link(leader, dialogue), "Robin")
    back = robin.get(robin.get(f"/j/{code}").headers["Location"])
    assert back.headers["Location"] == f"/d/{dialogue}/"
    assert robin.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/console"
