"""Contributions racing a move to another stage: the order of commits decides, and the losers are told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sessions.rehearsal.screen import Ack
from sessions.storage.store import open_storage
from tests.journeys.conftest import Start
from tests.sessions.in_mode import MODES
from tests.tools.group import Group, accepted, code_of, leader_of
from tests.tools.screens import WatchedScreen, converged

ROUNDS = 5
EACH = 3


def contributes(person: WatchedScreen, round_: int, place: int) -> list[tuple[str, Ack]]:
    """Titles as fast as acks come in."""
    titles = [f"round {round_}, person {place}, story {number}" for number in range(EACH)]
    return [(title, person.ask("tell_experience", {"title": title})) for title in titles]


@pytest.mark.parametrize("mode", MODES)
def test_commit_order_decides_and_the_loser_is_told(mode: str, serving: Start) -> None:
    server = serving(mode)
    group = Group(leader_of(server), 6)
    answers: list[tuple[str, Ack]] = []
    with ThreadPoolExecutor(7) as pool:
        for round_ in range(ROUNDS):
            racing = [pool.submit(contributes, person, round_, place) for place, person in enumerate(group.people)]
            moving = pool.submit(group.lead.ask, "move_to_stage", {"stage": "narrative"})
            answers += [answer for one in racing for answer in one.result()]
            accepted(moving.result())
            accepted(group.lead.ask("move_to_stage", {"stage": "experiences"}))
    taken = [title for title, ack in answers if ack["ok"]]
    refused = [(title, ack) for title, ack in answers if not ack["ok"]]
    assert taken
    assert refused, "no round was close; there was no race"
    assert {code_of(ack) for _, ack in refused} == {"wrong_stage"}
    assert not any(ack["error"]["temporary"] for _, ack in refused)
    assert sorted(group.titles()) == sorted(taken)
    converged(group.screens)
    group.close()
    assert server.stop() == 0
    assert stages_of_titles(server.data, group.dialogue) == {"experiences"}


def stages_of_titles(data: Path, dialogue: str) -> set[str]:
    """The stages in which, by the order of the log, experiences were told."""
    storage = open_storage(data)
    stage, found = "opening", set[str]()
    try:
        for row in storage.load(dialogue):
            if row.type == "stage_entered":
                stage = str(row.data["stage"])
            elif row.type == "experience_told":
                found.add(stage)
    finally:
        storage.close()
    return found
