"""Which words are in a package: what everyone reads in the archive, and no choice, no name, no secret."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from dialogue import commands as ask
from dialogue.archive import Header, Opened, commitment, first_link
from dialogue.archive.checking import checked
from dialogue.archive.choosing import Opening, Wanted, chosen_words
from dialogue.archive.contents import ERASED, LEFT_OUT, Word
from dialogue.archive.outcome import outcome_text
from dialogue.archive.package import head_of, sealed_package
from dialogue.records import EVENT_TYPES, sealed_fields, to_record, words_fields
from dialogue.transcript import transcript
from dialogue.vocabulary import ItemId, Observed, Position, Seen, Words
from tests.cast import Room
from tests.dialogue.archive.given import KEY, PUBLIC
from tests.dialogue.scene import Scene
from tests.journeys.in_the_rules import Played

ALL = Wanted(words=True, stories=True)
MATTER = Wanted(words=True)


def openings(room: Room) -> list[Opening]:
    """The room's record as storage would open it: what was withdrawn has no words any more."""
    gone: set[str] = set()
    for event in room.happened:
        gone |= set(to_record(event).erases)
    prev, made = first_link("d1"), []
    for seq, event in enumerate(room.happened, 1):
        record = to_record(event)
        opened = {name: Opened(seq.to_bytes(16, "big"), text) for name, text in record.words.items()}
        header = Header(seq, record.type, record.v, "2026-09-21", {n: commitment(o) for n, o in opened.items()}, prev)
        prev = header.link()
        made.append(Opening(header, {} if record.item in gone else opened, record.item))
    return made


def words(room: Room, wanted: Wanted) -> list[Word]:
    return list(chosen_words(openings(room), room.state, transcript(room.log.events()), wanted))


def texts(room: Room, wanted: Wanted) -> set[str]:
    return {word.text for word in words(room, wanted) if not word.absent}


def absent(room: Room, text: str, wanted: Wanted = ALL) -> set[str]:
    """Why this text is not there, wherever it was written."""
    written = {
        (opening.header.seq, name)
        for opening, event in zip(openings(room), room.happened, strict=True)
        for name, said in to_record(event).words.items()
        if said == text
    }
    assert written
    return {word.absent for word in words(room, wanted) if (word.seq, word.field) in written}


@pytest.fixture(scope="module", params=["trust", "speaking-up"])
def played(request: pytest.FixtureRequest) -> Room:
    return Played(request.param).to_the_end().room


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def test_every_promised_field_has_its_line_whatever_is_wanted(played: Room) -> None:
    promised = [(o.header.seq, name) for o in openings(played) for name in o.header.commitments]
    for wanted in (Wanted(), MATTER, ALL):
        assert sorted((word.seq, word.field) for word in words(played, wanted)) == sorted(promised)


def test_unless_they_are_wanted_there_are_no_words_at_all(played: Room) -> None:
    assert texts(played, Wanted()) == set()
    assert texts(played, Wanted(stories=True)) == set()
    assert {word.absent for word in words(played, Wanted())} <= {ERASED, LEFT_OUT}


def test_words_that_are_wanted_are_those_that_the_archive_shows(played: Room) -> None:
    made = transcript(played.log.events())
    frame = {played.state.title, played.state.rules, played.state.limits, played.state.purpose}
    assert texts(played, ALL) <= set(strings(made)) | frame | {""}
    answers = {entry["text"] for part in made["sections"] for entry in part["entries"] if entry["kind"] == "answer"}
    assert answers
    assert answers <= texts(played, MATTER)


def test_stories_are_in_it_only_where_they_are_wanted(played: Room) -> None:
    state = played.state
    stories = {one.text for one in [*state.sentences.values(), *state.experiences.values()] if one.up}
    stories |= {test.text for test in state.tests.values() if test.up and test.text}
    assert stories <= texts(played, ALL)
    assert not stories & texts(played, MATTER)
    made = transcript(played.log.events())
    assert not any(story in outcome_text(made, stories=False) for story in stories)


