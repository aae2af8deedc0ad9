"""When the lead is offered: to someone who is here, when the facilitator has been gone for half a minute."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue.commands import OfferLead, WithdrawLeadOffer
from dialogue.vocabulary import Role, SeatId
from sessions.rooms.lead import due
from sessions.rooms.presence import OFFLINE_AFTER_MS
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from tests.sessions.rooms.given import accepted, ask, begun, code_of, seated, served

LATER = 10 * 60_000


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with served(tmp_path) as opened:
        yield opened


@pytest.fixture
def place(service: Service) -> Place:
    return begun(service)


@pytest.fixture
def co(service: Service, place: Place) -> SeatId:
    seat = seated(service, place, "Robin", Role.CO_FACILITATOR)
    place.presence.came(seat)
    return seat


def _left_at(place: Place) -> int:
    """The facilitator had a screen and has none any more: since when, in UTC milliseconds."""
    at = place.room.committed.stage_since + LATER
    place.presence.came(place.room.committed.facilitator)
    place.presence.went(place.room.committed.facilitator, at)
    return at


def test_it_is_offered_after_half_a_minute_and_not_a_moment_before(place: Place, co: SeatId) -> None:
    at = _left_at(place)
    assert due(place, at + OFFLINE_AFTER_MS - 1) is None
    assert due(place, at + OFFLINE_AFTER_MS) == OfferLead()


def test_nobody_is_offered_anything_who_is_not_here(service: Service, place: Place, co: SeatId) -> None:
    at = _left_at(place) + OFFLINE_AFTER_MS
    place.presence.came(seated(service, place, "Ash"))
    place.presence.came(seated(service, place, "Oak", Role.OBSERVER))
    place.presence.went(co, at)
    assert due(place, at) is None
    place.presence.came(co)
    assert due(place, at) == OfferLead()
    accepted(ask(place.room, place.room.committed.facilitator, "remove_seat", seat=co))
    assert due(place, at) is None


def test_who_was_never_here_since_the_start_is_not_yet_gone(service: Service, place: Place, co: SeatId) -> None:
    again = Service(service.rooms).rooms.place(place.room.id)
    assert again is place
    since = place.presence._since
    assert due(place, since + OFFLINE_AFTER_MS - 1) is None
    assert due(place, since + OFFLINE_AFTER_MS) == OfferLead()


def test_who_works_over_http_is_here(place: Place, co: SeatId) -> None:
    at = _left_at(place) + OFFLINE_AFTER_MS
    place.presence.heard(place.room.committed.facilitator, at)
    assert due(place, at + OFFLINE_AFTER_MS - 1) is None
    assert due(place, at + OFFLINE_AFTER_MS) == OfferLead()


def test_an_offer_is_made_once_and_taken_back_when_the_facilitator_is_back(
    service: Service, place: Place, co: SeatId
) -> None:
    at = _left_at(place) + OFFLINE_AFTER_MS
    accepted(service.of_the_server(place, OfferLead()))
    assert place.room.committed.lead_offered
    before = place.room.committed
    accepted(service.of_the_server(place, OfferLead()))
    assert place.room.committed is before
    assert due(place, at) is None
    place.presence.came(place.room.committed.facilitator)
    assert due(place, at) == WithdrawLeadOffer()
    accepted(service.of_the_server(place, WithdrawLeadOffer()))
    assert code_of(ask(place.room, co, "take_lead")) == "lead_not_offered"


def test_an_offer_stands_after_a_restart_until_the_facilitator_is_seen(tmp_path: Path) -> None:
    with served(tmp_path) as service:
        place = begun(service)
        seated(service, place, "Robin", Role.CO_FACILITATOR)
        accepted(service.of_the_server(place, OfferLead()))
    with served(tmp_path) as service:
        again = service.rooms.place(place.room.id)
        assert again is not None
        at = again.presence._since
        assert due(again, at) is None
        again.presence.came(again.room.committed.facilitator)
        assert due(again, at) == WithdrawLeadOffer()


def test_a_dialogue_that_is_closed_has_no_lead_to_offer(place: Place, co: SeatId) -> None:
    lead = place.room.committed.facilitator
    accepted(ask(place.room, lead, "move_to_stage", stage="closing"))
    accepted(ask(place.room, lead, "close_dialogue"))
    assert due(place, _left_at(place) + OFFLINE_AFTER_MS) is None


def test_who_took_the_lead_cannot_send_away_whom_it_was_taken_from(service: Service, place: Place, co: SeatId) -> None:
    first = place.room.committed.facilitator
    accepted(service.of_the_server(place, OfferLead()))
    accepted(ask(place.room, co, "take_lead"))
    assert code_of(ask(place.room, co, "remove_seat", seat=first)) == "unknown_seat"
    accepted(ask(place.room, co, "hand_back_lead"))
    assert place.room.committed.facilitator == first
