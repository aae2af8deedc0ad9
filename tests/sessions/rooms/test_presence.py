"""Who is here: as screens tell it, in numbers for everyone and by seat for the facilitator alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue.methods import DEFAULT_METHOD
from dialogue.rules.seats import Draft, begin
from dialogue.state import Dialogue, fold
from dialogue.state.items import Seat
from dialogue.vocabulary import Audience, DialogueId, Millis, Role, SeatId, Words
from sessions.rooms.presence import OFFLINE_AFTER_MS, WRITING_LASTS_MS, Presence

NOW = 1_800_000_000_000
ASH, BIRCH, ELM, OAK = (SeatId(name) for name in ("ash-id", "birch-id", "elm-id", "oak-id"))
CANARY = "Canary Pseudonym"


def room(**changed: object) -> Dialogue:
    """Ash and Birch with devices, Elm without one, Oak who observes; `changed` is about Ash."""
    draft = Draft(DEFAULT_METHOD, DEFAULT_METHOD.plans[90], "Trust", "", "", "", "Lead", 5)
    state = fold([(begin(draft, DialogueId("d"), SeatId("lead-id")), Millis(0))])
    lead = state.seats[state.facilitator]
    person = replace(lead, role=Role.PARTICIPANT, pseudonym=Words(CANARY))
    seats: dict[SeatId, Seat] = {
        lead.id: lead,
        ASH: replace(person, id=ASH, **changed),  # type: ignore[arg-type]  # fields of a seat, named by the test
        BIRCH: replace(person, id=BIRCH),
        ELM: replace(person, id=ELM, device=False),
        OAK: replace(person, id=OAK, role=Role.OBSERVER),
    }
    return state.but(seats=seats)


@pytest.fixture
def presence() -> Presence:
    return Presence()


def ash_is(presence: Presence, at: int = NOW, **changed: object) -> str:
    return str(presence.view_for(room(**changed), Audience.FACILITATOR, at)["seats"][ASH])


def writing(presence: Presence, at: int = NOW) -> int:
    """How many write, as the facilitator is told too."""
    number: int = presence.view_for(room(), Audience.FACILITATOR, at)["writing"]
    return number


def test_whoever_never_came_is_offline(presence: Presence) -> None:
    assert ash_is(presence) == "offline"


def test_a_screen_joins_and_its_seat_may_be_done(presence: Presence) -> None:
    presence.came(ASH)
    assert ash_is(presence) == "joined"
    assert ash_is(presence, ready=True) == "done"


def test_writing_is_shown_for_eight_seconds_and_ends_when_said(presence: Presence) -> None:
    presence.came(ASH)
    presence.signal(ASH, NOW, writing=True, away=None)
    assert writing(presence, NOW) == 1
    assert WRITING_LASTS_MS == 8_000
    assert (writing(presence, NOW + 7_999), writing(presence, NOW + 8_000)) == (1, 0)
    presence.signal(ASH, NOW + 9_000, writing=True, away=None)
    presence.signal(ASH, NOW + 9_100, writing=False, away=None)
    assert writing(presence, NOW + 9_100) == 0


def test_a_hidden_screen_is_away_until_it_is_seen_again(presence: Presence) -> None:
    presence.came(ASH)
    presence.signal(ASH, NOW, writing=True, away=True)
    assert ash_is(presence) == "away"
    presence.signal(ASH, NOW, writing=None, away=False)
    assert (ash_is(presence), writing(presence)) == ("joined", 1)


def test_a_dropped_line_is_away_for_half_a_minute_then_offline_then_back(presence: Presence) -> None:
    presence.came(ASH)
    presence.went(ASH, NOW)
    assert ash_is(presence, NOW + OFFLINE_AFTER_MS - 1) == "away"
    assert ash_is(presence, NOW + OFFLINE_AFTER_MS) == "offline"
    presence.came(ASH)
    assert ash_is(presence, NOW + OFFLINE_AFTER_MS) == "joined"


def test_a_seat_has_been_gone_when_all_its_screens_have_been_for_half_a_minute() -> None:
    presence = Presence(since=NOW)
    assert not presence.has_been_gone(ASH, NOW + OFFLINE_AFTER_MS - 1)  # of the time before, nothing is known
    assert presence.has_been_gone(ASH, NOW + OFFLINE_AFTER_MS)
    assert not presence.is_here(ASH, NOW)
    presence.came(ASH)
    presence.came(ASH)
    presence.went(ASH, NOW + 100_000)
    assert not presence.has_been_gone(ASH, NOW + 900_000)
    presence.went(ASH, NOW + 900_000)
    assert not presence.has_been_gone(ASH, NOW + 900_000 + OFFLINE_AFTER_MS - 1)
    assert presence.is_here(ASH, NOW + 900_000 + OFFLINE_AFTER_MS - 1)
    assert presence.has_been_gone(ASH, NOW + 900_000 + OFFLINE_AFTER_MS)
    assert not presence.is_here(ASH, NOW + 900_000 + OFFLINE_AFTER_MS)


def test_a_seat_that_asks_for_something_is_here_without_a_screen(presence: Presence) -> None:
    presence.heard(ASH, NOW)
    assert ash_is(presence, NOW + OFFLINE_AFTER_MS - 1) == "away"
    assert ash_is(presence, NOW + OFFLINE_AFTER_MS) == "offline"
    presence.heard(ASH, NOW - 60_000)  # a clock that was set back makes nobody older
    assert ash_is(presence, NOW + OFFLINE_AFTER_MS - 1) == "away"


def test_a_seat_with_two_screens_is_here_while_one_is(presence: Presence) -> None:
    presence.came(ASH)
    presence.came(ASH)
    presence.went(ASH, NOW)
    assert (ash_is(presence), presence.screens(ASH)) == ("joined", 1)
    presence.went(ASH, NOW)
    presence.went(ASH, NOW)
    assert (ash_is(presence), presence.screens(ASH)) == ("away", 0)


def test_who_left_has_left_whatever_a_screen_says(presence: Presence) -> None:
    presence.came(ASH)
    presence.signal(ASH, NOW, writing=True, away=None)
    assert ash_is(presence, gone=True) == "left"


def test_numbers_count_participants_with_devices_alone(presence: Presence) -> None:
    for seat in (ASH, BIRCH, OAK, SeatId("lead-id"), ELM):
        presence.came(seat)
    presence.signal(BIRCH, NOW, writing=True, away=None)
    view = presence.view_for(room(), Audience.PARTICIPANT, NOW)
    assert view == {"here": 2, "away": 0, "offline": 0, "left": 0, "writing": 1}


@pytest.mark.parametrize("audience", [known for known in Audience if known is not Audience.FACILITATOR])
def test_nobody_but_the_facilitator_learns_who(presence: Presence, audience: Audience) -> None:
    presence.came(ASH)
    presence.signal(ASH, NOW, writing=True, away=None)
    view = presence.view_for(room(), audience, NOW)
    assert set(view) == {"here", "away", "offline", "left", "writing"}
    assert all(type(number) is int for number in view.values())
    assert CANARY not in str(presence.view_for(room(), Audience.FACILITATOR, NOW))