def test_nobodys_name_and_no_choice_is_in_it(played: Room) -> None:
    names = {seat.pseudonym for seat in played.state.seats.values()}
    made = transcript(played.log.events())
    for said in (*texts(played, ALL), outcome_text(made, stories=True)):
        assert not [name for name in names if name in said.split()]
    choices = {
        (seq, name)
        for seq, event in enumerate(played.happened, 1)
        for name in sealed_fields(type(event)) - words_fields(type(event))
    }
    assert choices
    assert {word.absent for word in words(played, ALL) if (word.seq, word.field) in choices} == {LEFT_OUT}


def test_what_was_said_under_a_sealed_position_is_only_what_was_shown_of_it() -> None:
    scene = Scene().answer()
    answer = scene.worded
    scene.alice.asks(ask.TakePosition(answer, Position.AGREE_WITH_RESERVATION, Words("Unless he lies."), signed=True))
    assert absent(scene.room, "Unless he lies.") == {LEFT_OUT}
    for person in (scene.bela, scene.elm):
        scene.room.ask(person.seat, ask.TakePosition(answer, Position.AGREE))
    scene.lead.asks(ask.ShowPositions())
    assert absent(scene.room, "Unless he lies.") == {"", LEFT_OUT}
    kinds = {opening.header.seq: opening.header.type for opening in openings(scene.room)}
    assert {kinds[w.seq] for w in words(scene.room, ALL) if w.text == "Unless he lies."} == {"remainder_voiced"}


def test_what_was_withdrawn_and_what_was_parked_look_the_same() -> None:
    scene = Scene().titles()
    scene.alice.withdraws(scene.file)
    scene.lead.asks(ask.ParkItem(scene.forty))
    for wanted in (Wanted(), MATTER, ALL):
        assert absent(scene.room, "The missing file", wanted) == absent(scene.room, "Forty minutes", wanted) == {ERASED}


def test_private_notes_and_observations_are_in_no_package_and_do_not_count_as_erased() -> None:
    scene = Scene().titles()
    scene.alice.asks(ask.SendNote(Words("I would rather not.")))
    scene.mentor.asks(ask.NoteObservation(Observed.EVERYONE_HEARD, Seen.PARTLY, Words("Elm was quiet.")))
    assert absent(scene.room, "I would rather not.") == absent(scene.room, "Elm was quiet.") == {LEFT_OUT}


def test_what_nobody_was_shown_yet_is_left_out() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    scene.alice.asks(ask.GiveChoiceReason(scene.file, Words("I could stand there.")))
    assert absent(scene.room, "I could stand there.") == {LEFT_OUT}


def test_a_private_note_that_was_taken_back_does_not_count_as_erased_either() -> None:
    scene = Scene().titles()
    note = scene.alice.asks(ask.SendNote(Words("I would rather not.")))
    scene.alice.withdraws(ItemId(note))
    assert absent(scene.room, "I would rather not.") == {LEFT_OUT}


def test_what_nobody_was_shown_stays_out_even_if_somebody_else_said_the_same() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    scene.alice.asks(ask.GiveChoiceReason(scene.file, Words("The missing file")))
    assert absent(scene.room, "The missing file") == {"", LEFT_OUT}


def test_a_doubt_about_a_story_goes_with_the_stories() -> None:
    scene = Scene().judgement()
    scene.bela.doubts(scene.second, "Was it the file?")
    scene.bela.doubts(scene.core, "Why first?")
    assert absent(scene.room, "Was it the file?", MATTER) == {LEFT_OUT}
    assert absent(scene.room, "Was it the file?") == absent(scene.room, "Why first?", MATTER) == {""}


def test_a_package_of_a_whole_dialogue_is_whole(played: Room) -> None:
    made = transcript(played.log.events())
    events = [(opening.header, opening.header.link()) for opening in openings(played)]
    for wanted in (Wanted(), MATTER, ALL):
        outcome = outcome_text(made, stories=wanted.stories) if wanted.words else None
        files = sealed_package(head_of("d1", events, PUBLIC), KEY.sign, events, words(played, wanted), outcome)
        found = checked(files)
        assert found.findings == ()
        assert found.present + found.erased == len(events)
        assert found.texts == len([word for word in words(played, wanted) if not word.absent])
        assert found.closed is not None
    assert json.dumps(made["title"])  # the outcome begins with it
    assert outcome_text(made, stories=True).startswith(str(made["title"]))


def test_every_field_that_is_sealed_is_words_or_a_choice() -> None:
    for kind in EVENT_TYPES.values():
        assert words_fields(kind) <= sealed_fields(kind)
