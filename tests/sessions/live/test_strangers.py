"""Lines that end: those nobody enters, those of who was removed or signed out, and none else."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack

import pytest
import websocket

from tests.sessions.live.conftest import Hall
from tests.sessions.live.given import Line, line, screen
from tests.sessions.pages.given import PASSWORD, Visitor


def test_a_session_that_nobody_enters_dies_in_five_seconds_and_an_entered_one_lives(hall: Hall) -> None:
    person, refused, gone = hall.someone(), hall.someone(), hall.someone()
    path = f"/d/{hall.dialogue}/live/?EIO=4&transport=polling"
    with ExitStack() as lines:
        silent = [lines.enter_context(line(person, hall.dialogue)) for _ in range(3)]
        entered = lines.enter_context(screen(hall.someone(), hall.dialogue))
        wrong = lines.enter_context(line(refused, hall.dialogue))
        wrong.connect("wrong", "participant")
        left = lines.enter_context(screen(gone, hall.dialogue))
        left.send("41")
        polled = json.loads(person.get(path).text[1:])["sid"]
        began = time.monotonic()
        assert all(opened.is_cut() for opened in (*silent, wrong, left))
        assert 3 < time.monotonic() - began < 7.5
        last_words = person.get(f"{path}&sid={polled}")
        assert last_words.status in {400, 403} or last_words.body == b"1"  # the engine's goodbye
        assert person.get(f"{path}&sid={polled}").status in {400, 403}
        assert entered.command("raise_hand")["ok"]
        assert not entered.is_cut(1.5)


def test_whoever_is_removed_is_told_and_cut_off_on_every_screen(hall: Hall) -> None:
    person = hall.someone()
    seat = hall.seat_of(person)
    with ExitStack() as screens:
        own = [screens.enter_context(screen(person, hall.dialogue)) for _ in range(2)]
        other = screens.enter_context(screen(hall.someone(), hall.dialogue))
        assert hall.leader.command(hall.dialogue, "remove_seat", {"seat": seat}).status == 200
        without = other.next("update")["n"]
        for opened in own:
            assert opened.next("reload") == {"reason": "removed"}
            assert opened.is_cut(4)
            told = [payload["n"] for name, payload in opened.heard if name == "update"]
            assert without not in told, "the round in which they went is no longer theirs"
        assert other.command("raise_hand")["ok"]
        assert "reload" not in [name for name, _ in other.heard]
    assert person.get(f"/d/{hall.dialogue}/").status == 403
    with line(person, hall.dialogue) as again:
        assert again.connect(person.csrf, "participant") == {"message": "not_joined"}


def test_signing_out_ends_the_console_and_its_walls_and_nobody_elses_screen(hall: Hall) -> None:
    leader = Visitor(hall.served)
    leader.get("/sign-in")
    assert leader.post("/sign-in", {"name": "Lead", "password": PASSWORD}).status == 302
    leader.get(f"/d/{hall.dialogue}/console")
    with ExitStack() as screens:
        ended = [screens.enter_context(screen(leader, hall.dialogue, kind)) for kind in ("console", "flipchart")]
        others = [screens.enter_context(screen(hall.leader, hall.dialogue, "console"))]
        others.append(screens.enter_context(screen(hall.someone(), hall.dialogue)))
        leader.post("/sign-out", {})
        for opened in ended:
            assert opened.next("reload") == {"reason": "signed_out"}
            assert opened.is_cut(4)
        assert all(opened.command("raise_hand")["ok"] or not opened.is_cut(1) for opened in others)
        with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
            Line(leader, hall.dialogue)


def test_screens_that_were_sent_away_do_not_count_any_more(hall: Hall) -> None:
    for _ in range(3):
        leader = Visitor(hall.served)
        leader.get("/sign-in")
        leader.post("/sign-in", {"name": "Lead", "password": PASSWORD})
        leader.get(f"/d/{hall.dialogue}/console")
        with ExitStack() as screens:
            opened = [screens.enter_context(screen(leader, hall.dialogue, "console")) for _ in range(4)]
            leader.post("/sign-out", {})
            assert all(one.is_cut(4) for one in opened)
