"""Who someone is comes from cookies alone; the surface they ask for narrows it and never widens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogue.commands import OfferLead
from dialogue.vocabulary import Audience, Role, SeatId
from sessions.permissions import StaffRole
from sessions.rooms import credentials
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE, Surface, who_is
from sessions.rooms.ids import new_token, now_ms
from sessions.rooms.persons import SIGN_IN_COOKIE
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.storage.accounts import Account
from tests.sessions.rooms.given import accepted, ask, begun, command_id, served

CONSOLE, PARTICIPANT, FLIPCHART = Surface.CONSOLE, Surface.PARTICIPANT, Surface.FLIPCHART


@dataclass
class Two:
    """Two dialogues, and a token of each kind for the first."""

    service: Service
    here: Place
    there: Place
    sign_in: str
    stranger: str
    seat: str
    observer: str
    wall: str

    def are(self, surface: Surface, cookies: Mapping[str, str], place: Place | None = None) -> Audience | None:
        """Which audience the cookies make of someone at this surface."""
        who = who_is(self.service.rooms.storage, place or self.here, surface, cookies)
        return who.audience if who else None


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with served(tmp_path) as service:
        accounts = service.rooms.storage.accounts
        accounts.add(Account("other", "Other", "no password", frozenset({StaffRole.FACILITATOR})), 0)
        sign_in, stranger = new_token(), new_token()
        service.rooms.storage.sign_ins.add(sign_in, "account", now_ms(), now_ms() + 60_000, id="one")
        service.rooms.storage.sign_ins.add(stranger, "other", now_ms(), now_ms() + 60_000, id="two")
        here, there = begun(service), begun(service)
        seat = service.admit(here, command_id(), "Ash", Role.PARTICIPANT)[1]
        observer = service.admit(here, command_id(), "Oak", Role.OBSERVER)[1]
        yield Two(service, here, there, sign_in, stranger, seat, observer, service.wall_token(here))


def test_without_a_cookie_nobody_is_anyone(two: Two) -> None:
    junk = {SIGN_IN_COOKIE: "x", SEAT_COOKIE: "", WALL_COOKIE: "\ud800"}
    for surface in Surface:
        assert two.are(surface, {}) is None
        assert two.are(surface, junk | {WALL_COOKIE: "y"}) is None


def test_a_seat_sees_its_own_room_and_the_wall_and_never_the_console(two: Two) -> None:
    cookies = {SEAT_COOKIE: two.seat}
    assert [two.are(surface, cookies) for surface in Surface] == [None, Audience.PARTICIPANT, Audience.FLIPCHART]
    observer = {SEAT_COOKIE: two.observer}
    assert [two.are(surface, observer) for surface in Surface] == [None, Audience.OBSERVER, Audience.FLIPCHART]


def test_a_wall_is_a_wall_and_nothing_else(two: Two) -> None:
    assert [two.are(surface, {WALL_COOKIE: two.wall}) for surface in Surface] == [None, None, Audience.FLIPCHART]


def test_a_token_under_another_cookies_name_opens_nothing(two: Two) -> None:
    for surface in Surface:
        assert two.are(surface, {SEAT_COOKIE: two.wall}) is None
        assert two.are(surface, {WALL_COOKIE: two.seat}) is None
        assert two.are(surface, {SIGN_IN_COOKIE: two.seat, SEAT_COOKIE: two.sign_in}) is None


def test_a_seat_of_another_dialogue_opens_nothing_here(two: Two) -> None:
    for surface in Surface:
        assert two.are(surface, {SEAT_COOKIE: two.seat, WALL_COOKIE: two.wall}, two.there) is None


def test_who_leads_has_the_console_and_no_participants_room(two: Two) -> None:
    cookies = {SIGN_IN_COOKIE: two.sign_in}
    assert [two.are(surface, cookies) for surface in Surface] == [Audience.FACILITATOR, None, Audience.FLIPCHART]


def test_who_helps_to_lead_has_the_console_by_their_seat_and_no_participants_room(two: Two) -> None:
    answer, token = two.service.admit(two.here, command_id(), "Robin", Role.CO_FACILITATOR)
    cookies = {SEAT_COOKIE: token}
    assert [two.are(surface, cookies) for surface in Surface] == [Audience.FACILITATOR, None, Audience.FLIPCHART]
    who = who_is(two.service.rooms.storage, two.here, CONSOLE, cookies)
    assert who is not None
    assert who.seat == accepted(answer)
    assert two.are(CONSOLE, cookies, two.there) is None
    assert two.are(CONSOLE, {WALL_COOKIE: token}) is None
    accepted(ask(two.here.room, two.here.room.committed.facilitator, "remove_seat", seat=accepted(answer)))
    assert [two.are(surface, cookies) for surface in Surface] == [None, None, None]


def test_both_keep_the_console_and_their_own_seat_when_the_lead_changes_hands(two: Two) -> None:
    answer, token = two.service.admit(two.here, command_id(), "Robin", Role.CO_FACILITATOR)
    lead = two.here.room.committed.facilitator
    accepted(two.service.of_the_server(two.here, OfferLead()))
    accepted(ask(two.here.room, SeatId(accepted(answer)), "take_lead"))
    storage = two.service.rooms.storage
    seats = [
        who.seat if (who := who_is(storage, two.here, CONSOLE, cookies)) else None
        for cookies in ({SIGN_IN_COOKIE: two.sign_in}, {SEAT_COOKIE: token})
    ]
    assert seats == [lead, accepted(answer)]
    assert two.here.room.committed.facilitator == accepted(answer)


def test_an_account_that_does_not_lead_this_dialogue_is_nobody_here(two: Two) -> None:
    assert [two.are(surface, {SIGN_IN_COOKIE: two.stranger}) for surface in Surface] == [None, None, None]


def test_rights_end_with_the_sign_in_and_with_the_seat(two: Two) -> None:
    storage, lead = two.service.rooms.storage, two.here.room.committed.facilitator
    assert two.are(PARTICIPANT, {SEAT_COOKIE: two.seat}) is Audience.PARTICIPANT
    seat = storage.doors.seat_of(two.seat, now_ms())
    assert seat is not None
    accepted(ask(two.here.room, lead, "remove_seat", seat=seat.seat))
    assert two.are(PARTICIPANT, {SEAT_COOKIE: two.seat}) is None
    assert two.are(FLIPCHART, {SEAT_COOKIE: two.seat}) is None
    storage.sign_ins.end(two.sign_in)
    assert two.are(CONSOLE, {SIGN_IN_COOKIE: two.sign_in}) is None


DAY_MS = 86_400_000


def test_a_seat_that_is_used_stays_and_one_that_is_not_ends_in_a_week(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = now_ms()

    def after(days: int, cookies: Mapping[str, str], surface: Surface = PARTICIPANT) -> Audience | None:
        monkeypatch.setattr(credentials, "now_ms", lambda: began + days * DAY_MS)
        return two.are(surface, cookies)

    used, wall = {SEAT_COOKIE: two.seat}, {WALL_COOKIE: two.wall}
    assert [after(day, used) for day in (0, 6, 12, 18)] == [Audience.PARTICIPANT] * 4
    assert after(18, {SEAT_COOKIE: two.observer}) is None
    assert after(18, wall, FLIPCHART) is None
    for kind, data in (("move_to_stage", {"stage": "closing"}), ("close_dialogue", {})):
        accepted(ask(two.here.room, two.here.room.committed.facilitator, kind, **data))
    assert [after(day, used) for day in (24, 25)] == [Audience.PARTICIPANT] * 2, "the archive is read for a week"
    assert after(26, used) is None, "and reading it makes that no longer"
