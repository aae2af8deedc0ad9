"""Lines that keep the server waiting: they lose their places, and nobody's address takes all of them."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sessions.certificates.making import make
from sessions.runtime.places import MOST_LINES, Place, Places
from tests.sessions.in_mode import MODES, both_modes, start_in_mode

MOST = 20
REQUEST_S, BETWEEN_S, FETCH_S = 1.0, 2.0, 2.5
CUT_WITHIN_S = 5.0
HERE, ELSEWHERE = "127.0.0.1", "127.0.0.2"
LONG = 16_000_000
WITHOUT_BODY = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\n"
SERVE = """
from pathlib import Path
from sessions.runtime import greeting

folder, most, request_s, between_s, fetch_s, long = Path(sys.argv[2]), *map(float, sys.argv[3:])

def app(environ, start_response):
    size = int(environ.get("CONTENT_LENGTH") or 0)
    said = environ["wsgi.input"].read(size) if size else b"hello"
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"x" * int(long) if environ["PATH_INFO"] == "/long" else said]

def beats():  # as the live layer does: signals are heard between two of them
    while True:
        runtime.sleep(0.1)

greeting.HANDSHAKE_S = request_s
listening = runtime.listen("127.0.0.1", 0)
encrypted = runtime.context(folder / "server.pem", folder / "server.key") if folder.name else None
runtime.spawn(beats)
print(listening.getsockname()[1], flush=True)
patience = runtime.Patience(request_s, between_s, fetch_s, int(most))
runtime.serve(runtime.Port(listening, app, encrypted, patience), lambda: None)
"""


@dataclass
class Serving:
    """A small application with places for MOST; `folder` of its certificate, if it is encrypted."""

    port: int
    folder: Path | None

    def bare(self, source: str = HERE, **options: int) -> socket.socket:
        line = socket.socket()
        line.settimeout(10)
        for name, value in options.items():
            line.setsockopt(socket.SOL_SOCKET, getattr(socket, name), value)
        line.bind((source, 0))
        line.connect((HERE, self.port))
        return line

    def line(self, source: str = HERE, **options: int) -> socket.socket:
        bare = self.bare(source, **options)
        if self.folder is None:
            return bare
        trusting = ssl.create_default_context(cafile=self.folder / "ca.pem")
        try:
            return trusting.wrap_socket(bare, server_hostname=HERE)
        except OSError:
            bare.close()
            raise

    def answers(self, source: str = HERE) -> bool:
        with self.line(source) as line:
            return _asks(line)[0] == b"hello"


@contextmanager
def _serving(mode: str, folder: Path | None = None) -> Iterator[Serving]:
    given = [str(folder or ""), *map(str, (MOST, REQUEST_S, BETWEEN_S, FETCH_S, LONG))]
    process = start_in_mode(mode, SERVE, *given)
    try:
        assert process.stdout is not None
        yield Serving(int(process.stdout.readline()), folder)
        assert process.poll() is None
    finally:
        process.kill()
        complained = process.communicate()[1]
    assert complained == ""


@pytest.fixture(scope="module", params=[(mode, how) for mode in MODES for how in ("plain", "encrypted")], ids="-".join)
def serving(request: pytest.FixtureRequest, folder: Path) -> Iterator[Serving]:
    """One for all tests in turn, in both modes, plain and encrypted."""
    mode, how = request.param
    with _serving(mode, folder if how == "encrypted" else None) as one:
        yield one


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    make(data, [], datetime.now(UTC))
    return data / "https"


def _asks(line: socket.socket) -> tuple[bytes, bool]:
    """The answer on this line, and whether another may be asked for on it."""
    line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    return _hears(line)


def _hears(line: socket.socket) -> tuple[bytes, bool]:
    with contextlib.closing(http.client.HTTPResponse(line)) as answer:
        answer.begin()
        return answer.read(), not answer.will_close


def _is_cut(line: socket.socket, drips: bytes = b"", within: float = CUT_WITHIN_S) -> bool:
    """Whether the server ends this line in time, although a byte is said on it now and then."""
    until = time.monotonic() + within
    line.settimeout(0.1)
    while time.monotonic() < until:
        try:
            if drips:
                line.sendall(drips[:1])
                drips = drips[1:]
            if line.recv(1000) == b"":
                return True
        except TimeoutError:
            pass
        except OSError:
            return True
    return False


def _says(said: bytes) -> Callable[[Serving, ExitStack], socket.socket]:
    def comes(serving: Serving, opened: ExitStack) -> socket.socket:
        line = opened.enter_context(serving.line())
        line.sendall(said)
        return line

    return comes


def _only_connects(serving: Serving, opened: ExitStack) -> socket.socket:
    return opened.enter_context(serving.bare())


@pytest.mark.parametrize(
    "comes",
    [_only_connects, _says(b""), _says(b"GET / HTTP/1.1\r\nHos"), _says(WITHOUT_BODY), _says(WITHOUT_BODY + b"half")],
    ids=["without a word", "encrypted, without a word", "half a head", "no body", "half a body"],
)
def test_whoever_keeps_it_waiting_keeps_nobody_out(
    serving: Serving, comes: Callable[[Serving, ExitStack], socket.socket]
) -> None:
    with ExitStack() as opened:
        with contextlib.suppress(OSError):  # closed as soon as it came: there is no place for more from one address
            for _ in range(MOST * 10):
                comes(serving, opened)
        began = time.monotonic()
        assert serving.answers(ELSEWHERE)
        assert time.monotonic() - began < CUT_WITHIN_S, "one address took every place"
        until = time.monotonic() + CUT_WITHIN_S
        while not _may_come(serving):
            assert time.monotonic() < until, "places are held for ever"
            time.sleep(0.1)


def _may_come(serving: Serving) -> bool:
    try:
        return serving.answers()
    except (OSError, http.client.HTTPException):
        return False


@pytest.mark.parametrize("begun", [b"GET / HTTP/1.1\r\nX: ", WITHOUT_BODY], ids=["head", "body"])
def test_a_byte_now_and_then_buys_no_time(serving: Serving, begun: bytes) -> None:
    with serving.line() as line:
        line.sendall(begun)
        assert _is_cut(line, b"x" * 100)


@both_modes
def test_a_record_that_comes_byte_by_byte_buys_no_time(mode: str, folder: Path) -> None:
    with _serving(mode, folder) as serving:
        line = serving.line()
        with socket.socket(fileno=line.detach()) as bare:
            assert _is_cut(bare, b"\x17\x03\x03\x40\x00" + b"x" * 100)


def test_a_request_that_comes_in_time_in_pieces_is_answered(serving: Serving) -> None:
    with serving.line() as line:
        for piece in (b"POST / HTTP/1.1\r\nHost: a\r\n", b"Content-Length: 10\r\n\r\nhel", b"lo, you"):
            line.sendall(piece)
            time.sleep(REQUEST_S * 0.4)
        assert _hears(line)[0] == b"hello, you"


def test_an_answer_that_nobody_fetches_is_given_up(serving: Serving) -> None:
    with serving.line(SO_RCVBUF=4096) as line:
        line.sendall(b"GET /long HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(FETCH_S * 1.5)
        assert _length(line) < LONG


def test_an_answer_that_is_fetched_slowly_arrives_whole(serving: Serving) -> None:
    with serving.line(SO_RCVBUF=262_144) as line:
        line.sendall(b"GET /long HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        fetched = 0
        for _ in range(40):
            time.sleep(FETCH_S / 25)
            fetched += sum(len(line.recv(16_384)) for _ in range(8))
        assert fetched + _length(line) > LONG


def _length(line: socket.socket) -> int:
    size = 0
    try:
        while piece := line.recv(1_000_000):
            size += len(piece)
    except OSError:
        pass
    return size


def test_the_next_request_is_waited_for_and_not_for_ever() -> None:
    with _serving("eventlet") as serving, serving.line() as line:
        for _ in range(3):
            assert _asks(line) == (b"hello", True)
            time.sleep(BETWEEN_S * 0.6)
        assert _is_cut(line)


def test_lines_that_wait_for_what_may_be_asked_later_keep_nobody_out() -> None:
    with _serving("eventlet") as serving, ExitStack() as opened:
        answered = [_asks(opened.enter_context(serving.line())) for _ in range(MOST * 3)]
        assert {said for said, _ in answered} == {b"hello"}


def test_a_prison_behind_one_address_gets_in() -> None:
    places = Places(MOST_LINES)
    for _ in range(1_000):
        assert places.take(HERE)
        Place(places, HERE).goes_on()  # became a websocket
    assert all(places.take(HERE) for _ in range(4_000))


def test_each_address_leaves_as_many_places_as_it_keeps_waiting() -> None:
    places = Places(100)
    taken = {address: sum(places.take(address) for _ in range(200)) for address in ("a", "b", "c")}
    assert taken == {"a": 50, "b": 25, "c": 13}
    for _ in range(50):
        Place(places, "a").leave()
    assert sum(places.take("a") for _ in range(200)) == 31


def test_there_are_never_more_lines_than_places() -> None:
    places = Places(100)
    for number in range(300):
        if places.take(HERE):
            Place(places, HERE).goes_on()
        assert number < 100 or not places.take(HERE)
