"""A release is stored with the event that says so, sealed under the organisation's key, and outlives its dialogue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue.vocabulary import SeatId
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from tests.sessions.rooms.given import accepted, ask, begun, opened, seated, served

QUESTION = "When is trust right?"
ANSWER = "A canary answer, when it was earned."
STORY = "A canary story of the gate"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with served(tmp_path / "data") as running:
        yield running


def laid_before(service: Service, people: int = 5) -> tuple[Place, list[SeatId]]:
    """A dialogue whose result lies before the group, and everyone has seen it."""
    place = begun(service)
    seats = [seated(service, place, f"Person {number}") for number in range(people)]
    lead = place.room.committed.facilitator
    accepted(ask(place.room, lead, "move_to_stage", stage="experiences"))
    accepted(ask(place.room, seats[0], "tell_experience", title=STORY))
    accepted(ask(place.room, lead, "move_to_stage", stage="consensus"))
    accepted(ask(place.room, lead, "word_answer", text=ANSWER))
    accepted(ask(place.room, lead, "propose_outcome", kind="open"))
    accepted(ask(place.room, lead, "settle_outcome"))
    accepted(ask(place.room, lead, "move_to_stage", stage="closing"))
    for number, seat in enumerate(seats):
        items = {"helped_me_think": 2 + number, "spoke_freely": 5}
        accepted(ask(place.room, seat, "answer_evaluation", items=items, open_word="canary"))
    accepted(ask(place.room, lead, "open_release", days=0))
    for seat in seats:
        accepted(ask(place.room, seat, "answer_release", fewer_days=True))
    service.end_objections(place)
    return place, seats


def test_what_left_is_kept_with_its_event_and_what_counts_of_it_beside(service: Service) -> None:
    place, _seats = laid_before(service)
    releases = service.rooms.storage.releases
    assert releases.of(place.room.id) is None
    accepted(ask(place.room, place.room.committed.facilitator, "release_result"))
    kept = releases.of(place.room.id)
    assert kept is not None
    assert releases.all() == (kept,)
    told, counted = json.loads(kept.result), json.loads(kept.counted)
    assert (told["question"], told["answer"], told["outcome"]) == (QUESTION, ANSWER, "open")
    assert counted["people"] == 5
    assert counted["answers"]["spoke_freely"] == {"low": 0, "middle": 0, "high": 5}
    assert sum(counted["answers"]["helped_me_think"].values()) == 5
    assert sum(counted["answers"]["will_change"].values()) == 0
    for hidden in (STORY, "canary story", place.room.id, "Person", "open_word"):
        assert hidden not in kept.result + kept.counted


def test_neither_its_words_nor_its_dialogue_stand_in_the_files(tmp_path: Path) -> None:
    with served(tmp_path / "data") as service:
        place, _seats = laid_before(service)
        accepted(ask(place.room, place.room.committed.facilitator, "release_result"))
    files = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file())
    for word in (ANSWER, QUESTION, "spoke_freely"):
        assert word.encode() not in files


def test_it_outlives_the_key_of_its_dialogue_and_is_the_same_after_a_restart(tmp_path: Path) -> None:
    with served(tmp_path / "data") as service:
        place, _seats = laid_before(service)
        accepted(ask(place.room, place.room.committed.facilitator, "release_result"))
        before = service.rooms.storage.releases.all()
        service.rooms.storage.destroy_key(place.room.id)
    storage = opened(tmp_path / "data")
    try:
        assert storage.releases.all() == before
    finally:
        storage.close()


def test_a_release_that_can_not_be_stored_did_not_happen(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    place, _seats = laid_before(service)

    def broken(*_: object) -> str:
        raise OSError("disk full")

    monkeypatch.setattr("sessions.storage.releases._place_of", broken)
    lead = place.room.committed.facilitator
    assert getattr(ask(place.room, lead, "release_result"), "code", None) == "try_again"
    assert not place.room.committed.closed
    monkeypatch.undo()
    for _ in range(50):  # the room folds again from what is on disk
        if getattr(ask(place.room, lead, "release_result"), "code", None) is None:
            break
    assert service.rooms.storage.releases.of(place.room.id) is not None
