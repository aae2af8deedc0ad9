"""Serving beside trouble: broken lines, more connections than files, and an end that comes."""

from __future__ import annotations

import http.client
import re
import resource
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest

from tests.sessions.in_mode import both_modes, start_in_mode

AT_THE_END = re.compile(r"Exception ignored in: <socket|ResourceWarning: unclosed <socket")
HANGS_UP_AT_ONCE = struct.pack("ii", 1, 0)
SERVE = """
import resource, sys
soft, hard = int(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ["wsgi.url_scheme"].encode()]

def beats():  # as the live layer does: signals are heard between two of them
    while True:
        runtime.sleep(0.1)

def stopping():
    print("stopping", resource.getrlimit(resource.RLIMIT_NOFILE)[0], flush=True)

main, beside = runtime.listen("127.0.0.1", 0), runtime.listen("127.0.0.1", 0)
runtime.spawn(beats)
print(main.getsockname()[1], beside.getsockname()[1], flush=True)
runtime.serve(runtime.Port(main, app), stopping, [runtime.Port(beside, app)])
print("ended", flush=True)
"""


@dataclass
class Serving:
    """A small application on two ports."""

    process: subprocess.Popen[str]
    port: int
    beside: int

    def line(self, port: int = 0) -> socket.socket:
        return socket.create_connection(("127.0.0.1", port or self.port), timeout=10)

    def answers(self, port: int = 0) -> bool:
        asked = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=10)
        try:
            asked.request("GET", "/")
            return asked.getresponse().read() == b"http"
        finally:
            asked.close()

    def end(self) -> list[str]:
        """What it said, once told to stop; no complaint but Python's own about a line that was open at the very end."""
        self.process.send_signal(signal.SIGTERM)
        said, complained = self.process.communicate(timeout=20)
        assert [line for line in complained.splitlines() if not AT_THE_END.match(line)] == []
        assert self.process.returncode == 0
        return said.splitlines()


@contextmanager
def _serving(mode: str, soft: int = 1024, hard: int = 4096) -> Iterator[Serving]:
    process = start_in_mode(mode, SERVE, str(soft), str(hard))
    try:
        assert process.stdout is not None
        port, beside = map(int, process.stdout.readline().split())
        serving = Serving(process, port, beside)
        assert serving.answers()  # from now on it hears signals
        yield serving
    finally:
        process.kill()
        process.communicate()


@both_modes
def test_both_ports_answer_and_both_end(mode: str) -> None:
    with _serving(mode) as serving:
        assert serving.answers()
        assert serving.answers(serving.beside)
        assert serving.end()[-1] == "ended"
        with pytest.raises(ConnectionRefusedError):
            serving.line(serving.beside)


@both_modes
@pytest.mark.parametrize(
    "said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHos", b"nonsense\r\n\r\n", b"GET / HTTP/9\r\n\r\n"]
)
def test_a_line_that_breaks_off_leaves_no_word_in_the_log(mode: str, said: bytes) -> None:
    with _serving(mode) as serving:
        for way in ("reset", "ended"):
            with serving.line() as line:
                line.sendall(said)
                time.sleep(0.05)
                if way == "reset":
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, HANGS_UP_AT_ONCE)
        assert serving.answers()
        assert len(serving.end()) == 2


@both_modes
def test_more_connections_than_files_wait_and_end_nothing(mode: str) -> None:
    with _serving(mode, 100, 100) as serving, ExitStack() as opened:
        for _ in range(150):
            opened.enter_context(serving.line())
        time.sleep(0.5)
        assert serving.process.poll() is None
        opened.close()
        assert serving.answers()
        assert serving.end()[-1] == "ended"


@both_modes
def test_files_are_asked_for_as_many_as_the_system_gives(mode: str) -> None:
    most = min(resource.getrlimit(resource.RLIMIT_NOFILE)[1], 3_000)
    with _serving(mode, 100, most) as serving, ExitStack() as opened:
        for _ in range(150):
            opened.enter_context(serving.line())
        assert serving.answers()
        opened.close()
        assert serving.end()[0] == f"stopping {most}"


def test_somebody_who_never_fetches_an_answer_holds_the_end_up_for_seconds_only() -> None:
    with _serving("eventlet") as serving, serving.line() as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n")
        began = time.monotonic()
        assert serving.end()[-1] == "ended"
        assert time.monotonic() - began < 12
