"""Questions of fact: each is answered once, by a sentence in the narrator's words; who writes and who approves."""

from __future__ import annotations

import pytest

from dialogue.vocabulary import Audience
from tests.dialogue.scene import Scene


def answered_by(scene: Scene, fact: str) -> str | None:
    """The sentence that answers it, as the wall tells."""
    answer: str | None = scene.room.wall["clarifications"][fact].get("answered_by")
    return answer


def test_the_answer_to_a_fact_is_inserted_after_its_sentence() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?", scene.first)
    assert scene.room.wall["clarifications"][fact] == {"number": 1, "text": "Who held the key?", "about": scene.first}
    answer = scene.alice.answers_fact(fact, "I held it.", after=scene.first)
    assert answered_by(scene, fact) == answer
    assert scene.room.wall["sentences"][answer]["label"] == "1a"
    assert scene.room.wall["sentences"][answer]["approved"], "the narrator typed it"


def test_an_answer_without_a_place_goes_to_the_end() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("What did he say?")
    answer = scene.lead.answers_fact(fact, "He said nothing.")
    sentence = scene.room.wall["sentences"][answer]
    assert (sentence["label"], sentence["approved"]) == ("3", False)
    assert scene.room.state.sentences[answer].owner == scene.alice.seat


def test_a_fact_is_answered_once() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?")
    scene.alice.answers_fact(fact, "I held it.")
    with scene.room.refuses("clarification_answered"):
        scene.lead.answers_fact(fact, "He held it.")
    assert len(scene.room.wall["sentences"]) == 3


@pytest.mark.parametrize("how", ["struck", "withdrawn", "parked"])
def test_a_fact_is_open_again_when_its_answer_is_gone(how: str) -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?")
    answer = scene.lead.answers_fact(fact, "I held it.", after=scene.first)
    if how == "struck":
        scene.lead.strikes(answer)
    elif how == "withdrawn":
        scene.alice.withdraws(answer)
    else:
        scene.lead.parks(answer)
    assert answered_by(scene, fact) is None
    again = scene.alice.answers_fact(fact, "We both held it.", after=scene.first)
    assert answered_by(scene, fact) == again
    assert scene.room.wall["sentences"][again]["label"] == ("1a" if how == "struck" else "1b")


def test_a_question_about_a_sentence_goes_with_it() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?", scene.first)
    with scene.room.refuses("built_upon"):
        scene.lead.strikes(scene.first)
    scene.alice.withdraws(scene.first)
    assert scene.room.wall["clarifications"] == {}
    with scene.room.refuses("unknown_item", "clarification"):
        scene.alice.answers_fact(fact, "I held it.")
    with scene.room.refuses("unknown_item", "about"):
        scene.bela.asks_fact("Which key?", scene.first)


def test_a_question_to_one_narrator_is_none_to_the_next() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?")
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    scene.lead.moves_to("narrative")
    assert scene.room.wall["clarifications"] == {}
    with scene.room.refuses("unknown_item", "clarification"):
        scene.lead.answers_fact(fact, "Nobody held it.")
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.file)
    scene.alice.accepts(scene.file)
    assert set(scene.room.wall["clarifications"]) == {fact}


def test_a_fact_is_asked_unsigned_unless_signed() -> None:
    scene = Scene().narrative()
    unsigned, signed = scene.bela.asks_fact("Who?"), scene.bela.asks_fact("When?", signed=True)
    for audience in Audience:
        asked = scene.room.view(audience)["clarifications"]
        assert "signature" not in asked[unsigned]
        assert asked[signed]["signature"] == "Bela"


def test_facts_are_asked_of_a_story_that_is_there() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("narrative")
    with scene.room.refuses("no_experience_chosen"):
        scene.bela.asks_fact("Who held the key?")


def test_who_answers_is_whoever_may_write_the_narrative() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?")
    with scene.room.refuses("not_yours"):
        scene.bela.answers_fact(fact, "She held it.")
    assert answered_by(scene, fact) is None


def test_the_narrator_approves_sentence_by_sentence() -> None:
    scene = Scene().narrative()
    scene.alice.approves(scene.first)
    wall = scene.room.wall
    assert [wall["sentences"][key]["approved"] for key in (scene.first, scene.second)] == [True, False]
    assert not wall["narrative"]["approved"]
    scene.alice.approves(scene.first)
    assert scene.room.last.events == (), "it is approved already"
    scene.alice.approves(scene.second)
    assert scene.room.wall["narrative"]["approved"]


def test_a_correction_asks_for_the_approval_of_that_sentence_alone() -> None:
    scene = Scene().narrative()
    scene.alice.approves()
    scene.lead.corrects(scene.second, "Two files were missing.")
    wall = scene.room.wall["sentences"]
    assert [wall[key]["approved"] for key in (scene.first, scene.second)] == [True, False]


def test_what_is_parked_is_not_approved_by_name() -> None:
    scene = Scene().narrative()
    scene.lead.parks(scene.second)
    with scene.room.refuses("unknown_item", "sentence"):
        scene.alice.approves(scene.second)


def test_the_scribe_writes_and_corrects_and_approves_nothing() -> None:
    scene = Scene().narrative()
    scene.lead.assigns_scribe(scene.bela)
    assert scene.bela.me["scribe"]
    written = scene.bela.writes("It was night.")
    scene.bela.corrects(written, "It was late at night.")
    fact = scene.bela.asks_fact("Who was there?")
    scene.bela.answers_fact(fact, "Eight men were there.")
    sentence = scene.room.state.sentences[written]
    assert (sentence.owner, sentence.writer, sentence.approved) == (scene.alice.seat, scene.bela.seat, False)
    with scene.room.refuses("not_yours"):
        scene.bela.approves()
    scene.lead.assigns_scribe(None)
    with scene.room.refuses("not_yours"):
        scene.bela.writes("It rained.")


@pytest.mark.parametrize("who", ["elm", "mentor", "nobody"])
def test_a_scribe_is_somebody_here_with_a_device(who: str) -> None:
    scene = Scene().narrative()
    if who == "nobody":
        scene.bela.leaves()
    person = {"elm": scene.elm, "mentor": scene.mentor, "nobody": scene.bela}[who]
    with scene.room.refuses("unknown_seat", "seat"):
        scene.lead.assigns_scribe(person)


def test_the_pen_goes_down_with_whoever_leaves_or_commands_others() -> None:
    scene = Scene().narrative()
    scene.lead.assigns_scribe(scene.bela)
    scene.lead.marks_leads_others(scene.bela)
    assert scene.room.state.scribe is None
    with scene.room.refuses("leads_others", "seat"):
        scene.lead.assigns_scribe(scene.bela)
    chris = scene.room.participant("Chris")
    scene.lead.assigns_scribe(chris)
    chris.leaves()
    assert scene.room.state.scribe is None


def test_a_narrator_who_commands_others_still_tells_their_own_story() -> None:
    scene = Scene().narrative()
    scene.lead.marks_leads_others(scene.alice)
    own = scene.alice.writes("I was alone.")
    assert scene.room.wall["sentences"][own]["approved"]
