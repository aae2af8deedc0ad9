"""The facilitator vanishes: the lead is offered, taken by a co-facilitator and by nobody else, and handed back.

Real sockets; half a minute is three seconds here (tests/tools/serve_hasty.py).
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from sessions.rehearsal.visitor import Visitor
from tests.journeys.conftest import Start
from tests.tools.group import Group, accepted, code_of, leader_of
from tests.tools.invited import co_facilitator
from tests.tools.screens import WatchedScreen, converged, wait_until
from tests.tools.serve_hasty import OFFLINE_AFTER_MS
from tests.tools.server import ServerProcess

HASTY = ("-m", "tests.tools.serve_hasty")
GONE_S = OFFLINE_AFTER_MS / 1000


class Room:
    """A facilitator, a co-facilitator, two people and an observer."""

    def __init__(self, server: ServerProcess) -> None:
        self.server = server
        leader: Visitor = leader_of(server)
        self.group = Group(leader, 2)
        self.lead = self.group.lead
        self.co = WatchedScreen(co_facilitator(leader, self.group.dialogue, "Robin"), self.group.dialogue, "console")
        self.co.connect()
        self.observer = self.group.comes("Onlooker", "observer")
        self.wall = WatchedScreen(leader, self.group.dialogue, "flipchart")
        self.wall.connect()

    def is_offered(self) -> bool:
        """Whether the co-facilitator's console says so."""
        return bool(self.co.view["leading"].get("lead_offered"))

    def who_leads(self) -> list[object]:
        """What the room's screens say of who leads in whose place: phones, the observer's, the wall."""
        screens = (*self.group.people, self.observer, self.wall)
        return [screen.view["course"].get("lead_taken") for screen in screens]

    def is_told(self, taken: dict[str, str] | None) -> bool:
        """Whether all of them say this."""
        return all(said == taken for said in self.who_leads())

    def close(self) -> None:
        """Everyone leaves their screen."""
        for screen in (self.co, self.observer, self.wall):
            screen.close()
        self.group.close()


@pytest.fixture
def room(serving: Start) -> Iterator[Room]:
    made = Room(serving(program=HASTY))
    yield made
    made.close()


def test_the_lead_is_offered_taken_and_handed_back(room: Room) -> None:
    lead, co = room.lead, room.co
    first, second = lead.me["seat"]["id"], co.me["seat"]["id"]  # type: ignore[index]
    assert co.view["leading"]["facilitator"] == first
    assert code_of(co.ask("take_lead", {})) == "lead_not_offered"
    assert code_of(co.ask("move_to_stage", {"stage": "selection"})) == "not_allowed"
    went = time.monotonic()
    lead.close()
    wait_until(room.is_offered, "the offer", GONE_S + 5)
    assert time.monotonic() - went >= GONE_S
    for other in (room.group.people[0], room.observer):
        assert code_of(other.ask("take_lead", {})) == "not_allowed"
        assert "lead_offered" not in str(other.view)
    assert room.is_told(None)
    names = {"by": "Robin", "from": co.view["seats"][first]["pseudonym"]}
    accepted(co.ask("take_lead", {}))
    wait_until(lambda: room.is_told(names), "the news of who leads, on every screen")
    wait_until(lambda: co.view["leading"]["facilitator"] == second, "the new lead")
    accepted(co.ask("move_to_stage", {"stage": "selection"}))

    lead.connect()
    assert lead.me["seat"]["id"] == first  # type: ignore[index]
    assert lead.me["seat"]["role"] == "co_facilitator"  # type: ignore[index]
    assert code_of(lead.ask("move_to_stage", {"stage": "experiences"})) == "not_allowed"
    accepted(lead.ask("seat_someone", {"pseudonym": "Elm"}))
    assert code_of(lead.ask("hand_back_lead", {})) == "not_allowed"
    assert room.is_told(names), "for as long as it lasts"
    accepted(co.ask("hand_back_lead", {}))
    wait_until(lambda: room.is_told(None), "the end of the news")
    # The same sockets go on, each with its role of this moment.
    wait_until(lambda: lead.me["seat"]["role"] == "facilitator", "the role on the first screen")  # type: ignore[index]
    wait_until(lambda: co.me["seat"]["role"] == "co_facilitator", "the role on the other")  # type: ignore[index]
    accepted(lead.ask("move_to_stage", {"stage": "experiences"}))
    assert code_of(co.ask("take_lead", {})) == "lead_not_offered"
    converged([lead, co, room.observer, room.wall, *room.group.people])


def test_a_facilitator_who_is_back_in_time_has_lost_nothing(room: Room) -> None:
    room.lead.close()
    time.sleep(GONE_S * 29 / 30 - 0.6)  # and what it takes to connect
    room.lead.connect()
    time.sleep(1.5)
    assert not room.is_offered()
    assert code_of(room.co.ask("take_lead", {})) == "lead_not_offered"


def test_an_offer_is_taken_back_when_the_facilitator_comes_first(room: Room) -> None:
    room.lead.close()
    wait_until(room.is_offered, "the offer", GONE_S + 5)
    room.lead.connect()
    wait_until(lambda: not room.is_offered(), "the end of the offer")
    assert code_of(room.co.ask("take_lead", {})) == "lead_not_offered"
    accepted(room.lead.ask("move_to_stage", {"stage": "selection"}))


def test_an_offer_outlives_a_restart_and_nobody_is_thought_gone_sooner_for_it(room: Room) -> None:
    room.lead.close()
    time.sleep(GONE_S / 2)
    room.server.kill()
    room.server.restart()
    began = time.monotonic()
    room.co.connect()
    wait_until(room.is_offered, "the offer", GONE_S + 5)
    assert time.monotonic() - began >= GONE_S * 0.9
    room.server.kill()
    room.server.restart()
    room.co.connect()
    assert room.is_offered()
    accepted(room.co.ask("take_lead", {}))


def test_without_anyone_who_helps_there_is_nothing_to_offer(room: Room) -> None:
    room.co.close()
    room.lead.close()
    time.sleep(GONE_S + 1)
    room.co.connect()
    wait_until(room.is_offered, "the offer", 3)  # it was only nobody to be told
