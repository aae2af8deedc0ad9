"""The door: unknown, closed and malformed codes are told the same; what someone typed stays."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import pytest

from sessions.pages.pseudonyms.languages import words_for
from tests.sessions.pages.given import Served, Visitor, alike, joined, prepared, seen


def test_unknown_closed_and_malformed_codes_are_told_the_same(served: Served, leader: Visitor) -> None:
    dialogue, closed = prepared(leader)
    assert leader.command(dialogue, "close_door").status == 200
    visitor = Visitor(served)
    visitor.get("/join")
    typed = [closed, "0000-0000", "not a code", "K7F4", "Ä" * 8, "K" * 39]
    by_form = [alike(visitor.post("/join", {"code": code}), code) for code in typed]
    assert by_form == [by_form[0]] * len(typed)
    assert by_form[0][0] == 404
    by_link = [alike(visitor.get(f"/j/{code}"), code) for code in (closed, "0000-0000", "K7F4")]
    assert by_link == [by_link[0]] * 3
    assert by_link[0][0] == 404
    sent = visitor.post(f"/j/{closed}", {"pseudonym": "Ash", "role": "participant"})
    assert sent.status == 404
    assert ("seat", f"/d/{dialogue}/") not in visitor.cookies


def test_a_code_is_read_as_it_was_heard(served: Served, leader: Visitor) -> None:
    _dialogue, code = prepared(leader)
    visitor = Visitor(served)
    visitor.get("/join")
    for typed in (code.lower(), code.replace("-", " "), f"  {code[:4]} – {code[5:]}", code.replace("0", "O")):
        assert visitor.post("/join", {"code": typed}).headers["Location"] == f"/j/{code}"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "Write something first."),
        ("   \u200b ", "Write something first."),
        ("Facilitator", "That word names a role"),
        ("Ash", "already uses that name"),
        ("аsh", "already uses that name"),
        ("a\u202esh", "character"),
        ("x" * 41, "shorten it to 40 characters"),
        ("👩‍👩‍👧‍👦" * 41, "shorten it to 40 characters"),
        ("x" * 10_000, "shorten it to 40 characters"),
        ("a" + "\u0301" * 59, "character"),
    ],
    ids=lambda text: f"{text[:24]!a} {len(text)}",
)
def test_a_name_that_cannot_be_is_answered_and_stays_in_the_form(
    served: Served, leader: Visitor, name: str, says: str
) -> None:
    _dialogue, code = prepared(leader)
    joined(served, code, "Ash")
    visitor = Visitor(served)
    visitor.get(f"/j/{code}")
    answer = visitor.post(f"/j/{code}", {"pseudonym": name, "role": "observer"})
    assert answer.status == 422
    page = unescape(answer.text)
    assert says in page
    assert f'value="{name}"' in page
    assert re.search(r'value="observer"[^>]*checked', page)
    assert not [cookie for cookie, _path in visitor.cookies if cookie == "seat"]


def test_a_name_is_shown_as_text_whatever_it_holds(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader, "<script>alert(1)</script>", question="")
    visitor = Visitor(served)
    page = visitor.get(f"/j/{code}").text
    assert "&lt;script&gt;alert(1)" in page
    assert leader.command(dialogue, "word_question", {"text": "<script>alert(2)</script>"}).status == 200
    page = visitor.get(f"/j/{code}").text
    assert "&lt;script&gt;alert(2)" in page
    assert "alert(1)" not in page, "the dialogue's name is the facilitator's own once there is a question"
    answer = visitor.post(f"/j/{code}", {"pseudonym": '"><img src=x onerror=alert(1)>' * 2, "role": "participant"})
    assert answer.status == 422
    assert "<img" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "form",
    [
        {"pseudonym": "Fir", "role": "facilitator"},
        {"pseudonym": "Fir", "role": "console"},
        {"pseudonym": "Fir", "role": "participant", "join_id": "short"},
        {"pseudonym": "Fir", "role": "participant", "join_id": "0" * 32 + "\n"},
        {"pseudonym": "Fir", "role": "participant", "seat": "someone else's"},
    ],
)
def test_nobody_becomes_what_the_form_does_not_offer(served: Served, leader: Visitor, form: dict[str, str]) -> None:
    dialogue, code = prepared(leader)
    visitor = Visitor(served)
    visitor.get(f"/j/{code}")
    assert visitor.post(f"/j/{code}", form).status == 400
    assert ("seat", f"/d/{dialogue}/") not in visitor.cookies


def test_a_name_that_nobody_has_is_suggested_and_another_one_on_request(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    visitor, names = Visitor(served), []
    page = visitor.get(f"/j/{code}", **{"Accept-Language": "nb"}).text
    for _ in range(6):
        found = re.search(r'name="pseudonym" type="text" value="([^"]+)"', page)
        assert found is not None, page
        names.append(unescape(found[1]))
        form = {"pseudonym": names[-1], "role": "observer", "another": "yes"}
        answer = visitor.post(f"/j/{code}", form, **{"Accept-Language": "nb"})
        page = answer.text
        assert answer.status == 200
        assert re.search(r'value="observer"[^>]*checked', page)
    assert all(one != other for one, other in pairwise(names))
    assert set(names) <= set(words_for(["nb"]))
    assert not [cookie for cookie, _path in visitor.cookies if cookie == "seat"]
    assert leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]["group"]["people"] == 0


def test_a_suggestion_is_none_that_the_door_would_refuse(served: Served, leader: Visitor) -> None:
    """Also where somebody's name looks like the word in small letters alone."""
    dialogue, code = prepared(leader)
    there = [word for word in words_for(["fr"]) if "m" in word]
    assert len(there) > 10
    for word in there:
        assert leader.command(dialogue, "seat_someone", {"pseudonym": word.replace("m", "rn")}).status == 200
    visitor, names = Visitor(served), set[str]()
    for _ in range(100):
        page = visitor.get(f"/j/{code}", **{"Accept-Language": "fr"}).text
        found = re.search(r'name="pseudonym" type="text" value="([^"]+)"', page)
        assert found is not None, page
        names.add(unescape(found[1]))
    assert names <= set(words_for(["fr"])) - set(there)
    form = {"pseudonym": names.pop(), "role": "participant"}
    assert visitor.post(f"/j/{code}", form).status == 302


