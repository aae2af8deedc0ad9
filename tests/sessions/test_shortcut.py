"""Plain requests that are answered before they are WSGI's: which are, in which bytes, and that nothing else changes."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator

import pytest

from sessions.pages.door.lane import AT_ONCE
from sessions.rooms.ids import new_code
from sessions.runtime.plain import LONGEST, read_plain
from tests.sessions.in_mode import run_in_mode
from tests.sessions.pages.given import Served, facilitator, prepared, server

FORM = b"POST /join HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n%b\r\n%b"
STAYS = b"Connection: keep-alive\r\n"
READ_AS_OTHERS_ARE = b"TE: trailers\r\n"  # not plain, and of no consequence
SHED_OR_NOT = {b"HTTP/1.1 429", b"HTTP/1.1 400"}  # these forms lack what protects against forgery
DATE = re.compile(rb"Date: [^\r]+\r\n")


def _form(code: str, more: bytes = b"") -> bytes:
    body = b"code=" + code.encode()
    return FORM % (len(body), more, body)


def test_a_whole_plain_request_is_read() -> None:
    plain = read_plain(_form("K7F4-M2QX", STAYS))
    assert plain is not None
    assert (plain.method, plain.path, plain.body, plain.asks_to_stay) == (b"POST", b"/join", b"code=K7F4-M2QX", True)
    assert plain.length == len(_form("K7F4-M2QX", STAYS))
    asked = read_plain(b"GET /j/K7F4-M2QX HTTP/1.1\r\nHost: a\r\nX-Empty:\r\n\r\n")
    assert asked is not None
    assert (asked.path, asked.body, asked.asks_to_stay) == (b"/j/K7F4-M2QX", b"", False)


@pytest.mark.parametrize(
    "read",
    [
        b"",
        b"GET",
        b"GET / HTTP/1.0\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\nHost: a\n\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n",
        b"GET /  HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nFolded: a\r\n b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\x00\r\n\r\n",
        b"PUT / HTTP/1.1\r\nHost: a\r\n\r\n",
        _form("A")[:-1],
        _form("A") + b"x",
        _form("A", b"Connection: close\r\n"),
        _form("A", STAYS + STAYS),
        _form("A", b"Content-Length: 6\r\n"),
        _form("A", b"content-length: 0\r\n"),
        _form("A", b"Transfer-Encoding: chunked\r\n"),
        _form("A", b"transfer-encoding:\r\n"),
        _form("A", b"Expect: 100-continue\r\n"),
        _form("A", b"Upgrade: websocket\r\n"),
        _form("A", READ_AS_OTHERS_ARE),
        b"POST /join HTTP/1.1\r\nHost: a\r\nContent-Length: +6\r\n\r\ncode=A",
        b"POST /join HTTP/1.1\r\nHost: a\r\nContent-Length: 6, 6\r\n\r\ncode=A",
        b"POST /join HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_all_else_is_left_to_the_servers_own_reading(read: bytes) -> None:
    assert read_plain(read) is None


@pytest.mark.parametrize("filler", [b" ", b"\t", b":", b"a", b"a:", b"a: \r\n", b"connection: \r\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("begins", [b"GET / HTTP/1.1\r\n", b"GET /", b"GET / HTTP/1.1\r\nConnection:"])
def test_whatever_comes_is_read_in_no_time(begins: bytes, filler: bytes) -> None:
    began = time.perf_counter()
    read_plain((begins + filler * LONGEST)[:LONGEST])
    assert time.perf_counter() - began < 0.05


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """A server at which codes are guessed on and on (eventlet has the shortcut), and the code of a closed door."""
    with server(tmp_path_factory.mktemp("crowded") / "data", mode="eventlet") as served:
        lead = facilitator(served)
        dialogue, code = prepared(lead)
        assert lead.command(dialogue, "close_door").status == 200
        with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
            _shed(line, _form(new_code()), 2 * AT_ONCE)
        yield served, code


def _asked(line: socket.socket, *pieces: bytes) -> bytes:
    """The answer to a request that is sent in these pieces."""
    for piece in pieces:
        line.sendall(piece)
        time.sleep(0.02 if len(pieces) > 1 else 0)
    return _answer(line)


def _shed(line: socket.socket, request: bytes, times: int = 5) -> bytes:
    """The answer to one too many: now and then one is answered with care."""
    for _ in range(times):
        if (answer := _asked(line, request)).startswith(b"HTTP/1.1 429"):
            return answer
    raise AssertionError(f"{times} codes were answered with care")


def _answer(line: socket.socket) -> bytes:
    came = b""
    while b"\r\n\r\n" not in came:
        came += _more(line)
    head = came.index(b"\r\n\r\n") + 4
    length = re.search(rb"Content-Length: (\d+)", came[:head])
    whole = head + int(length[1] if length else 0)
    while len(came) < whole:
        came += _more(line)
    assert len(came) == whole
    return came


def _more(line: socket.socket) -> bytes:
    came = line.recv(1)  # no byte of the answer after this one
    assert came, "the line was closed"
    return came


@pytest.mark.parametrize("stays", [b"", STAYS])
def test_the_shortcuts_answer_is_the_one_of_the_long_way_byte_for_byte(
    crowded: tuple[Served, str], stays: bytes
) -> None:
    served, shut = crowded
    path = f"GET /j/{new_code()} HTTP/1.1\r\nHost: a\r\n".encode()
    asked = [
        _form(new_code(), stays),
        _form(new_code(), stays + READ_AS_OTHERS_ARE),
        _form(shut, stays),
        path + stays + b"\r\n",
        path + stays + READ_AS_OTHERS_ARE + b"\r\n",
        f"GET /j/{shut} HTTP/1.1\r\nHost: a\r\n".encode() + stays + b"\r\n",
    ]
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        answers = [_shed(line, each) for each in asked]
    assert all(len(DATE.findall(answer)) == 1 for answer in answers)
    assert len({DATE.sub(b"", answer) for answer in answers}) == 1


def test_on_one_line_short_and_long_ways_follow_each_other_in_pieces_and_at_once(crowded: tuple[Served, str]) -> None:
    served, _ = crowded
    page = b"GET /join HTTP/1.1\r\nHost: a\r\n\r\n"
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        for _ in range(2):
            _shed(line, _form(new_code()))
            assert _asked(line, page).startswith(b"HTTP/1.1 200")
            form = _form(new_code())
            assert _asked(line, form[:9], form[9:40], form[40:])[:12] in SHED_OR_NOT
        line.sendall(_form(new_code()) + page + _form(new_code()))
        first, second, third = (_answer(line)[:12] for _ in range(3))
        assert second == b"HTTP/1.1 200"
        assert {first, third} <= SHED_OR_NOT


def test_a_request_with_two_lengths_is_not_taken_for_another(crowded: tuple[Served, str]) -> None:
    served, _ = crowded
    hidden = b"GET /join HTTP/1.1\r\nHost: a\r\n\r\n"
    both = FORM % (6, b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n" + hidden)
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        line.sendall(both)
        came = b"".join(iter(lambda: line.recv(4096), b""))
    assert came.startswith(b"HTTP/1.0 400")
    assert came.count(b"HTTP/1.") == 1


def test_giving_way_lets_all_others_finish_but_waits_for_nobody_for_ever() -> None:
    script = """
    import time
    from sessions.runtime.waiting import give_way
    told = []
    def works(pieces):
        for _ in range(pieces):
            began = time.monotonic()
            while time.monotonic() - began < 0.002:
                pass
            runtime.sleep(0)
        told.append("worked")
    few = runtime.spawn(works, 5)
    give_way(10.0)
    print(told)
    many = runtime.spawn(works, 1000)
    began = time.monotonic()
    give_way(0.05)
    print(len(told), 0.05 <= time.monotonic() - began < 1)
    many.wait()
    """
    assert run_in_mode("eventlet", script) == ["['worked']", "1 True"]
