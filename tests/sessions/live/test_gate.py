"""The way in for sockets: known origins, one's own cookies, the right protocol, and not too many screens."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import Any

import pytest
import websocket

from sessions.live.gate import Gate
from tests.sessions.live.conftest import Hall
from tests.sessions.live.given import Line, line, screen
from tests.sessions.pages.given import Visitor, prepared

POLLING = "EIO=4&transport=polling"


def _live(hall: Hall, query: str = POLLING) -> str:
    return f"/d/{hall.dialogue}/live/?{query}"


def _sid(visitor: Visitor, hall: Hall) -> str:
    opened = visitor.get(_live(hall))
    assert opened.status == 200, opened.body
    return opened.text.split('"sid":"')[1].split('"')[0]


def test_the_bare_path_is_closed(hall: Hall) -> None:
    ash = hall.someone()
    for path in ("/socket.io/", "/socket.io", "/socket.io/x", "/%73ocket.io/"):
        assert ash.get(f"{path}?{POLLING}").status == 404
    with pytest.raises(websocket.WebSocketBadStatusException, match="404"):
        websocket.create_connection(f"ws://127.0.0.1:{hall.served.port}/socket.io/?EIO=4&transport=websocket")


def test_without_a_cookie_of_ours_nobody_comes_near(hall: Hall) -> None:
    stranger = Visitor(hall.served)
    assert stranger.get(_live(hall)).status == 403
    stranger.cookies["theme", "/"] = "dark"
    assert stranger.get(_live(hall)).status == 403
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        Line(stranger, hall.dialogue)


def test_a_cookie_that_is_nobodys_gets_no_further_than_the_door(hall: Hall) -> None:
    stranger = Visitor(hall.served)
    stranger.get("/join")
    stranger.cookies["seat", f"/d/{hall.dialogue}/"] = "x" * 43
    with line(stranger, hall.dialogue) as opened:
        assert opened.connect(stranger.csrf, "participant") == {"message": "not_joined"}


def test_a_seat_of_another_dialogue_is_nobody_here(hall: Hall) -> None:
    ash, (other, _code) = hall.someone(), prepared(hall.leader)
    ash.cookies["seat", f"/d/{other}/"] = ash.cookies["seat", f"/d/{hall.dialogue}/"]
    for surface in ("participant", "flipchart", "console"):
        with line(ash, other) as opened:
            assert opened.connect(ash.csrf, surface) == {"message": "not_joined"}


def test_the_session_of_someone_else_is_no_use(hall: Hall) -> None:
    ash, birch = hall.someone(), hall.someone()
    sid = _sid(ash, hall)
    posted = {"Origin": hall.served.origin, "Content-Type": "text/plain"}
    for thief in (birch, hall.leader, Visitor(hall.served)):
        assert thief.get(_live(hall, f"{POLLING}&sid={sid}")).status == 403
        assert thief.ask("POST", _live(hall, f"{POLLING}&sid={sid}"), "40", posted).status == 403
        with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
            websocket.create_connection(
                f"ws://127.0.0.1:{hall.served.port}{_live(hall, f'EIO=4&transport=websocket&sid={sid}')}",
                origin=hall.served.origin,
                cookie=thief.cookies_for(_live(hall)),
            )
    assert ash.get(_live(hall, f"{POLLING}&sid=made-up")).status == 403
    assert ash.ask("POST", _live(hall, f"{POLLING}&sid={sid}"), "41", posted).status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1", ""])
def test_from_a_foreign_origin_nothing_is_opened_or_sent(hall: Hall, origin: str) -> None:
    ash = hall.someone()
    without: dict[str, Any] = {"origin": origin} if origin else {"suppress_origin": True, "origin": None}
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        Line(ash, hall.dialogue, **without)
    sid = _sid(ash, hall)
    assert ash.ask("POST", _live(hall, f"{POLLING}&sid={sid}"), "40", {"Origin": origin}).status == 403
    # Browsers leave it out of a page's own GETs; a foreign one is refused there, too.
    assert ash.get(_live(hall), Origin=origin).status == (403 if origin else 200)


@pytest.mark.parametrize(
    ("auth", "reason"),
    [
        ({"protocol": 2}, "protocol"),
        ({"protocol": "1"}, "protocol"),
        ({"protocol": None}, "protocol"),
        ({"csrf": "wrong"}, "not_joined"),
        ({"csrf": None}, "not_joined"),
        ({"csrf": 1}, "not_joined"),
        ({"csrf": {"a": 1}}, "not_joined"),
        ({"surface": "console"}, "not_joined"),
        ({"surface": "everything"}, "not_joined"),
        ({"surface": None}, "not_joined"),
    ],
)
def test_whoever_asks_wrongly_is_told_a_reason_and_nothing_else(hall: Hall, auth: dict[str, Any], reason: str) -> None:
    ash = hall.someone()
    with line(ash, hall.dialogue) as opened:
        given = {"csrf": ash.csrf, "surface": "participant"} | auth
        assert opened.connect(**given) == {"message": reason}


def test_the_token_of_someone_elses_page_is_refused(hall: Hall) -> None:
    ash, birch = hall.someone(), hall.someone()
    with line(ash, hall.dialogue) as opened:
        assert opened.connect(birch.csrf, "participant") == {"message": "not_joined"}


@pytest.mark.parametrize("auth", ["", "5", '"x"', "[1]", "{}", "null"])
def test_without_a_proper_greeting_it_is_another_protocol(hall: Hall, auth: str) -> None:
    with line(hall.someone(), hall.dialogue) as opened:
        opened.send(f"40{auth}")
        assert opened.frame() == '44{"message":"protocol"}'


def test_a_seat_has_three_screens_and_a_closed_one_makes_room(hall: Hall) -> None:
    ash = hall.someone()
    with ExitStack() as open_screens:
        for _ in range(2):
            open_screens.enter_context(screen(ash, hall.dialogue))
        with screen(ash, hall.dialogue), line(ash, hall.dialogue) as fourth:
            assert fourth.connect(ash.csrf, "participant") == {"message": "too_many"}
        with line(ash, hall.dialogue) as again:
            while "sid" not in (answer := again.connect(ash.csrf, "participant")):
                assert answer == {"message": "too_many"}  # until the server has noticed
        with screen(hall.someone(), hall.dialogue) as other:
            assert other.command("raise_hand")["ok"]


def test_one_cookie_fills_no_hall_with_walls(hall: Hall) -> None:
    ash = hall.someone()
    with ExitStack() as walls:
        for _ in range(8):
            walls.enter_context(screen(ash, hall.dialogue, "flipchart"))
        with line(ash, hall.dialogue) as ninth:
            assert ninth.connect(ash.csrf, "flipchart") == {"message": "too_many"}
        with screen(hall.leader, hall.dialogue, "flipchart") as other:
            assert other.heard[-1][1]["me"] is None


def test_odd_cookies_of_other_programs_on_this_host_hide_nothing(hall: Hall) -> None:
    ash = hall.someone()
    ours = ash.cookies_for(f"/d/{hall.dialogue}/live/")
    with line(ash, hall.dialogue, cookie=f'prefs={{"a":[1,2]}}; bad[name]=1; =; {ours}') as opened:
        assert "sid" in opened.connect(ash.csrf, "participant")


def test_what_is_polled_is_kept_by_nobody(hall: Hall) -> None:
    opened = hall.someone().get(_live(hall))
    assert opened.headers["Cache-Control"] == "no-store"
    assert opened.headers["X-Content-Type-Options"] == "nosniff"


def test_what_a_socket_complains_of_is_written_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[dict[str, Any]] = []

    def inside(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.append(environ)
        return [b""]

    gate = Gate(inside, frozenset({"http://here"}), lambda _sid: None)
    asked = {"PATH_INFO": f"/d/{'0' * 20}/live/", "REQUEST_METHOD": "GET", "HTTP_COOKIE": "seat=x"}
    gate({**asked, "wsgi.errors": sys.stderr}, lambda *_: None)
    seen[0]["wsgi.errors"].write("client=192.0.2.7 went away")
    seen[0]["wsgi.errors"].flush()
    assert capsys.readouterr() == ("", "")
    assert seen[0]["PATH_INFO"] == "/socket.io/"
