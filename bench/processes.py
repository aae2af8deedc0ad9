"""Servers and clients as processes of their own: started on their core, asked for a JSON line, ended by their id."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import machine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
END_S = 30.0


class Failed(Exception):
    """A process ended instead of answering; what it said last is the text."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that is ready: what it said of itself, its process, and where its commit times will be."""

    said: dict[str, Any]
    process: subprocess.Popen[str]
    timings: Path

    @property
    def url(self) -> str:
        """Its address."""
        return str(self.said["url"])


@contextmanager
def dialogue(rooms: int, people: int, entries: int = 0, **settings: str) -> Iterator[Serving]:
    """Dialogue on a throw-away data folder, with rooms prepared; each with so many entries on its wall."""
    command = [sys.executable, "-m", "bench.dialogue_server", str(rooms), str(people), str(entries)]
    with tempfile.TemporaryDirectory() as folder, _server(command, Path(folder), settings) as serving:
        yield serving


@contextmanager
def relay(coalesce_ms: int = 0) -> Iterator[Serving]:
    """The raw relay."""
    command = ["node", str(HERE / "relay" / "server.js")]
    settings = {"COALESCE_MS": str(coalesce_ms)}
    with tempfile.TemporaryDirectory() as folder, _server(command, Path(folder), settings) as serving:
        yield serving


@contextmanager
def _server(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Iterator[Serving]:
    timings = folder / "commits.jsonl"
    own = {"PORT": "0", "HOST": "127.0.0.1", "LAN": "0", "DATA": str(folder / "data"), "DIALOGUE_TIMINGS": str(timings)}
    with started(command, {**own, **settings}, machine.server_core()) as process:
        yield Serving(line_of(process), process, timings)


@contextmanager
def started(
    command: Sequence[str], settings: Mapping[str, str], first: Callable[[], None] | None
) -> Iterator[subprocess.Popen[str]]:
    """A process with its output to read from; ended at the end, whatever happened."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=first,
    )
    try:
        yield process
    finally:
        end(process)


@contextmanager
def guesser(serving: Serving, rate: float, seconds: float) -> Iterator[subprocess.Popen[str]]:
    """Somebody who guesses codes at the server's door, so many a second."""
    command = [sys.executable, "-m", "bench.guesser", str(rate), str(seconds)]
    with started(command, {}, machine.client_core()) as process:
        if process.stdin is not None:
            process.stdin.write(json.dumps(serving.said) + "\n")
            process.stdin.flush()
        yield process


def end(process: subprocess.Popen[str]) -> None:
    """Asks a process to end, waits, and kills it when it doesn't."""
    process.terminate()
    try:
        process.communicate(timeout=END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> dict[str, Any]:
    """The next JSON line that the process says. Raises Failed when it ends without one."""
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise Failed("A process ended before it answered; what it said on the way is above.")
    said: dict[str, Any] = json.loads(line)
    return said


@contextmanager
def client(job: dict[str, Any]) -> Iterator[subprocess.Popen[str]]:
    """The load client at work on a job (bench/load/run.js)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "job.json"
        path.write_text(json.dumps(job), "utf-8")
        command = ["node", str(HERE / "load" / "run.js"), str(path)]
        with started(command, {}, machine.client_core()) as process:
            yield process
