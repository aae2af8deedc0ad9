"""What the edges ask of the rooms: within limits, under ids, and of dialogues that exist."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dialogue.vocabulary import DialogueId, Role, SeatId
from sessions.rooms.answers import Accepted, Answer, Refused
from sessions.rooms.ids import now_ms
from sessions.rooms.limits import BURST
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.storage.refusals import KeyGone
from sessions.storage.store import open_storage
from tests.sessions.rooms.given import DRAFT, accepted, begun, code_of, command_id, seated, served


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with served(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def place(service: Service) -> Place:
    return begun(service)


def sends(service: Service, place: Place, seat: SeatId, kind: str, id: str, **data: object) -> Answer:
    return service.command(place, seat, {"id": id, "type": kind, "data": data})


def test_the_same_command_is_the_same_whatever_the_order_of_its_fields(service: Service, place: Place) -> None:
    lead, same = place.room.committed.facilitator, command_id()
    first = sends(service, place, lead, "seat_someone", same, pseudonym="Elm")
    envelope = {"data": {"pseudonym": "Elm"}, "type": "seat_someone", "id": same}
    assert service.command(place, lead, envelope) == first
    assert len(place.room.committed.group()) == 1


@pytest.mark.parametrize("other", [{"pseudonym": "Fir"}, {"pseudonym": "Elm "}])
def test_a_repeated_id_with_another_body_is_a_conflict(service: Service, place: Place, other: dict[str, str]) -> None:
    lead, same = place.room.committed.facilitator, command_id()
    accepted(sends(service, place, lead, "seat_someone", same, pseudonym="Elm"))
    answer = sends(service, place, lead, "seat_someone", same, **other)
    assert answer == Refused("idempotency_conflict")
    assert code_of(sends(service, place, lead, "close_door", same)) == "idempotency_conflict"
    assert len(place.room.committed.group()) == 1


def test_a_refused_id_is_decided_anew(service: Service, place: Place) -> None:
    ash, lead, same = seated(service, place, "Ash"), place.room.committed.facilitator, command_id()
    assert code_of(sends(service, place, ash, "tell_experience", same, title="The file")) == "wrong_stage"
    accepted(sends(service, place, lead, "move_to_stage", command_id(), stage="experiences"))
    accepted(sends(service, place, ash, "tell_experience", same, title="The file"))


def test_a_flood_is_told_to_wait_and_hinders_no_other_seat(service: Service, place: Place) -> None:
    ash, birch = seated(service, place, "Ash"), seated(service, place, "Birch")
    answers = [service.command(place, ash, None) for _ in range(BURST + 5)]
    assert [code_of(answer) for answer in answers[:BURST]] == ["bad_request"] * BURST
    assert answers[-1] == Refused("too_many", temporary=True)
    accepted(sends(service, place, birch, "raise_hand", command_id()))


def test_everything_may_be_asked_for_again_but_not_for_ever(service: Service) -> None:
    read = [service.may_read("ash") for _ in range(100)]
    assert read[:30] == [True] * 30
    assert not read[-1]
    assert service.may_read("birch")


def test_while_it_drains_nothing_new_is_taken_and_everything_may_be_sent_again(service: Service, place: Place) -> None:
    service.draining = True
    answer = sends(service, place, place.room.committed.facilitator, "close_door", command_id())
    assert answer == Refused("server_error", temporary=True)


@pytest.mark.parametrize("unknown", ["0" * 20, "garbage", "", "\x00", "\u202e", "x" * 5_000])
def test_asking_for_a_dialogue_that_is_not_there_leaves_nothing_behind(service: Service, unknown: str) -> None:
    assert service.rooms.place(DialogueId(unknown)) is None
    storage = service.rooms.storage
    with pytest.raises(KeyGone):
        storage.thread.call(storage.keys.sealer, unknown)


def test_a_dialogue_whose_key_was_destroyed_is_not_there_any_more(tmp_path: Path) -> None:
    with served(tmp_path / "again") as first:
        known = begun(first).room.id
    storage = open_storage(tmp_path / "again")
    storage.destroy_key(known)
    storage.close()
    with served(tmp_path / "again") as second:
        assert second.rooms.place(known) is None


def test_a_place_is_made_once_however_many_come_at_the_same_time(service: Service, place: Place) -> None:
    dialogue = service.rooms.begin(DRAFT, "account")
    assert isinstance(dialogue, str)
    with ThreadPoolExecutor(8) as people:
        found = list(people.map(service.rooms.place, [dialogue] * 8))
    assert found[0] is not None
    assert all(known is found[0] for known in found)
    assert found[0] is not place


def test_a_name_that_cannot_be_is_refused_at_the_door_and_gives_no_token(service: Service, place: Place) -> None:
    accepted(service.admit(place, command_id(), "Ash", Role.PARTICIPANT)[0])
    names = {
        "Ash": "name_taken",
        "ａｓｈ": "name_taken",
        "Аsh": "name_taken",
        "Facilitator": "name_reserved",
        "": "empty",
    }
    names |= {"\u202eAsh": "bad_character", "\ud800": "bad_character", "x" * 41: "too_long", "\u200b": "empty"}
    for name, code in names.items():
        answer, token = service.admit(place, command_id(), name, Role.PARTICIPANT)
        assert code_of(answer) == code, name
        assert service.rooms.storage.doors.seat_of(token, now_ms()) is None
    assert code_of(service.admit(place, command_id(), "Fir", Role.FACILITATOR)[0]) == "not_allowed"


def test_the_token_is_new_each_time_and_a_closed_door_gives_none(service: Service, place: Place) -> None:
    join = command_id()
    (first, one), (second, other) = (service.admit(place, join, "Ash", Role.PARTICIPANT) for _ in range(2))
    assert isinstance(first, Accepted)
    assert first == second
    assert one != other
    accepted(sends(service, place, place.room.committed.facilitator, "close_door", command_id()))
    assert code_of(service.admit(place, command_id(), "Birch", Role.PARTICIPANT)[0]) == "door_closed"
