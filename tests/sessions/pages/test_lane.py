"""Codes tried by the thousand: a few fixed bytes for those that can open nothing, and all others as ever."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sessions.pages.door.lane import AT_ONCE, Lane
from sessions.rooms.ids import new_code
from tests.sessions.pages.given import Visitor, facilitator, joined, prepared, server


def test_beyond_what_people_mistype_only_codes_that_were_given_out_are_looked_at(tmp_path: Path) -> None:
    with server(tmp_path / "data") as served:
        dialogue, code = prepared(facilitator(served))
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
        assert [guesser.get(f"/j/{new_code()}").status for _ in range(3)] == [429] * 3
        # Meanwhile, from the same address:
        visitor = Visitor(served)
        assert visitor.get(f"/j/{code.lower().replace('-', '')}").status == 200
        assert visitor.post("/join", {"code": code}).status == 302
        assert visitor.get("/join").status == 200
        back = visitor.post("/join", {"code": returns[0], "name": "Ash"})
        assert back.headers["Location"] == f"/d/{dialogue}/"


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
