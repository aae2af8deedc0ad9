"""Stop and park hides at once, and to the room a park looks like any removal."""

from __future__ import annotations

from typing import Any

from dialogue.views import because, changes
from dialogue.vocabulary import Audience
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings

ROOM = (Audience.PARTICIPANT, Audience.OBSERVER, Audience.FLIPCHART)


def seen(scene: Scene) -> list[Any]:
    """What everyone but the facilitator sees, as it is and as it changed."""
    return [scene.room.view(audience) for audience in ROOM]


def test_a_park_cannot_be_told_from_a_withdrawal_or_from_striking() -> None:
    views, reasons = [], []
    for removal in ("parks", "strikes", "withdraws"):
        scene = Scene().titles()
        before = scene.room.view()
        who = scene.alice if removal == "withdraws" else scene.lead
        getattr(who, removal)(scene.file)
        views.append(seen(scene))
        reasons.append(because(before, changes(before, scene.room.view())))
    assert views[0] == views[1] == views[2]
    assert reasons == ["experiences_removed"] * 3


def test_what_rests_on_a_parked_item_shows_no_pointer_to_it() -> None:
    views = []
    for removal in ("parks", "withdraws"):
        scene = Scene().judgement()
        doubt = scene.bela.doubts(scene.core, "Is it so?", link=scene.second)
        getattr(scene.lead if removal == "parks" else scene.alice, removal)(scene.second)
        assert scene.second not in strings(scene.room.view())
        assert "link" not in scene.room.wall["doubts"][doubt]
        views.append(seen(scene))
    assert views[0] == views[1]


def test_everything_comes_back_as_it_was() -> None:
    scene = Scene().judgement()
    scene.lead.marks_heated(scene.second)
    before = scene.room.view()
    scene.lead.parks(scene.second)
    scene.lead.parks(scene.file)
    scene.lead.unparks(scene.file)
    scene.lead.unparks(scene.second)
    assert scene.room.view() == before


def test_the_facilitator_alone_keeps_what_was_parked_in_reach() -> None:
    scene = Scene().titles()
    scene.lead.parks(scene.file)
    parked = scene.room.view(Audience.FACILITATOR)["parked"]
    assert parked == {scene.file: {"collection": "experiences", "number": 1, "text": "The missing file"}}
    assert all("parked" not in view for view in seen(scene))


def test_the_author_is_told_privately() -> None:
    scene = Scene().titles()
    scene.lead.parks(scene.file)
    assert scene.alice.me["own"][scene.file]["standing"] == "parked"
    assert scene.file not in scene.bela.me["own"]


def test_nothing_more_is_typed_into_what_was_parked() -> None:
    scene = Scene().asked()
    scene.lead.parks(scene.file)
    with scene.room.refuses("unknown_item", "experience"):
        scene.alice.retitles(scene.file, "The file")
    with scene.room.refuses("unknown_item", "experience"):
        scene.alice.accepts(scene.file)
    assert "asked" not in scene.alice.me


def test_parking_hides_a_doubt_without_settling_it() -> None:
    scene = Scene().answer()
    doubt = scene.bela.doubts(scene.worded, "Who pays?")
    scene.lead.parks(doubt)
    with scene.room.refuses("doubts_are_open", "kind"):
        scene.lead.proposes("consensus")


def test_parking_hides_a_dissent_without_silencing_it() -> None:
    scene = Scene().answer()
    kept = scene.bela.keeps("dissent", scene.worded, "Not for newcomers.")
    scene.lead.parks(kept)
    with scene.room.refuses("remainders_stand", "kind"):
        scene.lead.proposes("consensus")


def test_the_facilitator_strikes_neither_doubts_nor_dissents_nor_outcomes() -> None:
    scene = Scene().answer()
    doubt = scene.bela.doubts(scene.worded, "Who pays?")
    kept = scene.bela.keeps("dissent", scene.worded, "Not for newcomers.")
    outcome = scene.lead.proposes("open")
    for item in (doubt, kept):
        with scene.room.refuses("not_yours"):
            scene.lead.strikes(item)
    with scene.room.refuses("unknown_item", "item"):
        scene.lead.strikes(outcome)
    with scene.room.refuses("unknown_item", "item"):
        scene.lead.parks(outcome)


def test_what_the_group_works_on_is_not_struck() -> None:
    scene = Scene().narrative()
    for item in (scene.file, scene.room.state.question):
        assert item is not None
        with scene.room.refuses("built_upon"):
            scene.lead.strikes(item)


def test_only_what_is_parked_is_unparked() -> None:
    scene = Scene().titles()
    with scene.room.refuses("unknown_item", "item"):
        scene.lead.unparks(scene.file)
