"""kill -9 in the middle of a dialogue, and start again: every acked word is there once, and everyone goes on."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from threading import Thread

import pytest

from sessions.rehearsal.screen import Ack
from sessions.rehearsal.wire import Lost
from sessions.storage.store import open_storage
from tests.journeys.conftest import Start
from tests.sessions.in_mode import MODES
from tests.tools.group import Group, accepted, all_tell, code_of, leader_of, tells
from tests.tools.screens import WatchedScreen, converged, same_after_restart
from tests.tools.server import SERVE, ServerProcess

ACKS_EARLY = ("-m", "tests.tools.serve_acking_early")
EACH = 8
COMING_TOGETHER = 11  # commits until everyone sits at the stage of experiences
Told = tuple[str, str, Ack]


class Reviver(Thread):
    """Starts a killed server again, once with each of the failpoints that are given."""

    def __init__(self, server: ServerProcess, failpoints: Sequence[str] = ("",)) -> None:
        super().__init__(daemon=True)
        self.server, self.failpoints, self.deaths = server, failpoints, list[int]()
        self.start()

    def run(self) -> None:
        for failpoint in self.failpoints:
            self.deaths.append(self.server.process.wait())
            self.server.restart(**({"DIALOGUE_FAILPOINT": failpoint} if failpoint else {}))


def lost(told: Sequence[Sequence[Told]], on_the_wall: Sequence[str]) -> list[str]:
    """Titles that were acked and are not on the wall exactly once."""
    acked = [title for person in told for _, title, ack in person if ack["ok"]]
    return [title for title in acked if on_the_wall.count(title) != 1]


def in_order(told: Sequence[Sequence[Told]], on_the_wall: Sequence[str]) -> bool:
    """Whether each person's titles are numbered in the order in which that person told them."""
    return all(
        [title for title in on_the_wall if title in {one for _, one, _ in person}] == [one for _, one, _ in person]
        for person in told
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("place", "number"), [("before_commit", 1), ("after_commit", 1), ("before_commit", 5), ("after_commit", 4)]
)
def test_everyone_goes_on_where_they_were(place: str, number: int, mode: str, serving: Start) -> None:
    server = serving(mode, DIALOGUE_FAILPOINT=f"{place}:{COMING_TOGETHER + number}")
    group = Group(leader_of(server))
    reviver = Reviver(server)
    told = all_tell(group.people, EACH)
    reviver.join(30)
    assert reviver.deaths == [-signal.SIGKILL]
    assert {code_of(ack) for person in told for _, _, ack in person} == {""}
    group.come_back()
    on_the_wall = group.titles()
    assert lost(told, on_the_wall) == []
    assert len(on_the_wall) == EACH * len(group.people)
    assert in_order(told, on_the_wall)
    converged(group.screens)
    for screen, person in zip(group.people, told, strict=True):
        for command_id, title, ack in person:
            assert screen.ask("tell_experience", {"title": title}, command_id) == ack
    accepted(group.lead.insist("move_to_stage", {"stage": "selection"}))
    assert len(group.titles()) == len(on_the_wall)


def test_a_server_that_dies_again_and_again_loses_and_doubles_nothing(serving: Start) -> None:
    deaths = ["after_commit:4", "before_commit:3", "after_commit:5", ""]
    server = serving(DIALOGUE_FAILPOINT=f"before_commit:{COMING_TOGETHER + 4}")
    group = Group(leader_of(server))
    reviver = Reviver(server, deaths)
    told = all_tell(group.people, 2 * EACH)
    reviver.join(60)
    assert reviver.deaths == [-signal.SIGKILL] * len(deaths)
    group.come_back()
    on_the_wall = group.titles()
    assert lost(told, on_the_wall) == []
    assert len(on_the_wall) == 2 * EACH * len(group.people)
    assert in_order(told, on_the_wall)
    same_after_restart(group.screens)
    group.close()
    assert server.stop() == 0
    storage = open_storage(server.data)
    try:
        report = storage.verify(group.dialogue)
        assert (report.altered, report.first_bad) == (0, None)
        seqs = [row.seq for row in storage.load(group.dialogue)]
        assert seqs == list(range(1, len(seqs) + 1))
    finally:
        storage.close()


def test_an_answer_that_was_lost_with_the_server_is_given_again(serving: Start) -> None:
    server = serving(DIALOGUE_FAILPOINT=f"after_commit:{COMING_TOGETHER + 2}")
    group = Group(leader_of(server))
    reviver = Reviver(server)
    (_, (command_id, title, ack)) = tells(group.people[0], ["Told before", "Told while it died"])
    reviver.join(30)
    assert reviver.deaths == [-signal.SIGKILL]
    assert group.people[0].ask("tell_experience", {"title": title}, command_id) == ack
    group.come_back()
    assert group.titles() == ["Told before", "Told while it died"]
    assert set(group.lead.view["experiences"]) > {accepted(ack)}


def test_this_check_finds_a_server_that_answers_before_the_commit(serving: Start) -> None:
    """Were the ack sent before the commit, the tests above would fail: here is such a server."""
    server = serving(program=ACKS_EARLY, DIALOGUE_FAILPOINT=f"before_commit:{COMING_TOGETHER + 3}")
    group = Group(leader_of(server))
    told = [told_until_gone(group.people[0])]
    assert server.process.wait(30) == -signal.SIGKILL
    server.program = SERVE
    server.restart()
    group.come_back()
    assert lost(told, group.titles()) != []


def told_until_gone(screen: WatchedScreen) -> list[Told]:
    """What was told and acked until the server was gone."""
    acked: list[Told] = []
    for number in range(1000):
        title = f"story {number}"
        try:
            acked.append(("", title, screen.ask("tell_experience", {"title": title})))
        except Lost:
            return acked
    raise AssertionError("the server did not die")
