"""Sentences are numbered once, and read aloud in order."""

from __future__ import annotations

from dialogue.vocabulary import ItemId
from tests.dialogue.scene import Scene


def told(scene: Scene) -> list[str]:
    """The labels on the wall, in the order of the sentences."""
    sentences = scene.room.wall["sentences"].values()
    return [sentence["label"] for sentence in sorted(sentences, key=lambda sentence: sentence["place"])]


def test_an_answer_to_a_question_of_fact_becomes_an_inserted_sentence() -> None:
    scene = Scene().narrative()
    inserted = scene.lead.writes("I could see all eight.", after=scene.first)
    assert scene.room.wall["sentences"][inserted]["label"] == "1a"
    assert told(scene) == ["1", "1a", "2"]


def test_insertions_after_a_sentence_or_after_an_inserted_one_take_the_next_letter() -> None:
    scene = Scene().narrative()
    a = scene.lead.writes("One.", after=scene.first)
    scene.lead.writes("Two.", after=a)
    scene.lead.writes("Three.", after=scene.first)
    scene.lead.writes("Four.", after=a)
    assert told(scene) == ["1", "1a", "1b", "1c", "1d", "2"]


def test_more_insertions_than_letters() -> None:
    scene = Scene().narrative()
    for number in range(53):
        scene.lead.writes(f"Fact {number}.", after=scene.first)
    assert told(scene)[25:29] == ["1y", "1z", "1aa", "1ab"]
    assert told(scene)[-3:] == ["1az", "1ba", "2"]


def test_a_struck_insertion_does_not_make_a_label_twice() -> None:
    scene = Scene().narrative()
    a = scene.lead.writes("One.", after=scene.first)
    scene.lead.writes("Two.", after=scene.first)
    scene.lead.strikes(a)
    scene.lead.writes("Three.", after=scene.first)
    assert told(scene) == ["1", "1b", "1c", "2"]


def test_an_undone_last_sentence_gives_its_number_free_and_then_cannot_come_back_under_it() -> None:
    scene = Scene().narrative()
    scene.lead.strikes(scene.second)
    action = scene.room.state.actions[-1].number
    scene.lead.writes("Eight men were there.")
    assert told(scene) == ["1", "2"]
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_a_parked_or_withdrawn_sentence_keeps_its_number() -> None:
    scene = Scene().narrative()
    scene.lead.parks(scene.first)
    scene.alice.withdraws(scene.second)
    scene.lead.writes("Eight men were there.")
    assert told(scene) == ["3"]
    scene.lead.unparks(scene.first)
    assert told(scene) == ["1", "3"]


def test_what_the_scribe_writes_waits_for_the_narrator_and_a_correction_waits_again() -> None:
    scene = Scene().narrative()
    assert not scene.room.wall["narrative"]["approved"]
    scene.alice.approves()
    assert scene.room.wall["narrative"]["approved"]
    scene.lead.corrects(scene.first, "I counted the tools twice.")
    sentence = scene.room.wall["sentences"][scene.first]
    assert (sentence["corrected"], sentence["approved"]) == (True, False)


def test_what_the_narrator_types_needs_no_approval() -> None:
    scene = Scene().narrative()
    own = scene.alice.writes("I was alone.")
    assert scene.room.wall["sentences"][own]["approved"]


def test_only_the_narrator_and_the_facilitator_write_and_only_the_narrator_approves() -> None:
    scene = Scene().narrative()
    with scene.room.refuses("not_yours"):
        scene.bela.writes("I was there too.")
    with scene.room.refuses("not_yours"):
        scene.bela.approves()
    with scene.room.refuses("not_yours"):
        scene.lead.approves()


def test_the_facilitator_approves_for_a_narrator_without_a_phone() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    scene.lead.moves_to("narrative")
    scene.lead.writes("I promised to come back.")
    scene.lead.approves()
    assert scene.room.wall["narrative"]["approved"]


def test_the_sentences_of_another_narrative_are_out_of_reach() -> None:
    scene = Scene().narrative()
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    scene.lead.moves_to("narrative")
    assert told(scene) == []
    with scene.room.refuses("unknown_item", "sentence"):
        scene.lead.corrects(scene.first, "Not my story.")
    with scene.room.refuses("unknown_item", "sentence"):
        scene.lead.marks_heated(scene.first)
    with scene.room.refuses("unknown_item", "after"):
        scene.lead.writes("Not my story.", after=scene.first)
    with scene.room.refuses("unknown_item", "about"):
        scene.bela.doubts(scene.first, "Was it so?")
    scene.lead.moves_to("judgement")
    with scene.room.refuses("unknown_item", "rests_on"):
        scene.lead.writes_for(scene.bela, "reason", "She knew him.", scene.first)


def test_the_heated_point_is_marked_moved_and_taken_away() -> None:
    scene = Scene().narrative()
    scene.lead.marks_heated(scene.second)
    assert scene.room.wall["narrative"]["heated"] == scene.second
    scene.lead.parks(scene.second)
    assert "heated" not in scene.room.wall["narrative"]
    scene.lead.unparks(scene.second)
    scene.lead.marks_heated(None)
    assert "heated" not in scene.room.wall["narrative"]
    with scene.room.refuses("unknown_item", "sentence"):
        scene.lead.marks_heated(ItemId("nothing"))


def test_a_struck_sentence_can_still_be_withdrawn_and_takes_no_number_from_another() -> None:
    scene = Scene().narrative()
    scene.lead.strikes(scene.second)
    third = scene.lead.writes("Eight men were there.")
    scene.alice.withdraws(scene.second)
    assert scene.alice.me["own"][scene.second]["standing"] == "withdrawn"
    assert scene.room.state.sentences[third].label == "2"
    scene.lead.writes("The door was locked.")
    assert told(scene) == ["1", "2", "3"]
