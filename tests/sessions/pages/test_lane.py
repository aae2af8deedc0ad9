"""Codes tried by the thousand: a few fixed bytes for those that can open nothing, and all others as ever."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from werkzeug.test import TestResponse

from sessions.app import Application, create_app
from sessions.config import load
from sessions.pages.door.entrance import NOTHING_AFTER_S
from sessions.pages.door.lane import AT_ONCE, Lane
from sessions.rooms.ids import new_code
from sessions.rooms.limits import WRONG_A_MINUTE
from tests.sessions.pages.given import Visitor, facilitator, joined, prepared, server
from tests.sessions.rooms.given import begun, opened, seated

ORIGIN = "http://127.0.0.1:8000"


def test_beyond_what_people_mistype_only_codes_that_were_given_out_are_looked_at(tmp_path: Path) -> None:
    with server(tmp_path / "data") as served:
        lead = facilitator(served)
        dialogue, code = prepared(lead)
        ash = joined(served, code, "Ash")
        returns = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", ash.get(f"/d/{dialogue}/return-code").text)
        assert returns is not None
        guesser = Visitor(served)
        guesser.get("/join")
        with ThreadPoolExecutor(12) as hands:
            guesses = [{"code": new_code()} for _ in range(3 * AT_ONCE)]
            answers = list(hands.map(lambda guess: guesser.post("/join", guess), guesses))
        assert {answer.status for answer in answers} == {404, 429}
        assert sum(answer.status == 404 for answer in answers) >= AT_ONCE
        shed = [answer for answer in answers if answer.status == 429]
        assert len({answer.body for answer in shed}) == 1
        assert shed[0].headers["Content-Security-Policy"].startswith("default-src 'none'")
        # Meanwhile, from the same address:
        visitor = Visitor(served)
        assert visitor.get(f"/j/{code.lower().replace('-', '')}").status == 200
        assert visitor.post("/join", {"code": code}).status == 302
        assert visitor.get("/join").status == 200
        back = visitor.post("/join", {"code": returns[0], "name": "Ash"})
        assert back.headers["Location"] == f"/d/{dialogue}/"


def test_beyond_that_nobody_learns_which_codes_were_ever_given_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of a closed door, of a seat, and used ones: the same bytes as for any other, at the same time."""
    monkeypatch.setattr("sessions.pages.door.lane.A_SECOND", 0.0)  # however slow the machine is
    storage = opened(tmp_path / "data")
    try:
        application = create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
        application.flask.config["WTF_CSRF_ENABLED"] = False  # forgery has tests of its own
        client = application.flask.test_client()
        client.environ_base["HTTP_ORIGIN"] = ORIGIN
        codes = _given_out(application)
        while client.get(f"/j/{new_code()}").status_code != 429:
            pass
        ways: list[Callable[[str], TestResponse]] = [
            lambda code: client.get(f"/j/{code}"),
            lambda code: client.post("/join", data={"code": code}),
        ]
        for ask in ways:
            answers = {code: [_timed(ask, code) for _ in range(9)] for code in (new_code(), *codes)}
            told = {answer for each in answers.values() for answer, _ in each}
            assert len(told) == 1
            assert told.pop()[0] == 429
            times = [[took for _, took in each] for each in answers.values()]
            assert min(map(min, times)) >= NOTHING_AFTER_S
            assert max(map(median, times)) - min(map(median, times)) < 0.015
    finally:
        storage.close()


def _given_out(application: Application) -> list[str]:
    """The code of a closed door, a used return code, and one that leads back to a seat whose name a guesser lacks."""
    service = application.service
    place = begun(service)
    shut = str(place.room.committed.code)
    returns = [service.returns.code(place, seated(service, place, name)) for name in ("Ash", "Birch")]
    assert service.returns.come_back(returns[0], None) is not None
    service.rooms.storage.doors.write(service.rooms.storage.doors.closing(place.room.id))
    for number in range(WRONG_A_MINUTE + 1):  # somebody is guessing: a return code alone leads nowhere
        application.flask.test_client().get(f"/j/{number:08}")
    return [shut, *returns]


def _timed(ask: Callable[[str], TestResponse], code: str) -> tuple[tuple[int, bytes, str], float]:
    began = time.perf_counter()
    answer = ask(code)
    took = time.perf_counter() - began
    return (answer.status_code, answer.get_data(), str(sorted(answer.headers.keys()))), took


@pytest.mark.parametrize(
    ("method", "path", "body", "tried"),
    [
        ("POST", "/join", b"code=K7F4-M2QX&name=", "K7F4-M2QX"),
        ("POST", "/join", b"name=x", ""),
        ("POST", "/join", b"&".join([b"code=a"] * 30), None),
        ("POST", "/join", b"code=" + b"x" * 5_000, None),
        ("GET", "/j/K7F4-M2QX", b"", "K7F4-M2QX"),
        ("GET", "/join", b"", None),
        ("POST", "/sign-in", b"code=K7F4-M2QX", None),
    ],
)
def test_only_codes_are_looked_at_and_the_body_can_be_read_again(
    method: str, path: str, body: bytes, tried: str | None
) -> None:
    read: list[bytes] = []
    looked: list[str] = []

    def app(environ: dict[str, Any], _start: object) -> Iterable[bytes]:
        read.append(environ["wsgi.input"].read())
        return [b""]

    lane = Lane(app, _none_of(looked), lambda _: None)
    asked = {"REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": str(len(body))}
    environ = {**asked, "wsgi.input": io.BytesIO(body)}
    assert b"".join(lane(environ, lambda *_: None)) == b""
    assert read == [body]
    assert bool(looked) == bool(tried and len(tried) > 4)


def _none_of(looked: list[str]) -> Callable[[str], bool]:
    def might_open(code: str) -> bool:
        looked.append(code)
        return False

    return might_open
