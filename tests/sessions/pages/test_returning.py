"""Return codes: private, one a seat, used once; they give a new token, and the older ones open nothing any more."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from urllib.parse import urlsplit

from tests.sessions.pages.given import Served, Visitor, joined, prepared, seen

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


def return_code(visitor: Visitor, dialogue: str) -> str:
    """The visitor's own, as the phone asks for it."""
    answer = visitor.get(f"/d/{dialogue}/return-code", Accept="application/json")
    assert answer.status == 200, answer.text
    return str(answer.json["code"])


def comes_back(served: Served, code: str) -> tuple[Visitor, str]:
    """Somebody at another device with this code: where they are led, or nowhere."""
    visitor = Visitor(served)
    visitor.get("/join")
    return visitor, visitor.post("/join", {"code": code}).headers.get("Location", "")


def seat_of(visitor: Visitor, dialogue: str) -> str:
    return str(visitor.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"])


def test_whoever_changes_device_has_the_same_seat_and_the_older_device_has_none(
    served: Served, leader: Visitor
) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    seat, own = seat_of(ash, dialogue), return_code(ash, dialogue)
    assert CODE.fullmatch(own)
    assert return_code(ash, dialogue) == own, "it can be shown again"
    assert own in unescape(ash.get(f"/d/{dialogue}/return-code").text)
    other, led = comes_back(served, own.lower().replace("-", " "))
    assert led == f"/d/{dialogue}/"
    assert seat_of(other, dialogue) == seat
    assert ash.get(f"/d/{dialogue}/").status == 403
    refused = ash.command(dialogue, "raise_hand", {"reason": "speak"}, surface="participant")
    assert (refused.status, refused.json["error"]["code"]) == (403, "not_joined")
    assert ash.get(f"/d/{dialogue}/return-code").status == 403
    assert return_code(other, dialogue) != own
    assert seen(leader, dialogue)["group"]["people"] == 1


def test_a_code_is_used_once_and_of_two_who_have_it_one_gets_in(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    own = return_code(joined(served, code, "Ash"), dialogue)
    visitors = [Visitor(served) for _ in range(4)]
    for visitor in visitors:
        visitor.get("/join")
    with ThreadPoolExecutor(4) as people:
        statuses = list(people.map(lambda visitor: visitor.post("/join", {"code": own}).status, visitors))
    assert sorted(statuses) == [302, 404, 404, 404]
    assert comes_back(served, own)[1] == ""
    (inside,) = [visitor for visitor, status in zip(visitors, statuses, strict=True) if status == 302]
    assert comes_back(served, return_code(inside, dialogue))[1] == f"/d/{dialogue}/"


def test_it_works_while_the_door_is_closed_and_not_after_a_removal(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash, birch = joined(served, code, "Ash"), joined(served, code, "Birch")
    of_ash, of_birch = return_code(ash, dialogue), return_code(birch, dialogue)
    assert leader.command(dialogue, "close_door").status == 200
    assert leader.command(dialogue, "remove_seat", {"seat": seat_of(birch, dialogue)}).status == 200
    assert comes_back(served, of_ash)[1] == f"/d/{dialogue}/"
    assert comes_back(served, of_birch)[1] == ""
    assert birch.get(f"/d/{dialogue}/return-code").status == 403


def test_who_left_does_not_come_back_by_the_old_code(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    own = return_code(ash, dialogue)
    assert ash.command(dialogue, "leave_dialogue", surface="participant").status == 200
    assert comes_back(served, own)[1] == ""


def test_nobody_is_shown_anothers_code(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    elsewhere, other_code = prepared(leader, "Elsewhere")
    ash, birch = joined(served, code, "Ash"), joined(served, other_code, "Birch")
    assert return_code(ash, dialogue) != return_code(birch, elsewhere)
    for stranger in (birch, Visitor(served), leader):
        assert stranger.get(f"/d/{dialogue}/return-code").status == 403
    stolen = {"Cookie": f"seat={birch.cookies['seat', f'/d/{elsewhere}/']}"}
    assert ash.ask("GET", f"/d/{dialogue}/return-code", headers=stolen).status == 403
    assert ash.ask("GET", f"/d/{dialogue}/api/v1/snapshot", headers=stolen).status == 403


def test_a_co_facilitator_has_one_too_and_comes_back_to_the_console(served: Served, leader: Visitor) -> None:
    dialogue, _code = prepared(leader)
    leader.get(f"/d/{dialogue}/console")
    link = urlsplit(leader.post(f"/d/{dialogue}/invitation", {}).json["link"]).path
    robin = Visitor(served)
    robin.get(link)
    assert robin.post(link, {"pseudonym": "Robin"}).status == 302
    other, led = comes_back(served, return_code(robin, dialogue))
    assert led == f"/d/{dialogue}/console"
    assert other.get(led).status == 200
    assert robin.get(led).status == 403
