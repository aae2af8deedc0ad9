"""What is told of an evaluation: one form, never mixed, and how long devices were used, as the group's median."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue.vocabulary import Audience, SeatId
from sessions.rooms.credentials import Who
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from sessions.rooms.transcripts import BREATH, transcript_of
from tests.sessions.rooms.given import accepted, ask, begun, code_of, seated, served


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with served(tmp_path) as opened:
        yield opened


class Evening:
    """A dialogue at its evaluation, with some people."""

    def __init__(self, service: Service, people: int) -> None:
        self.service, self.place = service, begun(service)
        self.lead = self.place.room.committed.facilitator
        self.people: list[SeatId] = [seated(service, self.place, f"Person {number}") for number in range(people)]
        self.does(self.lead, "move_to_stage", stage="evaluation")

    def does(self, by: SeatId, kind: str, **data: object) -> None:
        """A command that is taken."""
        accepted(ask(self.place.room, by, kind, **data))

    def closes(self) -> None:
        """The end."""
        self.does(self.lead, "move_to_stage", stage="closing")
        self.does(self.lead, "close_dialogue")

    def told(self, audience: Audience = Audience.FACILITATOR) -> dict[str, object] | None:
        """The results as this audience reads them."""
        made = transcript_of(self.service.rooms.storage, self.place, Who(audience, self.lead))
        found: dict[str, object] | None = made["evaluation"]
        return found


@pytest.mark.parametrize(
    ("option", "form", "items"),
    [
        (None, "three_items", 3),
        ("five_item_evaluation", "five_items", 5),
        ("seven_item_evaluation", "seven_items", 7),
    ],
)
def test_the_form_of_the_dialogue_is_told_with_all_its_items(
    service: Service, option: str | None, form: str, items: int
) -> None:
    evening = Evening(service, 5)
    if option:
        evening.does(evening.lead, "switch_option", option=option, on=True)
    for person in evening.people:
        evening.does(person, "answer_evaluation", items={"spoke_freely": 5}, open_word="Good.")
    assert evening.told() is None  # while it goes on
    evening.closes()
    told = evening.told()
    assert told is not None
    assert (told["form"], len(told["items"])) == (form, items)  # type: ignore[arg-type]
    assert told["items"]["spoke_freely"] == {"low": "few", "middle": "few", "high": "most"}  # type: ignore[index]
    assert told["open_words"] == ["Good."] * 5
    read_along = evening.told(Audience.PARTICIPANT)
    assert read_along is not None
    assert read_along["open_words"] == []


@pytest.mark.parametrize(("devices", "minutes"), [(4, None), (5, 3)])
def test_screen_time_is_told_to_everyone_from_the_threshold_on(
    service: Service, devices: int, minutes: int | None
) -> None:
    evening = Evening(service, 5)
    for person, seconds in zip(evening.people[:devices], (40, 100, 190, 400, 86_400), strict=False):
        evening.does(person, "report_screen_time", seconds=seconds)
    assert code_of(ask(evening.place.room, evening.lead, "report_screen_time", seconds=1)) == "not_allowed"
    evening.closes()
    for audience in (Audience.FACILITATOR, Audience.PARTICIPANT, Audience.OBSERVER):
        told = evening.told(audience)
        assert told is not None
        assert told["screen_minutes"] == minutes
        assert told["form"] == "three_items"


def test_the_facilitators_own_form_stands_in_her_slice_and_in_no_result(service: Service) -> None:
    evening = Evening(service, 5)
    evening.does(evening.lead, "reflect_on_leading", items={"helped_me_think": 9}, open_word="I talked too much.")
    place: Place = evening.place
    own = place.streams.snapshot(Audience.FACILITATOR, evening.lead)["me"]
    assert own["reflection"] == {"items": {"helped_me_think": 9}, "open_word": "I talked too much."}
    assert "talked too much" not in str(place.streams.snapshot(Audience.FACILITATOR, None))
    evening.closes()
    told = evening.told()
    assert told is not None
    assert told["items"]["helped_me_think"]["high"] == "too_few"  # type: ignore[index]
    assert "talked too much" not in str(told)


def test_others_are_served_while_a_long_record_is_read(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    evening, gave_way = Evening(service, 40), list[float]()
    monkeypatch.setattr("sessions.rooms.transcripts.runtime.sleep", gave_way.append)
    evening.told()
    events = len(service.rooms.storage.load(evening.place.room.id))
    assert len(gave_way) == events // BREATH > 0
