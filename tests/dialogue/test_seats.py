"""The place: the door, seats with and without a device, the agreement, owner and writer."""

from __future__ import annotations

from dialogue import commands as ask
from dialogue.vocabulary import Audience, SeatId, Words
from tests.cast import SITTING, Person, Room
from tests.dialogue.scene import Scene


def test_the_door_lets_people_in_while_it_is_open() -> None:
    room = Room()
    room.facilitator.opens_door("K7F4-M2QX")
    assert room.wall["door"] == {"open": True, "code": "K7F4-M2QX"}
    room.participant("Alice")
    room.facilitator.closes_door()
    assert room.wall["door"] == {"open": False}
    with room.refuses("door_closed"):
        room.ask(SeatId("door"), ask.TakeSeat(Words("Bela")))


def test_closing_the_dialogue_closes_the_door() -> None:
    scene = Scene()
    scene.lead.moves_to("closing")
    scene.lead.closes()
    with scene.room.refuses("door_closed"):
        scene.room.ask(SeatId("door"), ask.TakeSeat(Words("Chris")))


def test_who_is_written_for_counts_like_everyone() -> None:
    scene = Scene()
    scene.elm.agrees()
    scene.alice.agrees()
    group = scene.room.wall["group"]
    assert (group["people"], group["by_voice"], group["agreed"], group["observers"]) == (3, 1, 2, 1)


def test_agreeing_twice_changes_nothing() -> None:
    scene = Scene()
    scene.alice.agrees()
    scene.alice.agrees()
    assert scene.room.last.events == ()


def test_what_is_said_aloud_may_be_written_down_for_anyone_but_belongs_to_who_said_it() -> None:
    scene = Scene().judgement()
    assert scene.alice.me["own"][scene.core]["text"] == "At 2 I asked him first."
    assert scene.core not in scene.lead.me["own"]
    item = scene.room.state.statements[scene.core]
    assert (item.owner, item.writer) == (scene.alice.seat, scene.lead.seat)


def test_what_is_personal_is_entered_only_for_somebody_without_a_device() -> None:
    scene = Scene().asked()
    for command in (
        ask.AgreeToRules(scene.alice.seat),
        ask.MarkExperiences((scene.file,), scene.alice.seat),
        ask.RaiseHand(owner=scene.alice.seat),
        ask.MarkReady(owner=scene.alice.seat),
    ):
        with scene.room.refuses("writes_for_themselves", "owner"):
            scene.lead.asks(command)
    scene.elm.marks(scene.file)
    assert scene.lead.me["written_for"][scene.elm.seat]["marked"]


def test_nobody_but_the_facilitator_writes_for_others() -> None:
    scene = Scene().titles()
    with scene.room.refuses("not_allowed", "owner"):
        scene.alice.asks(ask.TellExperience(Words("Not mine"), owner=scene.elm.seat))
    with scene.room.refuses("unknown_seat", "owner"):
        scene.lead.asks(ask.TellExperience(Words("Nobody's"), owner=SeatId("nobody")))
    scene.lead.removes(scene.elm)
    with scene.room.refuses("unknown_seat", "owner"):
        scene.elm.tells("Too late")


def test_the_facilitator_neither_leaves_nor_is_removed() -> None:
    scene = Scene()
    with scene.room.refuses("not_allowed"):
        scene.lead.leaves()
    for gone in (Person(scene.room, scene.lead.seat), Person(scene.room, SeatId("nobody"))):
        with scene.room.refuses("unknown_seat", "seat"):
            scene.lead.removes(gone)
        with scene.room.refuses("unknown_seat", "seat"):
            scene.lead.marks_absent(gone)
    with scene.room.refuses("unknown_seat", "seat"):
        scene.lead.gives_word(scene.mentor)


def test_names_are_for_the_facilitator_alone() -> None:
    scene = Scene()
    assert scene.room.view(Audience.FACILITATOR)["seats"][scene.alice.seat]["pseudonym"] == "Alice"
    for audience in (Audience.PARTICIPANT, Audience.OBSERVER, Audience.FLIPCHART):
        assert "seats" not in scene.room.view(audience)


def test_suggestions_of_a_question_are_an_option_of_the_plan() -> None:
    scene = Scene(Room(plan=SITTING))
    with scene.room.refuses("option_off"):
        scene.alice.suggests("What is trust?")
    wording = scene.lead.words_question("What is trust?")
    assert scene.room.wall["question"]["wording"] == wording


def test_own_versions_are_an_option_of_the_plan_and_all_that_participants_state() -> None:
    for room, allowed in ((Room(), True), (Room(plan=SITTING), False)):
        scene = Scene(room).judgement()
        assert ("own_version" in scene.room.wall["course"]["kinds"]) is allowed
        if allowed:
            scene.bela.states("own_version", "I would have called first.", scene.first)
        else:
            with room.refuses("option_off"):
                scene.bela.states("own_version", "I would have called first.", scene.first)
        with room.refuses("not_allowed"):
            scene.bela.states("judgement", "It was right.", scene.core)


def test_a_statement_is_reworded_by_its_owner_or_the_facilitator() -> None:
    scene = Scene().judgement()
    with scene.room.refuses("not_yours"):
        scene.bela.rewords(scene.core, "Something else.")
    scene.alice.rewords(scene.core, "At 2 I asked first.")
    scene.lead.rewords(scene.core, "At 2 I asked him.")
    assert scene.room.wall["statements"][scene.core]["text"] == "At 2 I asked him."


def test_links_are_set_in_the_stage_of_what_they_belong_to() -> None:
    scene = Scene().answer()
    with scene.room.refuses("wrong_stage"):
        scene.lead.links(scene.core, scene.first)
    scene.lead.links(scene.worded, scene.core, scene.first)
    scene.lead.links(scene.worded, scene.core, scene.first)
    assert scene.room.last.events == ()
    assert scene.room.wall["answers"][scene.worded]["rests_on"] == {scene.core: True, scene.first: True}
