"""`make demo` as a newcomer meets it: three links, a play that can be watched, an archive, and no trace afterwards."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from sessions.rehearsal.reading import SHIPPED
from sessions.rehearsal.screen import Screen
from sessions.rehearsal.visitor import Visitor
from tests.sessions.in_mode import MODES
from tests.sessions.rehearsal.given import LINK, Running, demo_in

Demo = Callable[..., Running]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """Starts a demo; it is ended whatever happens."""
    with ExitStack() as started:
        yield lambda *arguments, **environ: started.enter_context(demo_in(tmp_path, *arguments, **environ))


@pytest.mark.parametrize("mode", MODES)
def test_a_newcomer_opens_the_links_and_watches_from_every_side(mode: str, demo: Demo) -> None:
    running = demo("--speed", "40", ASYNC_MODE=mode)
    said = running.until_said("It begins as soon as you open one of the links")
    links = {name: (origin, path) for name, origin, path in LINK.findall(said)}
    assert list(links) == ["console", "flipchart", "Cedar's phone"]
    origin = links["console"][0]
    visitor = Visitor(origin)
    pages = [visitor.get(path) for _, path in links.values()]
    assert [page.status for page in pages] == [200, 200, 200]
    dialogue = pages[0].path.split("/")[2]
    assert [page.path for page in pages] == [f"/d/{dialogue}/console", f"/d/{dialogue}/flipchart", f"/d/{dialogue}/"]
    screens = [Screen(visitor, dialogue, surface) for surface in ("console", "flipchart", "participant")]
    for screen in screens:
        screen.connect()
    assert (screens[2].me or {})["seat"]["pseudonym"] == "Cedar"
    assert visitor.get(links["console"][1]).status == 404  # it works once

    said = running.until_said("The server stays up")
    assert "  - The follow-up after some weeks, which is a meeting of its own." in said
    until = time.monotonic() + 10
    while not all(screen.view["course"]["closed"] for screen in screens) and time.monotonic() < until:
        time.sleep(0.05)
    for screen in screens:
        assert screen.view["course"]["stage"] == "closed"
        (outcome,) = screen.view["outcomes"].values()
        assert (outcome["kind"], outcome["state"]) == ("consensus_with_reservations", "settled")
    archive = visitor.get(f"/d/{dialogue}/archive")
    assert archive.status == 200
    assert "at the latest straight afterwards" in archive.text
    for screen in screens:
        screen.close()

    assert list(running.temporary.iterdir())
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(20) == 0
    assert list(running.temporary.iterdir()) == []
    assert "not taken" not in running.log.read_text("utf-8")
    assert "Traceback" not in running.log.read_text("utf-8")


def test_whoever_stops_before_it_begins_is_told_nothing_bad(demo: Demo) -> None:
    running = demo()
    running.until_said("It begins as soon as you open one of the links")
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(20) == 0
    assert "Traceback" not in running.log.read_text("utf-8")
    assert list(running.temporary.iterdir()) == []


def test_a_demo_takes_the_next_free_port_where_none_was_asked_for(demo: Demo) -> None:
    """As the first page says: from another window, while the installation listens on the usual one."""
    with ExitStack() as busy:
        with suppress(OSError):  # something on this machine has it already, which serves as well
            busy.enter_context(socket.create_server(("127.0.0.1", 8000)))
        said = demo(PORT="").until_said("It begins as soon as you open one of the links")
    ports = {int(origin.rpartition(":")[2]) for _whose, origin, _path in LINK.findall(said)}
    assert len(ports) == 1
    assert ports.pop() > 8000


def test_any_scenario_file_can_be_named(demo: Demo, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    text = (SHIPPED / "speaking-up.json").read_text("utf-8")
    mine.write_text(text.replace('"title": "Speaking up"', '"title": "Mine"'), "utf-8")
    running = demo(str(mine), "--speed", "100")
    said = running.until_said("The server stays up")
    assert "“Mine”, played by people who do not exist." in said
    assert "is not known: played as" not in said
    assert "not taken" not in said


def test_a_scenario_that_does_not_fit_is_refused_before_anything_is_served(demo: Demo, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text((SHIPPED / "trust.json").read_text("utf-8").replace('"by": "ash"', '"by": "oak"', 1), "utf-8")
    running = demo(str(mine))
    assert running.process.wait(30) == 2
    said = running.log.read_text("utf-8")
    assert said == ("scenario_invalid: mine.json, line 49, questions.0.by: There is nobody called “oak” in the cast.\n")
    assert list(running.temporary.iterdir()) == []
