"""Choosing an experience: marks without a tally, a narrator's consent, and a no that names nobody."""

from __future__ import annotations

from dialogue.vocabulary import Audience
from tests.dialogue.scene import Scene


def test_not_for_examination_looks_like_a_decline() -> None:
    views = []
    for beforehand in (True, False):
        scene = Scene().titles()
        scene.lead.moves_to("selection")
        if beforehand:
            scene.alice.prefers(scene.file, not_for_examination=True)
        scene.lead.asks_narrator(scene.file, "Everyone can picture the room.")
        if not beforehand:
            scene.alice.declines(scene.file)
        views.append([scene.room.view(audience) for audience in Audience])
    assert views[0] == views[1]
    assert views[0][0]["selection"]["declined"] == {scene.file: True}


def test_the_tick_is_seen_by_its_owner_alone() -> None:
    scene = Scene().titles()
    before = [scene.room.view(audience) for audience in Audience]
    scene.alice.prefers(scene.file, not_for_examination=True)
    assert [scene.room.view(audience) for audience in Audience] == before
    assert scene.alice.me["own"][scene.file]["not_for_examination"]


def test_the_experience_of_somebody_who_left_declines_by_itself() -> None:
    scene = Scene().titles()
    scene.alice.leaves()
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.file)
    assert scene.room.wall["selection"]["declined"] == {scene.file: True}


def test_marks_are_hidden_until_shown_and_then_uncounted() -> None:
    scene = Scene().asked()
    before = [scene.room.view(audience)["selection"] for audience in Audience]
    scene.alice.marks(scene.forty)
    scene.bela.marks(scene.forty)
    scene.elm.marks(scene.forty)
    assert [scene.room.view(audience)["selection"] for audience in Audience] == before
    assert scene.bela.me["marks"] == {scene.forty: True}
    scene.lead.shows_marks()
    assert scene.room.wall["selection"]["marked"] == {scene.forty: True}


def test_marks_are_replaced_until_shown() -> None:
    scene = Scene().asked()
    scene.alice.marks(scene.forty)
    scene.alice.marks(scene.file, scene.file)
    assert scene.room.state.marks[scene.alice.seat] == (scene.file,)


def test_the_facilitator_and_observers_tell_and_mark_nothing_of_their_own() -> None:
    scene = Scene().asked()
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.tells("My own story")
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.marks(scene.file)
    with scene.room.refuses("not_allowed"):
        scene.mentor.marks(scene.file)


def test_whoever_declined_and_then_accepts_is_no_longer_said_to_decline() -> None:
    scene = Scene().asked()
    scene.alice.declines(scene.file)
    scene.lead.asks_narrator(scene.file, "Would you, after all?")
    scene.alice.accepts(scene.file)
    assert scene.room.wall["selection"]["declined"] == {}
    assert scene.room.wall["selection"]["chosen"] == scene.file


def test_numbers_are_given_when_a_title_goes_up_and_never_again() -> None:
    scene = Scene().titles()
    scene.alice.withdraws(scene.file)
    third = scene.bela.tells("Back to the kitchen")
    assert scene.room.wall["experiences"][third]["number"] == 3


def test_the_narrator_is_known_to_themselves_and_to_no_audience() -> None:
    scene = Scene().narrative()
    assert scene.alice.me["narrates"]
    assert not scene.bela.me["narrates"]
    assert set(scene.room.wall["narrative"]) == {"experience", "title", "approved", "pointing_shown", "pointed"}
