"""Private notes to the facilitator, and what an observer saw."""

from __future__ import annotations

from dialogue import commands as ask
from dialogue.vocabulary import Audience, Observed, Seen
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings

WORDS = "I would like a break."


def test_a_note_goes_to_those_who_lead_and_to_nobody_else() -> None:
    scene = Scene()
    note = scene.alice.sends_note(WORDS)
    for audience in Audience:
        view = scene.room.view(audience)
        assert (WORDS in strings(view)) == (audience is Audience.FACILITATOR)
        assert set(view["notes"]) == ({note} if audience is Audience.FACILITATOR else set())
    assert WORDS not in strings(scene.bela.me)


def test_an_unsigned_note_has_no_name_in_any_view_but_ones_own() -> None:
    notes = []
    for who in ("alice", "bela", "mentor"):
        scene = Scene()
        note = getattr(scene, who).sends_note(WORDS)
        notes.append(scene.room.view(Audience.FACILITATOR)["notes"])
        assert notes[-1] == {note: {"number": 1, "text": WORDS, "read": False}}
        assert getattr(scene, who).me["own"][note]["text"] == WORDS
        assert note not in scene.lead.me["own"]
    assert notes[0] == notes[1] == notes[2], "whoever wrote it, it reads the same"


def test_a_signed_note_bears_the_name_until_it_is_withdrawn() -> None:
    scene = Scene()
    note = scene.alice.sends_note(WORDS, signed=True)
    assert scene.room.view(Audience.FACILITATOR)["notes"][note]["signature"] == "Alice"
    with scene.room.refuses("not_yours"):
        scene.lead.strikes(note)
    scene.alice.withdraws(note)
    assert scene.room.view(Audience.FACILITATOR)["notes"] == {}
    assert scene.room.state.notes[note].signature is None
    log = scene.room.log
    assert WORDS not in {word for record, _ in log.records for word in log.words(record).values()}


def test_the_writer_is_told_that_it_was_read() -> None:
    scene = Scene()
    note = scene.alice.sends_note(WORDS)
    assert scene.alice.me["own"][note]["read"] is False
    with scene.room.refuses("not_allowed"):
        scene.bela.asks(ask.AcknowledgeNote(note))
    scene.lead.acknowledges(note)
    assert scene.alice.me["own"][note]["read"] is True
    scene.lead.acknowledges(note)
    assert scene.room.last.events == ()
    scene.alice.withdraws(note)
    with scene.room.refuses("unknown_item", "note"):
        scene.lead.acknowledges(note)


def test_a_note_is_sent_whenever_one_needs_to() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    scene.alice.sends_note(WORDS)
    scene.lead.ends_meta("Each one finishes.")
    scene.lead.ends_sitting()
    scene.alice.sends_note("I can't come on Tuesday.")
    assert len(scene.room.view(Audience.FACILITATOR)["notes"]) == 2
    with scene.room.refuses("not_allowed"):
        scene.lead.sends_note("To myself.")
    with scene.room.refuses("empty", "text"):
        scene.alice.sends_note(" ")


def test_what_an_observer_saw_goes_to_those_who_lead() -> None:
    scene = Scene()
    seen = scene.mentor.observes("question_held", "partly", "It was lost once, at the judgement.")
    told = {"number": 1, "text": "It was lost once, at the judgement.", "point": "question_held", "seen": "partly"}
    for audience in Audience:
        expected = {seen: told} if audience is Audience.FACILITATOR else {}
        assert scene.room.view(audience)["observations"] == expected
    own = scene.mentor.me["own"][seen]
    assert (own["point"], own["seen"]) == ("question_held", "partly")


def test_a_later_look_at_the_same_point_takes_the_place_of_the_earlier_one() -> None:
    scene = Scene()
    second = scene.room.observer("Second")
    first = scene.mentor.observes("question_held", "not_yet")
    other_point = scene.mentor.observes("safety_kept", "clearly")
    other_eyes = second.observes("question_held", "clearly")
    again = scene.mentor.observes("question_held", "partly")
    assert set(scene.room.view(Audience.FACILITATOR)["observations"]) == {other_point, other_eyes, again}
    assert scene.room.state.observations[first].seen is Seen.NOT_YET, "nothing is deleted"


def test_the_whole_checklist_can_be_noted_and_only_by_observers() -> None:
    scene = Scene()
    for point in Observed:
        scene.mentor.observes(point.value, "clearly")
    observations = scene.room.view(Audience.FACILITATOR)["observations"].values()
    assert {noted["point"] for noted in observations} == {point.value for point in Observed}
    for person in (scene.alice, scene.lead, scene.room.co_facilitator("Cora")):
        with scene.room.refuses("not_allowed"):
            person.asks(ask.NoteObservation(Observed.SAFETY_KEPT, Seen.CLEARLY))


def test_an_observer_takes_back_what_was_noted_and_the_facilitator_does_not() -> None:
    scene = Scene()
    noted = scene.mentor.observes("safety_kept", "not_yet", "He was laughed at.")
    with scene.room.refuses("not_yours"):
        scene.lead.strikes(noted)
    with scene.room.refuses("not_yours"):
        scene.lead.withdraws(noted)
    scene.mentor.withdraws(noted)
    assert scene.room.view(Audience.FACILITATOR)["observations"] == {}
