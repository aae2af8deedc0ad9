"""What somebody with an old form, an open screen or a stolen database tried, and does not get."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue.archive import Opened
from dialogue.commands import OfferLead
from dialogue.vocabulary import Audience, Position, Role, SeatId
from sessions.rooms.alongside import COVERED, SEAT
from sessions.rooms.answers import Accepted, Refused
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE, Surface, Who, who_is
from sessions.rooms.ids import new_token, now_ms
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.storage.doors import SeatRef
from sessions.storage.sealing import Sealer, fresh_key, fresh_salt
from tests.sessions.live.given import screen
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared, server
from tests.sessions.rooms.given import accepted, ask, begun, command_id
from tests.sessions.rooms.given import served as rooms_at


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with server(tmp_path_factory.mktemp("attacked") / "data") as running:
        yield running
        assert running.process.poll() is None
        assert [line for line in running.said if "Traceback" in line] == []


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    return facilitator(served)


@pytest.mark.parametrize("way", ["remove_seat", "leave_dialogue"])
def test_an_old_form_sent_again_does_not_open_a_seat_that_was_given_up(tmp_path: Path, way: str) -> None:
    with rooms_at(tmp_path) as service:
        place, join_id = begun(service), command_id()
        seat = accepted(service.admit(place, join_id, "Ash", Role.PARTICIPANT)[0])
        lead = place.room.committed.facilitator
        if way == "remove_seat":
            assert isinstance(ask(place.room, lead, "remove_seat", seat=seat), Accepted)
        else:
            assert isinstance(ask(place.room, SeatId(seat), way), Accepted)
        again, token = service.admit(place, join_id, "Ash", Role.PARTICIPANT)
        assert isinstance(again, Refused)
        assert again.code == "seat_gone"
        assert service.rooms.storage.doors.seat_of(token, now_ms()) is None
        # Not even a token that somehow outlived the seat opens anything.
        left = new_token()
        service.rooms.storage.doors.write(
            service.rooms.storage.doors.giving(left, SeatRef(place.room.id, seat, "seat"), now_ms())
        )
        assert all(who_is(service.rooms.storage, place, surface, {SEAT_COOKIE: left}) is None for surface in Surface)


def _covered(service: Service, place: Place, seat: SeatId, token: str) -> None:
    assert service.rooms.storage.doors.turn(token, COVERED, SEAT)


def _next_person(service: Service, place: Place, seat: SeatId, token: str) -> None:
    service.rooms.storage.doors.drop(token)


def _elsewhere(service: Service, place: Place, seat: SeatId, token: str) -> None:
    assert service.returns.come_back(service.returns.code(place, seat)) is not None


def _began(service: Service, place: Place, seat: SeatId, token: str) -> None:
    accepted(ask(place.room, seat, "agree_to_rules"))


@pytest.mark.parametrize("since", [_covered, _next_person, _elsewhere, _began])
def test_a_form_that_a_browser_still_has_is_no_key_to_a_seat_that_somebody_used(
    tmp_path: Path, since: Callable[[Service, Place, SeatId, str], None]
) -> None:
    with rooms_at(tmp_path) as service:
        place, join_id = begun(service), command_id()
        answer, token = service.admit(place, join_id, "Ash", Role.PARTICIPANT)
        seat, doors = SeatId(accepted(answer)), service.rooms.storage.doors
        lost, second = service.admit(place, join_id, "Ash", Role.PARTICIPANT)
        assert accepted(lost) == seat, "whose answer was lost gets in by the same form"
        assert doors.seat_of(second, now_ms()) is not None
        doors.drop(second)
        since(service, place, seat, token)
        again, third = service.admit(place, join_id, "Ash", Role.PARTICIPANT)
        assert isinstance(again, Refused)
        assert again.code == "seat_gone"
        assert doors.seat_of(third, now_ms()) is None


def test_a_flipchart_that_somebody_opened_by_their_seat_goes_with_the_seat(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash, birch = joined(served, code, "Ash"), joined(served, code, "Birch")
    seat = ash.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    with screen(ash, dialogue, "flipchart") as wall, screen(birch, dialogue, "flipchart") as other:
        assert leader.command(dialogue, "remove_seat", {"seat": seat}).status == 200
        assert wall.next("reload") == {"reason": "removed"}
        assert wall.is_cut()
        assert leader.command(dialogue, "close_door").status == 200
        assert other.next("update")["changes"]


def test_a_wall_hung_up_while_another_led_stays_when_that_one_is_removed(tmp_path: Path) -> None:
    with rooms_at(tmp_path) as service:
        place = begun(service)
        lead = place.room.committed.facilitator
        co = SeatId(accepted(service.admit(place, command_id(), "Robin", Role.CO_FACILITATOR)[0]))
        service.of_the_server(place, OfferLead())
        accepted(ask(place.room, co, "take_lead"))
        wall = service.wall_token(place)
        accepted(ask(place.room, co, "hand_back_lead"))
        accepted(ask(place.room, lead, "remove_seat", seat=co))
        looks = who_is(service.rooms.storage, place, Surface.FLIPCHART, {WALL_COOKIE: wall})
        assert looks == Who(Audience.FLIPCHART, None)


def test_nobody_is_named_while_writing_the_facilitator_sees_a_number(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    seat = ash.get(f"/d/{dialogue}/api/v1/snapshot").json["me"]["seat"]["id"]
    with screen(leader, dialogue, "console") as console, screen(ash, dialogue) as phone:
        phone.send('42["signal",{"writing":true}]')
        told = console.next("presence")
        while not told["writing"]:
            told = console.next("presence")
        assert told["seats"][seat] == "joined"


def test_nobody_seems_to_be_back_just_as_an_unsigned_word_comes_in(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    sent = {"type": "call_meta", "id": command_id(), "json-named": "false"}

    def console() -> dict[str, str]:
        shown = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json
        return {
            seat: status for seat, status in shown["presence"]["seats"].items() if seat != shown["me"]["seat"]["id"]
        }

    before = console()
    assert ash.post(f"/d/{dialogue}/plain", sent).status == 302
    assert ash.get(f"/d/{dialogue}/").status == 200
    assert set(before.values()) == {"offline"}
    assert console() == before


def test_the_length_of_what_is_sealed_tells_no_choice_and_not_how_much_was_written() -> None:
    sealer = Sealer(fresh_key())

    def length(text: str) -> int:
        return len(sealer.seal(Opened(fresh_salt(), text), "d1", 1, "stance"))

    choices = [*(f'"{position.value}"' for position in Position), "true", "false", "", "Not for newcomers."]
    assert len({length(choice) for choice in choices}) == 1
    assert {length("x" * size) - length("") for size in (63, 64, 65, 128, 129)} == {0, 64, 128}
    for text in ("", "ÿ", "words " * 40, "\u00ff" * 64, "x" * 64):
        assert sealer.open(sealer.seal(Opened(fresh_salt(), text), "d1", 1, "text"), "d1", 1, "text").text == text
