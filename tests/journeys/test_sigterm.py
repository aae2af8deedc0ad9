"""SIGTERM with a full room: what was acked is stored, the process ends well, and everyone comes back."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.journeys.conftest import Start
from tests.sessions.in_mode import MODES
from tests.tools.group import Group, code_of, leader_of, tells
from tests.tools.screens import converged

PEOPLE = 30
EACH = 4


@pytest.mark.parametrize("mode", MODES)
def test_a_server_that_is_told_to_stop_loses_nothing_it_has_acked(mode: str, serving: Start) -> None:
    server = serving(mode)
    group = Group(leader_of(server), PEOPLE)
    with ThreadPoolExecutor(PEOPLE) as pool:
        going = [
            pool.submit(tells, person, [f"story {number} of {place}" for number in range(EACH)])
            for place, person in enumerate(group.people)
        ]
        while not any(len(person.me["own"]) for person in group.people if person.me):
            time.sleep(0.005)
        stopping = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - stopping < 10
        server.restart()
        told = [one.result() for one in going]
    assert {code_of(ack) for person in told for _, _, ack in person} == {""}
    group.come_back()
    on_the_wall = group.titles()
    assert sorted(on_the_wall) == sorted(title for person in told for _, title, _ in person)
    for person in told:
        mine = {title for _, title, _ in person}
        assert [title for title in on_the_wall if title in mine] == [title for _, title, _ in person]
    converged(group.screens)
    assert group.lead.view["group"]["people"] == PEOPLE


def test_a_server_at_rest_stops_at_once_and_says_that_everything_is_kept(serving: Start) -> None:
    server = serving()
    assert server.setup_token  # the last that it says by itself
    said = server.log.read_text()
    stopping = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - stopping < 10
    assert server.log.read_text() == said + "Stopped. Everything is kept.\n"
