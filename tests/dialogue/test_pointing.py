"""Pointing at the sentences that answer the question: privately, then shown together, never counted."""

from __future__ import annotations

from dialogue.methods.norwegian import NORWEGIAN
from dialogue.vocabulary import Audience, ItemId
from tests.cast import Room
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


def test_until_it_is_shown_only_oneself_sees_where_one_pointed() -> None:
    scene = Scene().narrative()
    scene.bela.points_at(scene.second, scene.first, scene.second)
    assert scene.bela.me["pointing"] == {scene.second: True, scene.first: True}
    assert scene.alice.me["pointing"] == {}
    for audience in Audience:
        narrative = scene.room.view(audience)["narrative"]
        assert (narrative["pointing_shown"], narrative["pointed"]) == (False, {})


def test_what_was_pointed_at_never_stands_in_clear_in_the_record() -> None:
    scene = Scene().narrative()
    scene.bela.points_at(scene.second)
    record, _ = scene.room.log.records[-1]
    assert (record.type, record.data) == ("sentences_pointed_at", {"seat": scene.bela.seat})
    assert scene.second not in strings(record.data)
    assert scene.second in record.words["sentences"]


def test_it_is_shown_together_and_uncounted() -> None:
    once, often = Scene().narrative(), Scene().narrative()
    once.bela.points_at(once.second)
    for person in often.people:
        person.points_at(often.second)
    for scene in (once, often):
        scene.lead.shows_pointing()
    assert once.second == often.second
    expected = {"pointing_shown": True, "pointed": {once.second: True}}
    for audience in Audience:
        few, many = (scene.room.view(audience)["narrative"] for scene in (once, often))
        assert few == many
        assert {key: few[key] for key in expected} == expected


def test_pointing_again_takes_the_place_of_what_was_pointed_at_before() -> None:
    scene = Scene().narrative()
    scene.bela.points_at(scene.first)
    scene.bela.points_at(scene.second)
    scene.elm.points_at(scene.first)
    scene.elm.points_at()
    scene.lead.shows_pointing()
    assert scene.room.wall["narrative"]["pointed"] == {scene.second: True}


def test_once_shown_it_stays_as_it_was() -> None:
    scene = Scene().narrative()
    scene.bela.points_at(scene.first)
    scene.lead.shows_pointing()
    with scene.room.refuses("pointing_already_shown"):
        scene.alice.points_at(scene.second)
    scene.lead.shows_pointing()
    assert scene.room.last.events == ()
    assert not {"sentences_pointed_at", "pointing_shown"} & {
        action["name"] for action in scene.room.view(Audience.FACILITATOR)["undo"].values()
    }


def test_a_sentence_withdrawn_since_is_pointed_at_no_more() -> None:
    scene = Scene().narrative()
    scene.bela.points_at(scene.first, scene.second)
    scene.alice.withdraws(scene.first)
    scene.lead.shows_pointing()
    assert scene.room.wall["narrative"]["pointed"] == {scene.second: True}


def test_only_sentences_of_the_narrative_are_pointed_at() -> None:
    scene = Scene().narrative()
    scene.lead.parks(scene.second)
    for elsewhere in (scene.file, scene.second, ItemId("nothing")):
        with scene.room.refuses("unknown_item", "sentences"):
            scene.bela.points_at(scene.first, elsewhere)
    assert scene.room.state.pointing == {}


def test_neither_the_facilitator_nor_an_observer_points() -> None:
    scene = Scene().narrative()
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.points_at(scene.first)
    with scene.room.refuses("not_allowed"):
        scene.mentor.points_at(scene.first)


def test_another_narrative_is_pointed_at_anew() -> None:
    scene = Scene().narrative()
    scene.bela.points_at(scene.first)
    scene.lead.shows_pointing()
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    scene.lead.moves_to("narrative")
    assert not scene.room.wall["narrative"]["pointing_shown"]
    promised = scene.lead.writes("I promised to come back.")
    scene.bela.points_at(promised)
    assert scene.bela.me["pointing"] == {promised: True}


def test_nothing_is_shown_where_no_story_was_chosen() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("narrative")
    with scene.room.refuses("no_experience_chosen"):
        scene.lead.shows_pointing()


def test_pointing_is_an_option_and_in_the_norwegian_way_it_is_central() -> None:
    scene = Scene().narrative()
    scene.lead.switches("pointing", False)
    with scene.room.refuses("option_off"):
        scene.bela.points_at(scene.first)
    room = Room(plan=NORWEGIAN.plans[90], method=NORWEGIAN)
    with room.refuses("option_is_central", "option"):
        room.facilitator.switches("pointing", False)
