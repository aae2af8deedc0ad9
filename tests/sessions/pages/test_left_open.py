"""A shared computer whose page can no longer cover itself: the server does, once it has heard nothing for a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sessions.live.given import line, screen
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared, server
from tests.sessions.pages.test_shared_computer import Kiosk, return_code_of
from tests.tools.serve_later import RUN, Clock


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    return Clock(tmp_path_factory.mktemp("clock") / "minutes")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Served]:
    with server(tmp_path_factory.mktemp("left") / "data", run=RUN, LATER=str(clock.file)) as running:
        yield running
        assert [line for line in running.said if "Traceback" in line] == []


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    return facilitator(served)


def test_a_closed_tab_opens_the_cover_after_two_minutes(served: Served, leader: Visitor, clock: Clock) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    own = kiosk.comes(dialogue, code, "Ash")
    clock.passes(1.9)
    assert kiosk.get(f"/d/{dialogue}/").status == 200
    clock.passes(1.9)
    assert kiosk.get(f"/d/{dialogue}/archive").status == 200, "each request counts"
    clock.passes(2.1)
    for path in ("", "return-code", "archive"):
        assert kiosk.get(f"/d/{dialogue}/{path}").headers["Location"] == f"/d/{dialogue}/covered", path
    assert kiosk.get(f"/d/{dialogue}/covered").status == 200
    assert kiosk.post(f"/d/{dialogue}/uncover", {"code": own}).headers["Location"] == f"/d/{dialogue}/"
    assert kiosk.get(f"/d/{dialogue}/").status == 200


@pytest.mark.parametrize("first", ["page", "form", "api", "command", "socket"])
def test_whatever_is_asked_first_meets_the_cover(served: Served, leader: Visitor, clock: Clock, first: str) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    kiosk.comes(dialogue, code, "Ash")
    clock.passes(2.1)
    if first == "page":
        assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"
    elif first == "form":
        sent = kiosk.post(f"/d/{dialogue}/plain", {"type": "agree_to_rules", "id": "a" * 32})
        assert sent.headers["Location"] == f"/d/{dialogue}/covered"
    elif first == "socket":
        with line(kiosk, dialogue) as opened:
            assert opened.connect(kiosk.csrf, "participant") == {"message": "covered"}
    else:
        asked = kiosk.get(f"/d/{dialogue}/api/v1/snapshot") if first == "api" else None
        answer = asked or kiosk.command(dialogue, "agree_to_rules", surface="participant")
        assert (answer.status, answer.json["error"]["code"], answer.json["error"]["temporary"]) == (
            503,
            "covered",
            True,
        )


def test_an_open_line_keeps_it_open_and_its_end_counts(served: Served, leader: Visitor, clock: Clock) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    kiosk.comes(dialogue, code, "Ash")
    with screen(kiosk, dialogue):
        clock.passes(30)
        assert kiosk.get(f"/d/{dialogue}/").status == 200
        clock.passes(30)
    for _ in range(2):
        assert kiosk.get(f"/d/{dialogue}/").status == 200
        clock.passes(1.9)
    clock.passes(0.2)
    assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"


def test_a_wall_opened_there_goes_dark_with_it(served: Served, leader: Visitor, clock: Clock) -> None:
    """And keeps nothing open: nobody sits before it."""
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    kiosk.comes(dialogue, code, "Ash")
    with screen(kiosk, dialogue, "flipchart") as wall:
        clock.passes(2.1)
        assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"
        assert wall.next("reload") == {"reason": "removed"}


def test_ten_minutes_later_the_next_person_may_begin(served: Served, leader: Visitor, clock: Clock) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    own = kiosk.comes(dialogue, code, "Ash")
    clock.passes(11.9)
    kiosk.get(f"/d/{dialogue}/")
    assert kiosk.get(f"/d/{dialogue}/covered").status == 200
    clock.passes(0.2)
    assert kiosk.get(f"/d/{dialogue}/covered").headers["Location"] == f"/shared/{code}"
    assert not kiosk.cookies["seat", f"/d/{dialogue}/"]
    kiosk.get("/shared")
    assert kiosk.post("/join", {"code": own}).headers["Location"] == f"/d/{dialogue}/return-code"
    clock.passes(2.1)
    assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered", "back at a shared one"


def test_a_computer_that_says_it_is_not_shared_any_more_is_covered_all_the_same(
    served: Served, leader: Visitor, clock: Clock
) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    kiosk.comes(dialogue, code, "Ash")
    kiosk.get("/shared")
    kiosk.post("/shared", {})
    assert "data-shared" in kiosk.get(f"/d/{dialogue}/").text
    clock.passes(2.1)
    assert kiosk.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"


def test_somebodys_own_phone_may_sleep(served: Served, leader: Visitor, clock: Clock) -> None:
    dialogue, code = prepared(leader)
    phone = joined(served, code, "Ash")
    clock.passes(600)
    assert phone.get(f"/d/{dialogue}/").status == 200


def test_whoever_knocked_there_is_asked_for_no_code_that_they_were_never_shown(
    served: Served, leader: Visitor, clock: Clock
) -> None:
    dialogue, _ = prepared(leader)
    leader.command(dialogue, "open_door", {"mode": "admission"})
    view = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]
    kiosk = Kiosk(served)
    kiosk.get(f"/j/{view['door']['code']}?shared=1")
    kiosk.post(f"/j/{view['door']['code']}", {"pseudonym": "Ash", "shared": "yes"})
    clock.passes(5)
    assert kiosk.get(f"/d/{dialogue}/waiting/now").json["now"] == "waiting"


def test_a_restart_gives_two_minutes_from_the_start_and_uncovers_nothing(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "minutes")
    with server(tmp_path / "data", run=RUN, LATER=str(clock.file)) as first:
        leader = facilitator(first)
        dialogue, code = prepared(leader)
        ash, birch, cedar = Kiosk(first), Kiosk(first), Kiosk(first)
        for kiosk, name in ((ash, "Ash"), (birch, "Birch"), (cedar, "Cedar")):
            kiosk.comes(dialogue, code, name)
        cedar.post(f"/d/{dialogue}/cover", {})
    clock.passes(60)
    with server(tmp_path / "data", run=RUN, LATER=str(clock.file)) as second:
        for kiosk in (ash, birch, cedar):
            kiosk.served = second
        clock.passes(1.9)
        assert ash.get(f"/d/{dialogue}/").status == 200
        assert cedar.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"
        clock.passes(0.2)
        assert ash.get(f"/d/{dialogue}/").status == 200, "it was heard of since"
        assert birch.get(f"/d/{dialogue}/").headers["Location"] == f"/d/{dialogue}/covered"


def test_once_the_dialogue_is_closed_the_record_is_covered_too_and_opens_for_the_latest_code(
    served: Served, leader: Visitor, clock: Clock
) -> None:
    dialogue, code = prepared(leader)
    kiosk = Kiosk(served)
    first = kiosk.comes(dialogue, code, "Ash")
    kiosk.goes(dialogue)
    kiosk.get("/shared")
    kiosk.post("/join", {"code": first})
    own = return_code_of(kiosk, dialogue)
    leader.get(f"/d/{dialogue}/console")
    assert leader.command(dialogue, "move_to_stage", {"stage": "closing"}).status == 200
    assert leader.command(dialogue, "close_dialogue").status == 200
    clock.passes(2.1)
    assert kiosk.get(f"/d/{dialogue}/archive").headers["Location"] == f"/d/{dialogue}/covered"
    kiosk.get(f"/d/{dialogue}/covered")
    assert kiosk.post(f"/d/{dialogue}/uncover", {"code": first}).status == 422, "it was used"
    assert kiosk.post(f"/d/{dialogue}/uncover", {"code": own}).status == 302
    page = kiosk.get(f"/d/{dialogue}/archive").text
    assert 'id="next"' in page
    assert '<template id="cover">' in page
    assert "Done: next person" not in leader.get(f"/d/{dialogue}/archive").text
    kiosk.get("/shared")
    assert kiosk.post("/join", {"code": own}).status == 404, "nobody comes back to what is closed"
