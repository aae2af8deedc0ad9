"""The write path: decided on the head, shown from what is on disk, the same id answered the same."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dialogue.vocabulary import Audience, ItemId, Role, SeatId
from sessions.rooms.answers import Accepted
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from tests.sessions.rooms.given import accepted, ask, begun, code_of, command_id, seated, served


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with served(tmp_path) as opened:
        yield opened


@pytest.fixture
def place(service: Service) -> Place:
    return begun(service)


def test_the_same_command_id_gives_the_same_answer_and_one_row(service: Service, place: Place) -> None:
    ash, same = seated(service, place, "Ash"), command_id()
    accepted(ask(place.room, place.room.committed.facilitator, "move_to_stage", stage="experiences"))
    before = len(service.rooms.storage.load(place.room.id))
    first = ask(place.room, ash, "tell_experience", same, title="The file")
    again = ask(place.room, ash, "tell_experience", same, title="The file")
    assert first == again
    assert len(service.rooms.storage.load(place.room.id)) == before + 1


def test_the_same_id_with_another_body_is_a_conflict_and_changes_nothing(service: Service, place: Place) -> None:
    ash, same = seated(service, place, "Ash"), command_id()
    accepted(ask(place.room, ash, "raise_hand", same))
    state = place.room.committed
    assert code_of(ask(place.room, ash, "raise_hand", same, reason="lost_thread")) == "idempotency_conflict"
    assert place.room.committed is state


def test_the_same_id_from_another_seat_is_another_command(service: Service, place: Place) -> None:
    ash, birch, same = seated(service, place, "Ash"), seated(service, place, "Birch"), command_id()
    accepted(ask(place.room, ash, "raise_hand", same))
    accepted(ask(place.room, birch, "raise_hand", same))
    assert set(place.room.committed.hands) == {ash, birch}


def test_accepted_ids_are_known_after_a_restart(tmp_path: Path) -> None:
    same = command_id()
    with served(tmp_path) as service:
        place = begun(service)
        ash = seated(service, place, "Ash")
        accepted(ask(place.room, place.room.committed.facilitator, "move_to_stage", stage="experiences"))
        first = accepted(ask(place.room, ash, "tell_experience", same, title="The file"))
    with served(tmp_path) as service:
        place_again = service.rooms.place(place.room.id)
        assert place_again is not None
        assert accepted(ask(place_again.room, ash, "tell_experience", same, title="The file")) == first
        assert code_of(ask(place_again.room, ash, "tell_experience", same, title="Other")) == "idempotency_conflict"
        assert len(place_again.room.committed.experiences) == 1


def test_a_failed_commit_shows_nothing_and_the_room_goes_on(service: Service, place: Place) -> None:
    ash = seated(service, place, "Ash")
    other = begun(service)
    broken = [True]

    def fault(where: str, dialogue: str) -> None:
        if where == "part" and dialogue == place.room.id and broken:
            raise OSError("planted")

    service.rooms.storage.log.fault = fault
    shown = place.streams.snapshot(Audience.PARTICIPANT, ash)
    assert code_of(ask(place.room, ash, "raise_hand")) == "try_again"
    assert not place.room.committed.hands
    assert list(place.streams.advance()) == []
    assert place.streams.snapshot(Audience.PARTICIPANT, ash) == shown
    accepted(ask(other.room, other.room.committed.facilitator, "seat_someone", pseudonym="Elm"))
    broken.clear()
    _until_taken(place, ash)
    assert set(place.room.committed.hands) == {ash}


def _until_taken(place: Place, seat: SeatId) -> None:
    pause = threading.Event()
    for _ in range(50):
        if isinstance(ask(place.room, seat, "raise_hand"), Accepted):
            return
        pause.wait(0.05)
    pytest.fail("the room did not recover")


def test_a_refusal_that_rested_on_a_commit_that_failed_is_decided_anew(service: Service, place: Place) -> None:
    """The door closes, the commit fails: whoever was refused meanwhile is let in after all."""
    fail = threading.Event()
    reached, go_on = threading.Event(), threading.Event()

    def fault(where: str, dialogue: str) -> None:
        if where == "part" and fail.is_set():
            reached.set()
            go_on.wait(10)
            raise OSError("planted")

    service.rooms.storage.log.fault = fault
    fail.set()
    with ThreadPoolExecutor() as people:
        closing = people.submit(ask, place.room, place.room.committed.facilitator, "close_door")
        assert reached.wait(10)
        joining = people.submit(service.admit, place, command_id(), "Late", Role.PARTICIPANT)
        threading.Event().wait(0.2)
        go_on.set()
        assert code_of(closing.result()) == "try_again"
        fail.clear()
        answer, _token = joining.result()
    assert code_of(answer) in {None, "try_again"}
    assert place.room.committed.code is not None


def test_many_at_once_keep_their_order_and_leave_no_gap(service: Service, place: Place) -> None:
    seats = [seated(service, place, f"Person {number}") for number in range(8)]
    accepted(ask(place.room, place.room.committed.facilitator, "move_to_stage", stage="experiences"))

    def tell(seat: SeatId) -> list[str]:
        return [accepted(ask(place.room, seat, "tell_experience", title=f"{n}")) for n in range(10)]

    with ThreadPoolExecutor(8) as people:
        told = list(people.map(tell, seats))
    rows = service.rooms.storage.load(place.room.id)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    for receipts in told:
        numbers = [place.room.committed.experiences[ItemId(receipt)].number for receipt in receipts]
        assert numbers == sorted(numbers)
    assert len(place.room.committed.experiences) == 80


def test_an_evaluation_sent_twice_is_counted_once_and_named_nowhere(tmp_path: Path) -> None:
    same = command_id()
    with served(tmp_path) as service:
        place = begun(service)
        ash = seated(service, place, "Ash")
        accepted(ask(place.room, place.room.committed.facilitator, "move_to_stage", stage="evaluation"))
        answers = {"items": {"helped_me_think": 8}, "open_word": "The file stays with me."}
        accepted(ask(place.room, ash, "answer_evaluation", same, **answers))
        accepted(ask(place.room, ash, "answer_evaluation", same, **answers))
        assert code_of(ask(place.room, ash, "answer_evaluation", **answers)) == "already_answered"
        storage = service.rooms.storage
        assert len(storage.ballots(place.room.id, "three_items")) == 1
        assert (ash, same) not in storage.receipts(place.room.id)
        assert all("items" not in row.data for row in storage.load(place.room.id))
    with served(tmp_path) as service:
        again = service.rooms.place(place.room.id)
        assert again is not None
        accepted(ask(again.room, ash, "answer_evaluation", same, **answers))
        assert len(service.rooms.storage.ballots(place.room.id, "three_items")) == 1


def test_an_anonymous_call_happens_once_whatever_became_of_it_and_has_no_caller(tmp_path: Path) -> None:
    same = command_id()
    with served(tmp_path) as service:
        place = begun(service)
        ash, lead = seated(service, place, "Ash"), place.room.committed.facilitator
        first = ask(place.room, ash, "call_meta", same)
        assert ask(place.room, ash, "call_meta", same) == first
        assert code_of(ask(place.room, ash, "call_meta")) == "meta_already_called"
        accepted(ask(place.room, lead, "end_meta", what_we_change="Shorter turns."))
        assert ask(place.room, ash, "call_meta", same) == first  # what was lost was only the answer
        assert len(place.room.committed.metas) == 1
        storage = service.rooms.storage
        assert (ash, same) not in storage.receipts(place.room.id)
        calls = [row for row in storage.load(place.room.id) if row.type.startswith("meta_")]
        assert len(calls) == 3
        assert all(ash not in str(row) for row in calls)
    with served(tmp_path) as service:
        again = service.rooms.place(place.room.id)
        assert again is not None
        assert ask(again.room, ash, "call_meta", same) == first
        assert len(again.room.committed.metas) == 1


def test_a_named_call_keeps_its_receipt(service: Service, place: Place) -> None:
    ash, same = seated(service, place, "Ash"), command_id()
    meta = accepted(ask(place.room, ash, "call_meta", same, named=True))
    assert accepted(ask(place.room, ash, "call_meta", same, named=True)) == meta
    assert ItemId(meta) in place.room.committed.metas
    assert code_of(ask(place.room, ash, "call_meta", same)) == "idempotency_conflict"


def test_how_long_a_device_was_looked_at_is_stored_apart_from_whose_it_is(service: Service, place: Place) -> None:
    ash, same = seated(service, place, "Ash"), command_id()
    accepted(ask(place.room, place.room.committed.facilitator, "move_to_stage", stage="evaluation"))
    accepted(ask(place.room, ash, "report_screen_time", same, seconds=271))
    accepted(ask(place.room, ash, "report_screen_time", same, seconds=271))
    assert code_of(ask(place.room, ash, "report_screen_time", seconds=271)) == "already_answered"
    storage = service.rooms.storage
    assert [json.loads(body)["items"] for body in storage.ballots(place.room.id, "screen_time")] == [{"seconds": 271}]
    assert (ash, same) not in storage.receipts(place.room.id)
    reported = [row for row in storage.load(place.room.id) if row.type == "screen_time_reported"]
    assert len(reported) == 1
    assert "271" not in str((reported[0].data, reported[0].words))


def test_a_sheet_of_paper_entered_twice_by_a_lost_answer_counts_once(service: Service, place: Place) -> None:
    lead, same = place.room.committed.facilitator, command_id()
    for name in ("Elm", "Oak"):
        accepted(ask(place.room, lead, "seat_someone", pseudonym=name))
    accepted(ask(place.room, lead, "move_to_stage", stage="evaluation"))
    sheet = {"items": {"helped_me_think": 8}, "on_paper": True}
    accepted(ask(place.room, lead, "answer_evaluation", same, **sheet))
    accepted(ask(place.room, lead, "answer_evaluation", same, **sheet))
    assert len(place.room.committed.evaluated) == 1
    accepted(ask(place.room, lead, "answer_evaluation", **sheet))
    assert len(service.rooms.storage.ballots(place.room.id, "three_items")) == 2


def test_slips_get_numbers_that_nobody_chose_and_no_two_are_alike(service: Service, place: Place) -> None:
    lead = place.room.committed.facilitator
    accepted(ask(place.room, lead, "print_slips", count=40))
    accepted(ask(place.room, lead, "print_slips", count=20))
    slips = [seat for seat in place.room.committed.seats.values() if seat.role is Role.SLIP]
    numbers = [seat.pseudonym for seat in slips]
    assert len(set(numbers)) == 60
    assert all(len(number) == 4 and number.isdecimal() for number in numbers)
    assert numbers != sorted(numbers)
    for count in (1, 0, -5, 10**9):
        assert code_of(ask(place.room, lead, "print_slips", count=count)) == "too_many_slips"


def test_a_sitting_that_ends_closes_the_door_on_disk_too(service: Service, place: Place) -> None:
    code = place.room.committed.code
    assert code is not None
    accepted(ask(place.room, place.room.committed.facilitator, "end_sitting"))
    assert service.rooms.storage.doors.behind(code) is None
    assert place.room.committed.code is None


def test_a_seat_is_given_once_for_one_form(service: Service, place: Place) -> None:
    join = command_id()
    role = Role.PARTICIPANT
    first, token = service.admit(place, join, "Ash", role)
    second, other = service.admit(place, join, "Ash", role)
    assert first == second
    doors = service.rooms.storage.doors
    assert doors.seat_of(token, now_ms()) == doors.seat_of(other, now_ms()) is not None
    assert len(place.room.committed.group()) == 1


def test_a_removed_seat_has_no_token_any_more(service: Service, place: Place) -> None:
    answer, token = service.admit(place, command_id(), "Ash", Role.PARTICIPANT)
    ash = accepted(answer)
    accepted(ask(place.room, place.room.committed.facilitator, "remove_seat", seat=ash))
    assert service.rooms.storage.doors.seat_of(token, now_ms()) is None
    assert code_of(ask(place.room, SeatId(ash), "raise_hand")) == "seat_gone"
