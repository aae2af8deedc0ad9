"""A computer that people use one after another: a return code first, nothing left behind, covered when idle."""

from __future__ import annotations

import re
from html import unescape

from tests.sessions.pages.given import Served, Visitor, joined, prepared, seen

CODE = re.compile(r"<bdi>([0-9A-Z]{4}-[0-9A-Z]{4})</bdi>")


class Kiosk(Visitor):
    """The one browser of a shared computer."""

    def comes(self, dialogue: str, code: str, pseudonym: str) -> str:
        """A new person sits down; their return code."""
        page = self.get(f"/shared/{code}").text
        assert f'href="/j/{code}?shared=1"' in page
        self.get(f"/j/{code}?shared=1")
        answer = self.post(f"/j/{code}", {"pseudonym": pseudonym, "shared": "yes"})
        assert answer.headers["Location"] == f"/d/{dialogue}/return-code"
        page = self.get(f"/d/{dialogue}/return-code").text
        assert "This is a new code" not in page, "it is the first"
        found = CODE.search(page)
        assert found is not None
        assert self.get(f"/d/{dialogue}/").status == 200
        return found[1]

    def goes(self, dialogue: str) -> str:
        """Whoever sits here is done; where the next person begins."""
        return str(self.post(f"/d/{dialogue}/next", {}).headers["Location"])


