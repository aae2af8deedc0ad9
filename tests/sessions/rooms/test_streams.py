"""Views as they are published: numbered without a gap, one's own slice to oneself, and updates that add up."""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dialogue.commands import OfferLead
from dialogue.vocabulary import Audience, Role, SeatId
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.rooms.streams import Pace, Streams, Update
from tests.sessions.rooms.given import accepted, ask, begun, seated, served
from tests.tools.merge import merge_patch

LEAD = Audience.FACILITATOR


class Told:
    """All that one screen was told, merged as a screen does."""

    def __init__(self, streams: Streams, audience: Audience, seat: SeatId | None) -> None:
        self.streams, self.audience, self.seat = streams, audience, seat
        first = copy.deepcopy(streams.snapshot(audience, seat))
        self.n, self.m, self.view, self.me = first["n"], first["m"], first["view"], first["me"]

    def hears(self, update: Update) -> None:
        """Counts, and merges what is for this screen."""
        payload = json.loads(json.dumps(update.payload))
        if update.audience is self.audience:
            assert payload["n"] == self.n + 1
            self.n, self.view = payload["n"], merge_patch(self.view, payload["changes"])
        elif update.seat is not None and update.seat == self.seat:
            assert payload["m"] == self.m + 1
            self.m, self.me = payload["m"], merge_patch(self.me, payload["changes"])

    def is_up_to_date(self) -> bool:
        """Whether what was merged is what a screen would be given that came now."""
        fresh = self.streams.snapshot(self.audience, self.seat)
        now = json.loads(json.dumps([fresh["n"], fresh["m"], fresh["view"], fresh["me"]]))
        return bool(now == json.loads(json.dumps([self.n, self.m, self.view, self.me])))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with served(tmp_path) as opened:
        yield opened


@pytest.fixture
def place(service: Service) -> Place:
    return begun(service)


def _streams(place: Place) -> Streams:
    """Streams of the test's own, so that nobody else advances them."""
    return Streams("stream", lambda: place.room.committed)


def test_updates_are_numbered_by_one_and_add_up_to_a_fresh_snapshot(service: Service, place: Place) -> None:
    ash, birch, streams = seated(service, place, "Ash"), seated(service, place, "Birch"), _streams(place)
    lead = place.room.committed.facilitator
    screens = [
        Told(streams, LEAD, lead),
        Told(streams, Audience.PARTICIPANT, ash),
        Told(streams, Audience.FLIPCHART, None),
    ]
    screens.append(Told(streams, Audience.PARTICIPANT, birch))
    steps: list[tuple[SeatId, str, dict[str, Any]]] = [
        (lead, "move_to_stage", {"stage": "experiences"}),
        (ash, "tell_experience", {"title": "The file on the desk"}),
        (ash, "raise_hand", {}),
        (birch, "tell_experience", {"title": "The locked door"}),
        (birch, "mark_ready", {}),
        (lead, "lower_hand", {"owner": ash}),
        (lead, "move_to_stage", {"stage": "selection"}),
    ]
    for by, kind, data in steps:
        accepted(ask(place.room, by, kind, **data))
        for update in streams.advance():
            for screen in screens:
                screen.hears(update)
        assert all(screen.is_up_to_date() for screen in screens)
    assert screens[1].n > 2


def test_slices_add_up_when_owners_and_roles_change(service: Service, place: Place) -> None:
    """A slip is claimed, the lead goes from hand to hand: nobody's slice stays behind, whoever's it is made of."""
    ash, robin = seated(service, place, "Ash"), seated(service, place, "Robin", Role.CO_FACILITATOR)
    lead, room = place.room.committed.facilitator, place.room
    elm = SeatId(accepted(ask(room, robin, "seat_someone", pseudonym="Elm")))
    accepted(ask(room, robin, "print_slips", count=2))
    slip, other = (seat.id for seat in room.committed.seats.values() if seat.role is Role.SLIP)
    streams = _streams(place)
    screens = [Told(streams, LEAD, lead), Told(streams, LEAD, robin), Told(streams, Audience.PARTICIPANT, ash)]

    def told() -> None:
        for update in streams.advance():
            for screen in screens:
                screen.hears(update)
        assert all(screen.is_up_to_date() for screen in screens)

    steps: list[tuple[SeatId, str, dict[str, Any]]] = [
        (lead, "move_to_stage", {"stage": "experiences"}),
        (robin, "tell_experience", {"title": "The locked door", "owner": slip}),
        (robin, "tell_experience", {"title": "The file", "owner": other}),
        (lead, "claim_slip", {"slip": slip, "owner": ash}),
        (lead, "claim_slip", {"slip": other, "owner": elm}),
        (lead, "assign_scribe", {"seat": ash}),
        (lead, "start_round", {}),
        (ash, "pass_turn", {}),
        (ash, "call_meta", {"named": True}),
        (lead, "assign_chair", {"seat": ash}),
        (ash, "end_meta", {"what_we_change": "Shorter turns."}),
    ]
    for by, kind, data in steps:
        accepted(ask(room, by, kind, **data))
        told()
    assert "The locked door" in str(screens[2].me["own"])
    assert "The locked door" not in str(screens[1].me["own"])  # it is Ash's, who has a device
    assert "The file" in str(screens[1].me["own"])
    accepted(service.of_the_server(place, OfferLead()))
    told()
    accepted(ask(room, robin, "take_lead"))
    told()
    assert [screen.me["seat"]["role"] for screen in screens[:2]] == ["co_facilitator", "facilitator"]
    accepted(ask(room, robin, "hand_back_lead"))
    told()


