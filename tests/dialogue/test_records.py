"""Events as they are stored: sealed words apart, declared names and versions, words that were erased."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest

from dialogue import events as happened
from dialogue.events import Event
from dialogue.records import EVENT_TYPES, from_record, sealed_fields, to_record, type_name
from dialogue.vocabulary import (
    DoorMode,
    ItemId,
    Observed,
    OutcomeKind,
    Position,
    Remainder,
    Role,
    SeatId,
    Seen,
    TestResult,
    Words,
)
from tests.dialogue.scene import Scene
from tests.dialogue.standing import round_trip

EVENTS: tuple[type[Event], ...] = get_args(Event)


def test_every_event_has_a_declared_name_of_its_own() -> None:
    assert set(EVENT_TYPES.values()) == set(EVENTS)
    assert type_name(happened.ExperienceTold) == "experience_told"


CHOICES: dict[type[Event], set[str]] = {
    happened.ExperiencesMarked: {"experiences"},
    happened.SentencesPointedAt: {"sentences"},
    happened.LeadingReflectedOn: {"items"},
    happened.ReleaseAnswered: {"kept_back", "agreed", "fewer_days"},
}


@pytest.mark.parametrize("kind", EVENTS, ids=type_name)
def test_words_and_personal_choices_are_sealed(kind: Any) -> None:
    hints = get_type_hints(kind)
    words = {field.name for field in fields(kind) if hints[field.name] is Words}
    choices = {"not_for_examination", "confirms", "has", "stance"} & set(hints)
    choices |= CHOICES.get(kind, set())
    assert sealed_fields(kind) == words | choices


S, W = SeatId("seat"), SeatId("writer")
SUBJECTS: list[tuple[Event, str]] = [
    (happened.SentenceWritten(ItemId("s"), ItemId("e"), "1", 1.0, Words("told"), S, W), "s"),
    (happened.RemainderVoiced(ItemId("k"), 1, ItemId("a"), Remainder.DISSENT, Words("no"), S, W, False), "k"),
    (happened.OutcomeProposed(ItemId("o"), OutcomeKind.OPEN, ItemId("a"), Words("whose?"), S, W), "o"),
    (happened.PassageWorded(ItemId("a"), Words("elsewhere"), W), "a"),
    (happened.OutcomeAnswered(S, ItemId("o"), False, Words("too soon")), "o"),
    (happened.DoubtRaised(ItemId("d"), 1, ItemId("s"), ItemId("e"), Words("really?"), S, W, True), "d"),
    (happened.DoubtClosed(ItemId("d"), Words("yes")), "d"),
    (happened.AnswerWorded(ItemId("a"), 1, Words("when"), (ItemId("s"),), S, W), "a"),
    (happened.ExperienceTold(ItemId("e"), 1, Words("title"), S, W, True, Words("account")), "e"),
    (happened.NarratorAsked(ItemId("e"), Words("why")), "e"),
    (happened.SentenceCorrected(ItemId("s"), Words("told")), "s"),
    (happened.QuestionWorded(ItemId("q"), 1, Words("what"), S, W), "q"),
    (happened.QuestionChosen(ItemId("q"), Words("it matters")), "q"),
    (happened.HasExperienceMarked(S, ItemId("q"), True), "q"),
    (happened.AccountWritten(ItemId("e"), Words("long")), "e"),
    (happened.ChoiceReasonGiven(ItemId("c"), 1, ItemId("e"), Words("I know it"), S, W), "c"),
    (happened.FactAsked(ItemId("f"), 1, ItemId("s"), Words("who?"), S, W, False), "f"),
    (happened.PositionTaken(ItemId("p"), S, ItemId("a"), Position.DISAGREE, Words("no"), False), "p"),
    (
        happened.AnswerTested(ItemId("t"), 1, ItemId("a"), ItemId("e"), TestResult.HOLDS, None, Words("it does"), S, W),
        "t",
    ),
    (happened.MetaNoteWritten(ItemId("n"), 1, ItemId("m"), Words("we interrupt"), S, W), "n"),
    (happened.MetaEnded(ItemId("m"), Words("each one finishes"), True), "m"),
    (happened.NoteSent(ItemId("n"), 1, Words("a break"), S, W, True), "n"),
    (happened.ObservationNoted(ItemId("b"), 1, Observed.QUESTION_HELD, Seen.CLEARLY, Words("yes"), S, W), "b"),
]


@pytest.mark.parametrize(("event", "subject"), SUBJECTS, ids=lambda value: type(value).__name__)
def test_words_belong_to_the_thing_whose_withdrawal_erases_them(event: Event, subject: str) -> None:
    assert round_trip(event).item == subject


def test_a_withdrawal_erases_and_names_nobody() -> None:
    record = to_record(happened.ItemWithdrawn(ItemId("e")))
    assert (record.erases, record.words, record.data) == (("e",), {}, {"item": "e"})


@pytest.mark.parametrize("kind", EVENTS, ids=type_name)
def test_an_event_whose_words_were_erased_still_reads(kind: type[Event]) -> None:
    examples = [event for event in _everything() if type(event) is kind]
    for event in examples:
        record = to_record(event)
        erased = from_record(record.type, record.v, record.data, {})
        for field in sealed_fields(kind):
            assert not getattr(erased, field)
        assert to_record(erased).data == record.data


def test_a_type_that_this_version_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError):
        from_record("coffee_served", 1, {}, {})


OLD: list[tuple[str, int, dict[str, Any], dict[str, str], Event]] = [
    (
        "door_opened",
        1,
        {},
        {"code": "K7F4-M2QX"},
        happened.DoorOpened(Words("K7F4-M2QX"), DoorMode.OPEN, latecomers_knock=False),
    ),
    (
        "seat_taken",
        1,
        {"seat": "s", "role": "participant", "device": True},
        {"pseudonym": "Ash"},
        happened.SeatTaken(SeatId("s"), Role.PARTICIPANT, Words("Ash"), True, leads_others=False, shared=False),
    ),
    (
        "seat_taken",
        2,
        {"seat": "s", "role": "observer", "device": True, "leads_others": True},
        {"pseudonym": "Ash"},
        happened.SeatTaken(SeatId("s"), Role.OBSERVER, Words("Ash"), True, leads_others=True, shared=False),
    ),
]


@pytest.mark.parametrize(("type_", "v", "data", "words", "event"), OLD)
def test_what_was_stored_before_the_door_could_be_guarded_reads_as_it_was_meant(
    type_: str, v: int, data: dict[str, Any], words: dict[str, str], event: Event
) -> None:
    assert from_record(type_, v, data, words) == event


@cache
def _everything() -> list[Event]:
    scene = Scene().whole()
    scene.bela.doubts(scene.core, "Was it safe?")
    return [*scene.room.happened, *(event for event, _ in SUBJECTS)]