def test_people_take_turns_and_nothing_of_anyone_stays(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    of_ash = kiosk.comes(dialogue, code, "Ash")
    token = kiosk.cookies["seat", f"/d/{dialogue}/"]
    form = kiosk.cookies["form", "/"]
    assert kiosk.goes(dialogue) == f"/shared/{code}"
    assert not kiosk.cookies["seat", f"/d/{dialogue}/"]
    assert not kiosk.cookies.get(("been", "/"))
    assert kiosk.cookies["form", "/"] != form
    assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == "/shared"
    stolen = {"Cookie": f"seat={token}"}
    assert kiosk.ask("GET", f"/d/{dialogue}/api/v1/snapshot", headers=stolen).status == 403
    of_birch = kiosk.comes(dialogue, code, "Birch")
    assert of_ash != of_birch
    kiosk.goes(dialogue)
    kiosk.get("/shared")
    assert kiosk.post("/join", {"code": of_ash}).headers["Location"] == f"/d/{dialogue}/return-code"
    again = unescape(kiosk.get(f"/d/{dialogue}/return-code").text)
    assert "This is a new code. The one you came back with opens nothing any more." in again
    assert of_ash not in again
    assert kiosk.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["pseudonym"] == "Ash"
    group = seen(leader, dialogue)
    assert group["group"]["people"] == 2
    assert {seat["shared"] for seat in group["seats"].values() if seat["role"] == "participant"} == {True}


def test_whoever_leads_may_write_for_somebody_at_a_shared_computer(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    Kiosk(served).comes(dialogue, code, "Ash")
    (seat,) = [one for one, known in seen(leader, dialogue)["seats"].items() if known["pseudonym"] == "Ash"]
    assert leader.command(dialogue, "agree_to_rules", {"owner": seat}).status == 200


def test_the_cookies_of_a_shared_computer_end_with_the_browser(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    kiosk.get(f"/j/{code}?shared=1")
    answer = kiosk.post(f"/j/{code}", {"pseudonym": "Ash", "shared": "yes"})
    cookies = answer.headers.get_all("Set-Cookie") or []
    assert {cookie.partition("=")[0] for cookie in cookies} >= {"seat", "shared"}
    assert not [cookie for cookie in cookies if "Max-Age" in cookie or "been=" in cookie]
    page = kiosk.get(f"/d/{dialogue}/").text
    assert "data-shared" in page
    assert f'action="/d/{dialogue}/next"' in page
    phone = joined(served, code, "Birch").get(f"/d/{dialogue}/").text
    assert "data-shared" not in phone
    assert "Done: next person" not in phone


def test_a_covered_place_opens_nothing_until_its_code_is_typed(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    own = kiosk.comes(dialogue, code, "Ash")
    stranger = return_code_of(joined(served, code, "Birch"), dialogue)
    assert kiosk.post(f"/d/{dialogue}/cover", {}).json == {"ok": True}
    assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"
    for path in ("return-code", "archive", "transcript.md", "transcript.json"):
        assert kiosk.get(f"/d/{dialogue}/{path}").headers["Location"] == f"/d/{dialogue}/covered", path
    assert kiosk.get(f"/d/{dialogue}/flipchart").status == 403
    asked = kiosk.get(f"/d/{dialogue}/api/v1/snapshot")
    assert (asked.status, asked.json["error"]["code"], asked.json["error"]["temporary"]) == (503, "covered", True)
    page = unescape(kiosk.get(f"/d/{dialogue}/covered").text)
    assert "Covered: nobody was here for two minutes" in page
    assert "What was sent is kept." in page
    assert "What they typed and did not send is gone." in page
    assert "Nothing is lost" not in page
    assert "Ash" not in page
    assert "When is trust right?" not in page
    for wrong in (stranger, code, "", "0000-0000"):
        answer = kiosk.post(f"/d/{dialogue}/uncover", {"code": wrong})
        assert answer.status == 422
        assert "That is not the return code of this place." in unescape(answer.text)
    assert kiosk.post(f"/d/{dialogue}/uncover", {"code": own.lower()}).headers["Location"] == f"/d/{dialogue}/"
    assert kiosk.get(f"/d/{dialogue}/").status == 200
    assert return_code_of(kiosk, dialogue) == own, "uncovering uses nothing up"


def test_a_link_to_the_shared_page_takes_nobodys_place_on_their_own_phone(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    assert ash.get(f"/shared/{code}").status == 200
    page = ash.get(f"/d/{dialogue}/").text
    assert "Done: next person" not in page, "whoever was never shown their code is not asked for it"
    ash.post(f"/d/{dialogue}/cover", {})
    assert ash.get(f"/d/{dialogue}/").status == 200


def test_someone_else_begins_anew_at_a_covered_place(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    own = kiosk.comes(dialogue, code, "Ash")
    kiosk.post(f"/d/{dialogue}/cover", {})
    kiosk.get(f"/d/{dialogue}/covered")
    assert kiosk.goes(dialogue) == f"/shared/{code}"
    kiosk.comes(dialogue, code, "Birch")
    kiosk.goes(dialogue)
    kiosk.get("/shared")
    assert kiosk.post("/join", {"code": own}).status == 302
    assert kiosk.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["pseudonym"] == "Ash"


def test_removed_at_a_shared_computer_means_out_covered_or_not(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    own = kiosk.comes(dialogue, code, "Ash")
    seat = kiosk.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    kiosk.post(f"/d/{dialogue}/cover", {})
    assert leader.command(dialogue, "remove_seat", {"seat": seat}).status == 200
    assert kiosk.post(f"/d/{dialogue}/uncover", {"code": own}).status == 403
    assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == "/shared"


def test_a_stranger_gets_neither_the_doors_code_nor_anyones_place(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    kiosk, stranger = Kiosk(served), Visitor(served)
    kiosk.comes(dialogue, code, "Ash")
    stranger.get("/shared")
    assert stranger.post(f"/d/{dialogue}/next", {}).headers["Location"] == "/shared"
    stranger.get("/shared")
    assert stranger.post(f"/d/{dialogue}/cover", {}).status == 403
    assert stranger.post(f"/d/{dialogue}/uncover", {"code": code}).status == 403
    assert stranger.get(f"/d/{dialogue}/covered").headers["Location"] == f"/d/{dialogue}/"
    assert code not in stranger.get(f"/d/{dialogue}/").text
    assert kiosk.get(f"/d/{dialogue}/").status == 200


def test_the_page_where_people_begin_tells_nothing_of_codes(served: Served, leader: Visitor) -> None:
    _, code = prepared(leader)
    pages = [Visitor(served).get(f"/shared/{typed}").text.replace(typed, "") for typed in (code, "0000-0000")]
    token = re.compile(r'value="[^"]*"')
    assert token.sub("", pages[0]) == token.sub("", pages[1])


def test_somebodys_own_device_is_one_again(served: Served) -> None:
    visitor = Visitor(served)
    visitor.get("/shared")
    assert visitor.cookies["shared", "/"] == "1"
    assert visitor.post("/shared", {}).headers["Location"] == "/join"
    assert not visitor.cookies["shared", "/"]


def return_code_of(visitor: Visitor, dialogue: str) -> str:
    return str(visitor.get(f"/d/{dialogue}/return-code", Accept="application/json").json["code"])
