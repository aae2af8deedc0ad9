"""The question: suggestions, the choice with its reason, and who has lived it."""

from __future__ import annotations

from dialogue import commands as ask
from dialogue.vocabulary import Audience
from tests.cast import Room
from tests.dialogue.scene import Scene


def test_a_wording_is_chosen_with_the_groups_reason() -> None:
    scene = Scene()
    wording = scene.alice.suggests("What is trust?")
    scene.lead.chooses_question(wording, "Everyone here has trusted somebody.")
    question = scene.room.wall["question"]
    assert (question["text"], question["why"]) == ("What is trust?", "Everyone here has trusted somebody.")
    scene.lead.chooses_question(wording, "It matters on this wing.")
    assert scene.room.wall["question"]["why"] == "It matters on this wing."
    scene.lead.chooses_question(wording, "It matters on this wing.")
    assert scene.room.last.events == ()


def test_how_many_have_lived_it_is_for_the_facilitator_and_whether_all_have_for_everyone() -> None:
    scene = Scene()
    wording = scene.lead.words_question("What is trust?")
    scene.alice.has_lived(wording)
    scene.elm.has_lived(wording)
    assert scene.room.view(Audience.FACILITATOR)["question"]["lived"] == 2
    assert scene.room.view(Audience.FACILITATOR)["question"]["of"] == 3
    for audience in (Audience.PARTICIPANT, Audience.OBSERVER, Audience.FLIPCHART):
        question = scene.room.view(audience)["question"]
        assert not question["lived_by_all"]
        assert not {"lived", "of"} & set(question)
    scene.bela.has_lived(wording)
    assert scene.room.wall["question"]["lived_by_all"]
    scene.bela.has_lived(wording, False)
    assert not scene.room.wall["question"]["lived_by_all"]


def test_whoever_is_absent_is_not_asked_whether_they_lived_it() -> None:
    scene = Scene()
    wording = scene.lead.words_question("What is trust?")
    scene.alice.has_lived(wording)
    scene.bela.has_lived(wording)
    scene.lead.marks_absent(scene.elm)
    assert scene.room.wall["question"]["lived_by_all"]


def test_where_nobody_is_nobody_has_lived_it() -> None:
    assert not Room().wall["question"]["lived_by_all"]


def test_a_mark_is_ones_own_and_private() -> None:
    scene = Scene()
    wording = scene.lead.words_question("What is trust?")
    scene.alice.has_lived(wording)
    assert scene.alice.me["has_experience"] == {wording: True}
    assert scene.bela.me["has_experience"] == {}
    with scene.room.refuses("writes_for_themselves", "owner"):
        scene.lead.asks(ask.MarkHasExperience(wording, owner=scene.bela.seat))
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.has_lived(wording)
    scene.alice.has_lived(wording)
    assert scene.room.last.events == ()


def test_a_mark_belongs_to_one_wording() -> None:
    scene = Scene()
    first = scene.lead.words_question("What is trust?")
    for person in scene.people:
        person.has_lived(first)
    second = scene.lead.words_question("Who may trust?")
    assert not scene.room.wall["question"]["lived_by_all"]
    scene.alice.has_lived(second)
    scene.lead.chooses_question(first)
    assert scene.room.wall["question"]["lived_by_all"]


def test_a_wording_that_was_withdrawn_takes_its_marks_and_its_reason_along() -> None:
    scene = Scene()
    wording = scene.alice.suggests("What is trust?")
    scene.lead.chooses_question(wording, "Everyone here has trusted somebody.")
    scene.bela.has_lived(wording)
    scene.alice.withdraws(wording)
    assert scene.room.wall["question"] == {}
    assert scene.bela.me["has_experience"] == {}
    assert "Everyone here has trusted somebody." not in repr(scene.room.state)