def test_several_commands_between_two_rounds_are_one_update(service: Service, place: Place) -> None:
    ash, streams = seated(service, place, "Ash"), _streams(place)
    screen = Told(streams, LEAD, place.room.committed.facilitator)
    for kind in ("raise_hand", "lower_hand", "raise_hand", "mark_ready"):
        accepted(ask(place.room, ash, kind))
    updates = list(streams.advance())
    assert [update.audience for update in updates if update.seat is None] == [LEAD]
    for update in updates:
        screen.hears(update)
    assert screen.is_up_to_date()
    assert list(streams.advance()) == []


def test_what_an_audience_may_not_see_leaves_no_hole_in_its_count(service: Service, place: Place) -> None:
    ash, birch, streams = seated(service, place, "Ash"), seated(service, place, "Birch"), _streams(place)
    own, other = Told(streams, Audience.PARTICIPANT, ash), Told(streams, Audience.PARTICIPANT, birch)
    wall = Told(streams, Audience.FLIPCHART, None)
    accepted(ask(place.room, place.room.committed.facilitator, "move_to_stage", stage="experiences"))
    title = accepted(ask(place.room, ash, "tell_experience", title="The file"))
    for update in streams.advance():
        for screen in (own, other, wall):
            screen.hears(update)
    before = (other.n, other.m, wall.n)
    accepted(ask(place.room, ash, "set_examination_preference", experience=title, not_for_examination=True))
    updates = list(streams.advance())
    assert [(update.audience, update.seat) for update in updates] == [(None, ash)]
    assert (other.n, other.m, wall.n) == before


def test_a_slice_goes_to_its_own_seat_alone(service: Service, place: Place) -> None:
    ash, birch, streams = seated(service, place, "Ash"), seated(service, place, "Birch"), _streams(place)
    for seat in (ash, birch):
        streams.snapshot(Audience.PARTICIPANT, seat)
    accepted(ask(place.room, ash, "mark_ready"))
    mine = [update for update in streams.advance() if update.seat is not None]
    assert [update.seat for update in mine] == [ash]
    assert str(ash) not in json.dumps([update.payload for update in streams.advance()])


def test_counts_are_those_of_the_last_update(service: Service, place: Place) -> None:
    ash, streams = seated(service, place, "Ash"), _streams(place)
    assert streams.counts(Audience.PARTICIPANT, ash) == (0, 0)
    streams.snapshot(Audience.PARTICIPANT, ash)
    accepted(ask(place.room, ash, "raise_hand"))
    last = {update.seat: update.payload for update in streams.advance()}
    assert streams.counts(Audience.PARTICIPANT, ash) == (last[None]["n"], last[ash]["m"])
    assert streams.counts(Audience.PARTICIPANT, None) == (last[None]["n"], 0)
    assert streams.counts(Audience.OBSERVER, None) == (0, 0)


def test_a_round_is_never_run_twice_at_once_and_the_last_wish_is_met() -> None:
    running, most, rounds, wishes = 0, 0, 0, 0
    go_on, met = threading.Event(), threading.Event()

    def round_() -> None:
        nonlocal running, most, rounds
        running += 1
        most, seen = max(most, running), wishes
        go_on.wait(10)
        rounds, running = rounds + 1, running - 1
        if seen == 50:
            met.set()

    pace = Pace(round_)
    for _ in range(50):
        wishes += 1
        pace.want()
    go_on.set()
    assert met.wait(10)
    assert most == 1
    assert rounds <= 3