def test_a_form_that_was_sent_twice_takes_one_seat(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    visitor, form = Visitor(served), {"pseudonym": "Ash", "role": "participant", "join_id": "0" * 31 + "7"}
    visitor.get(f"/j/{code}")
    tokens = set()
    for _ in range(2):
        assert visitor.post(f"/j/{code}", form).status == 302
        tokens.add(visitor.cookies["seat", f"/d/{dialogue}/"])
        assert visitor.get(f"/d/{dialogue}/").status == 200
    assert len(tokens) == 2
    snapshot = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json
    assert snapshot["view"]["group"]["people"] == 1


def test_few_people_are_warned_and_the_limits_are_said_before_anyone_is_in(served: Served, leader: Visitor) -> None:
    _dialogue, code = prepared(leader)
    warning = "In so small a group others may guess who wrote what"
    page = unescape(Visitor(served).get(f"/j/{code}").text)
    assert "duty to report" in page
    assert warning in page
    for number in range(5):
        joined(served, code, f"Person {number}")
    assert warning not in unescape(Visitor(served).get(f"/j/{code}").text)


def test_whoever_scans_the_code_again_is_led_back_to_their_own_seat(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    again = ash.get(f"/j/{code}")
    assert again.status == 302
    back = ash.get(again.headers["Location"])
    assert (back.status, back.headers["Location"]) == (302, f"/d/{dialogue}/")
    assert ash.get(f"/d/{dialogue}/").status == 200
    assert f'href="/d/{dialogue}/"' in ash.get("/join").text


def test_whoever_was_removed_finds_the_door_anew_and_has_to_knock(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    seat = ash.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    assert leader.command(dialogue, "remove_seat", {"seat": seat}).status == 200
    again = ash.get(ash.get(f"/j/{code}").headers["Location"])
    assert again.headers["Location"] == f"/j/{code}?anew=1"
    assert ash.get(again.headers["Location"]).status == 200
    # The door is open to whoever has the code, and yet: no wall, and no seat without somebody who lets them in.
    assert ash.post(f"/j/{code}", {"role": "flipchart"}).status == 422
    _knocks(ash, code, "Ash again")
    ((knock, known),) = seen(leader, dialogue)["door"]["knocking"].items()
    assert known["pseudonym"] == "Ash again"
    assert ash.get(f"/d/{dialogue}/api/v1/snapshot").status == 403
    assert leader.command(dialogue, "turn_away", {"seat": knock}).status == 200
    assert ash.get(f"/d/{dialogue}/waiting/now").json["now"] == "away"
    _knocks(ash, code, "Birch")
    ash.get(f"/d/{dialogue}/waiting")
    assert ash.post(f"/d/{dialogue}/waiting", {}).headers["Location"] == "/join"  # gives up, and begins anew
    ash.get(f"/shared/{code}")
    _knocks(ash, f"{code}?shared=1", "Cedar")
    ((knock, _known),) = seen(leader, dialogue)["door"]["knocking"].items()
    assert leader.command(dialogue, "admit_seat", {"seat": knock}).status == 200
    assert ash.get(f"/d/{dialogue}/").status == 200


def _knocks(visitor: Visitor, code: str, pseudonym: str) -> None:
    visitor.get(f"/j/{code}")
    sent = visitor.post(f"/j/{code.partition('?')[0]}", {"pseudonym": pseudonym, "role": "participant"})
    assert (sent.status, sent.headers["Location"].rpartition("/")[2]) == (302, "waiting")


def test_nobody_else_has_to_knock_for_it(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash, birch = joined(served, code, "Ash"), joined(served, code, "Birch")
    seat = ash.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    assert leader.command(dialogue, "remove_seat", {"seat": seat}).status == 200
    joined(served, code, "Cedar")
    wall = Visitor(served)
    wall.get(f"/j/{code}")
    assert wall.post(f"/j/{code}", {"role": "flipchart"}).status == 302
    for visitor, name in ((wall, "Dogwood"), (birch, "Birch's neighbour")):
        visitor.get(f"/j/{code}?anew=1")
        sent = visitor.post(f"/j/{code}", {"pseudonym": name, "role": "participant"})
        assert sent.headers["Location"] == f"/d/{dialogue}/", name
    other = Visitor(served)
    other.get("/join", Cookie=f"been={dialogue}")
    assert other.get(f"/d/{dialogue}/back/{code}").headers["Location"] == f"/j/{code}?anew=1"


def test_a_wall_hung_up_beside_a_seat_is_no_way_round(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    seat = ash.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    ash.get(f"/j/{code}?anew=1")
    assert ash.post(f"/j/{code}", {"role": "flipchart"}).status == 302
    assert leader.command(dialogue, "remove_seat", {"seat": seat}).status == 200
    _knocks(ash, f"{code}?anew=1", "Ash again")


@pytest.mark.parametrize(
    ("hierarchy", "says", "role"),
    [
        ("speaks_last", "then you speak last", "participant"),
        ("sits_outside", "then you sit outside the circle", "observer"),
    ],
)
def test_where_one_may_lead_another_everyone_is_asked_and_told_what_follows(
    served: Served, leader: Visitor, hierarchy: str, says: str, role: str
) -> None:
    leader.get("/prepare")
    made = leader.post("/prepare", {"title": "Trust", "hierarchy": hierarchy})
    dialogue = made.headers["Location"].split("/")[2]
    leader.get(f"/d/{dialogue}/console")
    assert leader.command(dialogue, "open_door").status == 200
    code = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]["door"]["code"]
    boss = Visitor(served)
    page = unescape(boss.get(f"/j/{code}").text)
    assert "Do you lead others in this group?" in page
    assert says in page
    unsaid = boss.post(f"/j/{code}", {"pseudonym": "Boss", "role": "participant"})
    assert unsaid.status == 422
    assert "Choose one of the two." in unescape(unsaid.text)
    assert boss.post(f"/j/{code}", {"pseudonym": "Boss", "leads_others": "yes"}).status == 302
    boss.get(f"/d/{dialogue}/")
    me = boss.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]
    assert (me["role"], me["leads_others"]) == (role, True)
    ash = Visitor(served)
    ash.get(f"/j/{code}")
    assert ash.post(f"/j/{code}", {"pseudonym": "Ash", "leads_others": "no"}).status == 302
    me = ash.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]
    assert (me["role"], me["leads_others"]) == ("participant", False)


def test_where_nobody_leads_another_nobody_is_asked(served: Served, leader: Visitor) -> None:
    _dialogue, code = prepared(leader)
    assert "Do you lead others" not in Visitor(served).get(f"/j/{code}").text


def test_a_door_opened_again_has_its_code_and_a_new_one_is_made_on_purpose(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    guest = Visitor(served)
    assert leader.command(dialogue, "close_door").status == 200
    assert guest.get(f"/j/{code}").status == 404, "it is good only while the door is open"
    assert leader.get(f"/d/{dialogue}/doorstep").json["closed"] == 1
    assert leader.command(dialogue, "open_door").status == 200
    assert seen(leader, dialogue)["door"]["code"] == code
    assert leader.get(f"/d/{dialogue}/doorstep").json["closed"] == 0
    assert guest.get(f"/j/{code}").status == 200
    assert leader.command(dialogue, "open_door").status == 200
    fresh = seen(leader, dialogue)["door"]["code"]
    assert fresh != code
    assert guest.get(f"/j/{code}").status == 404
    assert leader.command(dialogue, "end_sitting").status == 200
    assert leader.command(dialogue, "start_sitting").status == 200
    assert leader.command(dialogue, "open_door").status == 200
    assert seen(leader, dialogue)["door"]["code"] not in {code, fresh}


def test_who_stands_before_a_closed_door_is_told_to_its_own_facilitator_alone(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    other, _ = prepared(leader)
    assert leader.command(dialogue, "close_door").status == 200
    assert leader.command(other, "close_door").status == 200
    guest = Visitor(served)
    guest.get("/join")
    for _again in range(2):
        assert guest.post("/join", {"code": code.lower()}).status == 404
    before = leader.get(f"/d/{dialogue}/doorstep").json
    assert before["closed"] == 1, "one browser"
    assert leader.get(f"/d/{other}/doorstep").json["closed"] == 0
