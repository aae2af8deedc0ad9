"""Codes that open nothing: one answer to all, in content and in time; and what follows when codes are guessed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from statistics import median
from urllib.parse import quote

import pytest

from dialogue.rules import door as rules
from sessions.app import Application, create_app
from sessions.config import load
from sessions.pages.door import entrance
from sessions.pages.door.entrance import NOTHING_AFTER_S, Entrance
from sessions.rooms.limits import WRONG_A_MINUTE
from tests.sessions.pages.given import Served, Visitor, alike, facilitator, joined, prepared, seen, server
from tests.sessions.paper.conftest import signed_in
from tests.sessions.rooms.given import accepted, ask, begun, opened, seated

NOBODY = "0000-0000"
ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of its own: what is guessed here must not make others knock."""
    with server(tmp_path_factory.mktemp("guessing") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def lead(alone: Served) -> Visitor:
    return facilitator(alone)


def _return_code(visitor: Visitor, dialogue: str) -> str:
    return str(visitor.get(f"/d/{dialogue}/return-code", Accept="application/json").json["code"])


def _is_siege(leader: Visitor, dialogue: str) -> bool:
    return bool(leader.get(f"/d/{dialogue}/doorstep").json["siege"])


def test_every_code_that_opens_nothing_has_the_same_answer(alone: Served, lead: Visitor) -> None:
    open_dialogue, code = prepared(lead)
    shut_dialogue, shut = prepared(lead, "Shut")
    assert lead.command(shut_dialogue, "close_door").status == 200
    ash = joined(alone, code, "Ash")
    used = _return_code(ash, open_dialogue)
    ash.get("/join")
    assert ash.post("/join", {"code": used}).status == 302
    gone = joined(alone, code, "Birch")
    taken_back = _return_code(gone, open_dialogue)
    seat = gone.get(f"/d/{open_dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    assert lead.command(open_dialogue, "remove_seat", {"seat": seat}).status == 200
    guest = Visitor(alone)
    guest.get("/join")
    typed = [NOBODY, shut, used, taken_back, "K7F4", "", "\u202e" * 8, "K" * 4000]
    answers = [alike(guest.post("/join", {"code": code}), code) for code in typed]
    assert answers == [answers[0]] * len(typed)
    assert answers[0][0] == 404
    assert "No dialogue can be joined with this code now." in answers[0][1]
    links = [alike(guest.get(f"/j/{code}"), code) for code in (NOBODY, shut, used, taken_back, "K7F4")]
    assert links == [links[0]] * len(links)
    assert links[0] == answers[0]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Application]:
    """In this process, with an account that leads."""
    storage = opened(tmp_path / "data")
    try:
        yield create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
    finally:
        storage.close()


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place has seats for two, of whom one leads."""
    for where in (rules, entrance):
        monkeypatch.setattr(where, "MOST_SEATS", 2)


@pytest.mark.usefixtures("narrow")
def test_the_code_of_a_full_place_opens_nothing_but_for_whoever_has_a_seat(house: Application) -> None:
    place = begun(house.service)
    seated(house.service, place, "Elm")
    browser = house.flask.test_client()
    unknown = re.sub(r'value="[^"]*"', "", browser.get(f"/j/{NOBODY}").text)
    full = browser.get(f"/j/{place.room.committed.code}")
    assert (full.status_code, re.sub(r'value="[^"]*"', "", full.text)) == (404, unknown)
    browser.set_cookie("been", place.room.id)
    back = browser.get(f"/j/{place.room.committed.code}").headers["Location"]
    assert back == f"/d/{place.room.id}/back/{place.room.committed.code}"


@pytest.mark.usefixtures("narrow")
def test_many_at_a_full_door_are_no_guessers_and_whoever_leads_is_told_of_them(house: Application) -> None:
    place = begun(house.service)
    code = place.room.committed.code or ""
    lead, late = signed_in(house, "account"), house.flask.test_client()
    told = f"/d/{place.room.id}/doorstep"
    assert late.get(f"/j/{code}").status_code == 200
    elm = seated(house.service, place, "Elm")
    # Written in ever new ways: as many guesses, if it opened nothing.
    for number in range(WRONG_A_MINUTE + 10):
        assert late.get(f"/j/{'-' * (number % 20)}{code}{'-' * (number // 20)}").status_code == 404
    report = lead.get(told, base_url=ORIGIN).get_json()
    assert (report["siege"], report["wrong_codes"], report["full"], report["naming"]) == (False, 0, 1, 0)
    accepted(ask(place.room, place.room.committed.facilitator, "remove_seat", seat=elm))
    assert late.get(f"/j/{code}").status_code == 200
    report = lead.get(told, base_url=ORIGIN).get_json()
    assert (report["full"], report["naming"]) == (0, 1)


def test_while_codes_are_guessed_nobody_is_told_that_they_were_mistyped(house: Application) -> None:
    entered = Entrance(house.service)
    place = begun(house.service)
    with house.flask.test_request_context(f"/j/{NOBODY}"):
        entered.nothing(NOBODY, 0.0)
        assert entered.report(place, "")["wrong_codes"] == 1
        entered.guessed("by the thousand, past the application")
        assert entered.report(place, "")["wrong_codes"] == 1
        for number in range(WRONG_A_MINUTE + 1):
            entered.guessed(f"{number:08}")
        report = entered.report(place, "")
    assert (report["siege"], report["wrong_codes"]) == (True, 0)


def test_the_page_that_is_kept_is_the_one_that_would_be_made(application: Application) -> None:
    been = "0" * 19 + "1"
    for host in ("http://127.0.0.1:8000", "http://dialogue.test"):
        for cookies in ({}, {"been": been}, {"been": f"{'0' * 19}2"}):
            pages = []
            for typed in ("", "<b>K7F4", "\ue001\ue002\ue003\ue004"):
                browser = application.flask.test_client()
                for name, value in cookies.items():
                    browser.set_cookie(name, value, domain=host.partition("//")[2].partition(":")[0])
                page = browser.get(f"/j/{quote(typed) or '-'}", base_url=host).text
                assert "<b>" not in page
                assert typed in unescape(page)
                pages.append(re.sub(r'value="[^"]*"', "", page))
                assert ("Not encrypted" in page) is ("test" in host)
                assert page.count(f'href="/d/{cookies.get("been")}/"') == len(cookies)
            assert pages == [pages[0]] * 3


@pytest.mark.parametrize("way", ["GET", "POST"])
def test_no_answer_tells_by_its_time_what_kind_of_wrong_a_code_is(alone: Served, lead: Visitor, way: str) -> None:
    dialogue, code = prepared(lead)
    ash, birch = joined(alone, code, "Ash"), joined(alone, code, "Birch")
    used, taken_back = _return_code(ash, dialogue), _return_code(birch, dialogue)
    assert ash.post("/join", {"code": used}).status == 302
    seat = birch.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    assert lead.command(dialogue, "remove_seat", {"seat": seat}).status == 200
    assert lead.command(dialogue, "close_door").status == 200
    guest, times = Visitor(alone), dict[str, list[float]]()
    guest.get("/join")
    for _ in range(12):
        for typed in (NOBODY, code, used, taken_back, "K7F4"):
            began = time.perf_counter()
            answer = guest.get(f"/j/{typed}") if way == "GET" else guest.post("/join", {"code": typed})
            assert answer.status == 404
            times.setdefault(typed, []).append(time.perf_counter() - began)
    assert min(map(min, times.values())) >= NOTHING_AFTER_S
    middles = [median(known) for known in times.values()]
    assert max(middles) - min(middles) < 0.015


@pytest.mark.parametrize("addresses", [1, 4], ids=["from one address", "from many"])
def test_guesses_slow_nobody_down_and_let_nobody_in(tmp_path: Path, addresses: int) -> None:
    with server(tmp_path / "data") as served:
        leader = facilitator(served)
        dialogue, code = prepared(leader)
        early = joined(served, code, "Early")
        known = _return_code(early, dialogue)
        assert not _is_siege(leader, dialogue)

        def guess(many: range) -> None:
            guest = Visitor(served, f"127.0.0.{2 + many.start // 40 % addresses}")
            guest.get("/join")
            assert {guest.post("/join", {"code": f"{number:08}"}).status for number in many} == {404}

        with ThreadPoolExecutor(4) as guessers:
            list(guessers.map(guess, [range(at, at + 40) for at in range(0, WRONG_A_MINUTE + 40, 40)]))
        assert _is_siege(leader, dialogue)
        ash = joined(served, code, "Ash")  # the right code opens, and somebody has to let them in
        assert ash.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/waiting"
        assert ash.get(f"/d/{dialogue}/api/v1/snapshot").status == 403
        ((seat, knock),) = seen(leader, dialogue)["door"]["knocking"].items()
        assert knock["pseudonym"] == "Ash"
        other = Visitor(served)
        page = unescape(other.get("/join").text)
        assert "Your name in the dialogue, if this is your return code" in page
        wrong = [other.post("/join", {"code": known, "name": name}) for name in ("", "Ash", "Somebody")]
        assert [answer.status for answer in wrong] == [404] * 3
        assert alike(wrong[0], known) == alike(other.post("/join", {"code": NOBODY}), NOBODY)
        assert early.get(f"/d/{dialogue}/").status == 200
        assert other.post("/join", {"code": known, "name": "EARLY"}).headers["Location"] == f"/d/{dialogue}/"
        assert leader.command(dialogue, "admit_seat", {"seat": seat}).status == 200
        assert ash.get(f"/d/{dialogue}/").status == 200


def test_a_hall_may_come_in_from_one_address_and_a_script_is_told_to_wait(tmp_path: Path) -> None:
    with server(tmp_path / "data") as served:
        leader = facilitator(served)
        _, code = prepared(leader)

        def come(many: range) -> list[int]:
            guest = Visitor(served)
            guest.get(f"/j/{code}")
            return [guest.post(f"/j/{code}", {"pseudonym": "x" * 41}).status for _ in many]

        with ThreadPoolExecutor(4) as people:
            statuses = [status for each in people.map(come, [range(150)] * 4) for status in each]
        assert set(statuses) == {422, 429}
        assert 400 <= statuses.count(422) < 600  # a few more are let through while they come
