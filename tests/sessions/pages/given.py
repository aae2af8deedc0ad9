"""A real server process, and someone at a browser's place: cookies by path, an Origin, the page's CSRF token."""

from __future__ import annotations

import http.client
import json
import os
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[3]
SERVE = ("-m", "sessions.cli", "serve")
PASSWORD = "three or four words"
MODE = os.environ.get("ASYNC_MODE") or "eventlet"
_TOKEN = re.compile(r'(?:name="csrf_token"[^>]*value|data-csrf)="([^"]+)"')
_numbers = count(1)


def command_id() -> str:
    """A new command id, as a screen makes it."""
    return f"{next(_numbers):032x}"


@dataclass
class Served:
    """A server that runs: its port, all that it said, and the link that makes the first account."""

    process: subprocess.Popen[str]
    port: int
    setup: str
    said: list[str] = field(default_factory=list)
    authority: Path | None = None  # of its certificate, where it serves https

    @property
    def origin(self) -> str:
        return f"{'https' if self.authority else 'http'}://127.0.0.1:{self.port}"

    def line(self, address: str = "127.0.0.1") -> http.client.HTTPConnection:
        """A new connection to it, from one of this machine's own addresses."""
        own = (address, 0)
        if self.authority is None:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30, source_address=own)
        trusting = ssl.create_default_context(cafile=self.authority)
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, source_address=own, context=trusting)

    def stop(self) -> int:
        """Tell it to stop; its exit code."""
        self.process.terminate()
        return self.process.wait(20)


@contextmanager
def server(data: Path, mode: str = MODE, run: tuple[str, ...] = SERVE, **environ: str) -> Iterator[Served]:
    """`dialogue serve` on the data folder, in a process of its own; ended with the block."""
    first = not (data / "keys.db").exists()
    settings = {"DATA": str(data), "PORT": "0", "ASYNC_MODE": mode, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, *run],
        cwd=ROOT,
        env=os.environ | settings | environ,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        served = _heard(process, first)
        served.authority = data / "https" / "ca.pem" if environ.get("HTTPS") == "1" else None
        yield served
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _heard(process: subprocess.Popen[str], first: bool) -> Served:
    """Reads on until all is said, then in the background, so that the pipe never fills.

    On its first start a server offers the link for an account; later ones have no more to say than where they are.
    """
    lines = iter(process.stdout or ())
    served, heard = Served(process, 0, ""), threading.Event()

    def listen() -> None:
        for line in lines:
            served.said.append(line)
            if found := re.search(r"serving on https?://[^ ]+:(\d+)", line):
                served.port = int(found[1])
                if not first:
                    heard.set()
            if found := re.search(r"/setup/(\S+)", line):
                served.setup = f"/setup/{found[1]}"
                heard.set()
        heard.set()

    threading.Thread(target=listen, daemon=True).start()
    assert heard.wait(30), "the server did not come up"
    assert served.port, "".join(served.said)
    return served


@dataclass
class Answer:
    """What came back: status, headers, body."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Visitor:
    """Someone with a browser of their own."""

    def __init__(self, served: Served, address: str = "127.0.0.1") -> None:
        """`address`: where the browser is, of this machine's own (127.0.0.x)."""
        self.served = served
        self.address = address
        self.cookies: dict[tuple[str, str], str] = {}
        self.csrf = ""

    def cookies_for(self, path: str) -> str:
        """The Cookie header that a browser would send there."""
        return "; ".join(f"{name}={value}" for (name, under), value in self.cookies.items() if path.startswith(under))

    def ask(self, method: str, path: str, body: bytes | str | None = None, headers: Mapping[str, str] = {}) -> Answer:
        """One request with this visitor's cookies; an empty header is left out."""
        sent = {"Cookie": self.cookies_for(path), **headers}
        line = self.served.line(self.address)
        try:
            line.request(method, path, body, {name: value for name, value in sent.items() if value})
            response = line.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        finally:
            line.close()
        self._keep(answer, path)
        return answer

    def _keep(self, answer: Answer, path: str) -> None:
        for header in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name, morsel["path"] or "/"] = morsel.value
        if token := _TOKEN.search(answer.body.decode("utf-8", "replace")):
            self.csrf = unescape(token[1])

    def get(self, path: str, **headers: str) -> Answer:
        """A page."""
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> Answer:
        """A form, as the page that was read last would send it."""
        given = {"Origin": self.served.origin, "Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, urlencode({"csrf_token": self.csrf, **form}), given)

    def command(self, dialogue: str, kind: str, data: object = None, surface: str = "console", id: str = "") -> Answer:
        """A command over the HTTP interface."""
        return self.sends(
            dialogue, json.dumps({"id": id or command_id(), "type": kind, "data": data or {}}).encode(), surface
        )

    def sends(self, dialogue: str, body: bytes, surface: str = "console", **headers: str) -> Answer:
        """A body, whatever it is, to where commands go."""
        given = {"Origin": self.served.origin, "Content-Type": "application/json", "X-Surface": surface}
        given |= {"X-CSRFToken": self.csrf, **headers}
        return self.ask("POST", f"/d/{dialogue}/api/v1/commands", body, given)


def facilitator(served: Served, name: str = "Lead") -> Visitor:
    """The first account, signed in by the link that the server printed."""
    visitor = Visitor(served)
    visitor.get(served.setup)
    assert visitor.post(served.setup, {"name": name, "password": PASSWORD}).status == 302
    return visitor


def prepared(leader: Visitor, title: str = "Trust", question: str = "When is trust right?") -> tuple[str, str]:
    """A new dialogue with its door open: its id, and the code."""
    leader.get("/prepare")
    made = leader.post("/prepare", {"title": title, "question": question})
    dialogue = made.headers["Location"].split("/")[2]
    leader.get(f"/d/{dialogue}/console")
    assert leader.command(dialogue, "open_door").status == 200
    snapshot = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json
    return dialogue, snapshot["view"]["door"]["code"]


def joined(served: Served, code: str, pseudonym: str, role: str = "participant", **more: str) -> Visitor:
    """Someone who came in by the door, in their room; or who waits at it."""
    visitor = Visitor(served)
    page = visitor.get(f"/j/{code}").text
    join_id = re.search(r'name="join_id" value="(\w+)"', page)
    assert join_id is not None, page
    answer = visitor.post(f"/j/{code}", {"pseudonym": pseudonym, "role": role, "join_id": join_id[1], **more})
    assert answer.status == 302, answer.text
    visitor.get(answer.headers["Location"])
    return visitor


def seen(leader: Visitor, dialogue: str) -> Any:
    """What whoever leads sees now."""
    return leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]


def alike(answer: Answer, typed: str) -> tuple[int, str]:
    """A page without the token of its form and what was typed into it."""
    text = re.sub(r'name="csrf_token" value="[^"]*"', "", unescape(answer.text))
    return answer.status, text.replace(typed[:40], "") if typed else text
