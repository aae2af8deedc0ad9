"""A dialogue over https: pages, cookies, sockets; and clients that are rude, slow, silent or gone."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sessions.certificates.given import encrypted_line, plain_line, secure_server
from tests.sessions.in_mode import MODES
from tests.sessions.live.given import screen
from tests.sessions.pages import given
from tests.sessions.pages.given import Answer, Served, Visitor, facilitator, joined, prepared

RECORD = 16_384  # bytes: the most that one record of TLS holds (RFC 8446 section 5.1)
HANGS_UP_AT_ONCE = struct.pack("ii", 1, 0)
LONG = "/static/js/console/main.js"
FAMILY = "👩‍👩‍👧‍👦"


@pytest.fixture(scope="module", params=MODES)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests in turn, which complains of none of them."""
    with secure_server(tmp_path_factory.mktemp("https") / "data", request.param) as running:
        yield running
        assert running.process.poll() is None
        said = "".join(running.said)
        assert "Traceback" not in said
        assert "127.0.0.1 - -" not in said


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    return facilitator(served)


def test_a_whole_dialogue_goes_over_it(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash, robin = (joined(served, code, name) for name in ("Ash", "Robin"))
    with (
        screen(leader, dialogue, "console") as console,
        screen(ash, dialogue) as phone,
        screen(robin, dialogue) as other,
    ):
        assert console.command("move_to_stage", {"stage": "experiences"})["ok"]
        titles = {f"{number} {FAMILY * 70}" for number in range(30)}
        for title in titles:
            assert phone.command("tell_experience", {"title": title})["ok"]
        told = 0
        while told < len(titles):
            told += len(other.next("update")["changes"].get("experiences", {}))
        other.send('42["sync"]')
        seen = other.next("snapshot")
        console.send('42["sync"]')
        whole = console.next("snapshot")
        assert len(json.dumps(whole, ensure_ascii=False).encode()) > 3 * RECORD
        assert {item["text"] for item in seen["view"]["experiences"].values()} == titles


def test_a_long_page_arrives_whole(leader: Visitor) -> None:
    page = leader.get(LONG)
    assert page.status == 200
    assert len(page.body) == int(page.headers["Content-Length"]) > 2 * RECORD


def test_a_long_form_arrives_whole(leader: Visitor) -> None:
    leader.get("/prepare")
    answer = leader.post("/prepare", {"title": "T", "question": "Q?", "purpose": "x" * 100_000})
    assert answer.status == 422
    assert "x" * 100_000 in answer.text, "what a person wrote comes back"
    assert leader.post("/prepare", {"title": "T", "question": "Q?", "purpose": "x" * 300_000}).status == 413


def test_every_cookie_is_for_encrypted_connections_only(
    served: Served, leader: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    class Collects(Visitor):
        def _keep(self, answer: Answer, path: str) -> None:
            made.extend(answer.headers.get_all("Set-Cookie") or ())
            super()._keep(answer, path)

    monkeypatch.setattr(given, "Visitor", Collects)
    _dialogue, code = prepared(leader)
    joined(served, code, "Kim")
    again = Collects(served)
    again.get("/sign-in")
    again.post("/sign-in", {"name": "Lead", "password": given.PASSWORD})
    assert {cookie.partition("=")[0] for cookie in made} >= {"form", "seat", "sign_in"}
    assert [cookie for cookie in made if "; Secure" not in cookie] == []


def test_sockets_are_allowed_by_the_policy_and_from_encrypted_origins_alone(served: Served, leader: Visitor) -> None:
    policy = leader.get("/join").headers["Content-Security-Policy"]
    assert f"wss://127.0.0.1:{served.port}" in policy
    assert " ws://" not in policy
    leader.get("/sign-in")
    assert leader.post("/sign-in", {"name": "x"}, Origin=f"http://127.0.0.1:{served.port}").status == 403


def test_old_encryption_is_refused(served: Served) -> None:
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    with plain_line(served) as line, pytest.raises((ssl.SSLError, ConnectionError)):
        old.wrap_socket(line)


def test_a_stranger_to_the_authority_is_not_fooled(served: Served) -> None:
    with plain_line(served) as line, pytest.raises(ssl.SSLCertVerificationError):
        ssl.create_default_context().wrap_socket(line, server_hostname="127.0.0.1")
    with pytest.raises(ssl.SSLCertVerificationError):
        encrypted_line(served, "192.0.2.1")


def _answer(line: socket.socket, request: bytes) -> bytes:
    line.sendall(request)
    said = b""
    while piece := line.recv(4096):
        said += piece
    return said


def test_who_was_told_http_is_shown_the_way(served: Served) -> None:
    asked = b"GET /j/K7F4-M2QX?shared=1 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: seat=x\r\n\r\n" % served.port
    with plain_line(served) as line:
        said = _answer(line, asked).decode()
    assert said.startswith("HTTP/1.1 307 ")
    assert f"\r\nLocation: https://127.0.0.1:{served.port}/j/K7F4-M2QX?shared=1\r\n" in said


@pytest.mark.parametrize(
    "asked",
    [
        b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example/\r\n\r\n",
        b"GET //evil.example HTTP/1.1 \r\nHost: a\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"SSH-2.0-something\r\n\r\n",
        b"\x80" * 9_000,
    ],
)
def test_other_plain_talk_gets_a_sentence(served: Served, asked: bytes) -> None:
    with plain_line(served) as line:
        said = _answer(line, asked)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert b"https://" in said
    assert b"evil" not in said


def test_silence_and_half_handshakes_hold_up_nobody_and_are_ended(served: Served) -> None:
    rude = [plain_line(served) for _ in range(60)]
    for number, line in enumerate(rude):
        if number % 3 == 1:
            line.sendall(b"\x16\x03\x01\x02\x00\x01")
        if number % 3 == 2:
            line.sendall(b"GET / HT")
    try:
        began = time.monotonic()
        assert Visitor(served).get("/join").status == 200
        assert time.monotonic() - began < 5
        drips = rude[1]
        for _ in range(14):  # a byte now and then doesn't buy more time
            try:
                drips.sendall(b"\x00")
            except OSError:
                break
            time.sleep(1)
        for line in rude:
            line.settimeout(5)
            try:
                while line.recv(1000):
                    pass
            except ConnectionResetError:
                pass
    finally:
        for line in rude:
            line.close()


def test_lines_that_break_in_the_middle_leave_no_trace(served: Served) -> None:
    for request in (b"GET / HTTP/1.1\r\nHos", b"GET /guidance HTTP/1.1\r\nHost: a\r\n\r\n", b"POST / HTTP/1.1\r\n"):
        line = encrypted_line(served)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HANGS_UP_AT_ONCE)
        line.sendall(request)
        line.close()
        below = encrypted_line(served)
        below.sendall(request)
        with socket.socket(fileno=below.detach()) as bare:
            bare.sendall(b"no record of any encryption, and longer than its head")
    for nonsense in (b"\x16" * 3_000, b"\x16\x03\x01\x00\x05hello", b"\x16\x03\x03\x40\x01" + b"x" * 16_385):
        with plain_line(served) as talks:
            talks.sendall(nonsense)
    assert Visitor(served).get("/join").status == 200


def test_the_end_of_what_is_read_is_told_apart_from_a_cut(served: Served) -> None:
    with encrypted_line(served, ragged=False) as line:  # Python complains where the goodbye is missing
        said = _answer(line, b"GET /join HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
    assert said.rstrip().endswith(b"</html>")


def test_a_server_stops_although_somebody_never_fetches_an_answer(tmp_path: Path) -> None:
    with secure_server(tmp_path / "data") as served, encrypted_line(served) as line:
        line.sendall(b"GET %s HTTP/1.1\r\nHost: a\r\n\r\n" % LONG.encode() * 100)
        line.recv(1)
        time.sleep(1)  # until nothing more fits between the two
        assert served.stop() == 0
