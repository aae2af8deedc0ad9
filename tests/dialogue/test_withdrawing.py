"""Whoever said it takes it back: its words go for good, and what was built on it loses the link."""

from __future__ import annotations

import pytest

from dialogue.vocabulary import Audience, ItemId, Standing
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


def remaining(scene: Scene) -> set[str]:
    """Every word that is still in the record."""
    log = scene.room.log
    return {word for record, _ in log.records for word in log.words(record).values()}


def test_a_withdrawn_title_is_gone_from_the_record_and_from_every_screen() -> None:
    scene = Scene().titles()
    scene.alice.retitles(scene.file, "The file that was missing")
    scene.alice.prefers(scene.file, not_for_examination=True)
    scene.alice.withdraws(scene.file)
    assert not remaining(scene) & {"The missing file", "The file that was missing"}
    for audience in Audience:
        assert not strings(scene.room.view(audience)) & {"The missing file", "The file that was missing"}
    assert scene.alice.me["own"][scene.file] == {
        "collection": "experiences",
        "standing": "withdrawn",
        "text": "",
        "not_for_examination": False,
    }


def test_a_withdrawn_experience_takes_its_narrative_along() -> None:
    scene = Scene().judgement()
    scene.lead.marks_heated(scene.second)
    scene.alice.withdraws(scene.file)
    assert scene.room.wall["sentences"] == {}
    assert scene.room.wall["narrative"] == {"approved": False}
    assert scene.room.wall["statements"][scene.core]["rests_on"] == {}
    assert not remaining(scene) & {"I counted the tools.", "One file was missing.", "Everyone can picture the room."}


def test_one_withdrawn_sentence_leaves_the_others() -> None:
    scene = Scene().judgement()
    scene.alice.withdraws(scene.second)
    assert set(scene.room.wall["sentences"]) == {scene.first}
    assert scene.room.wall["statements"][scene.core]["rests_on"] == {}
    assert "One file was missing." not in remaining(scene)
    assert {"I counted the tools.", "The missing file"} <= remaining(scene)


def test_a_corrected_sentence_is_withdrawn_in_all_its_wordings() -> None:
    scene = Scene().narrative()
    scene.alice.corrects(scene.second, "Two files were missing.")
    scene.alice.withdraws(scene.second)
    assert not remaining(scene) & {"One file was missing.", "Two files were missing."}


def test_a_withdrawn_reservation_leaves_the_answer_and_the_other_way_round() -> None:
    scene = Scene().answer()
    kept = scene.bela.keeps("reservation", scene.worded, "Too much for a newcomer.", signed=True)
    scene.bela.withdraws(kept)
    assert "Too much for a newcomer." not in remaining(scene)
    assert "When it rests on what we have seen." in remaining(scene)
    assert scene.room.state.kept[kept].signature is None
    again = scene.bela.keeps("reservation", scene.worded, "Still too much.")
    scene.lead.withdraws(scene.worded)
    assert "Still too much." in remaining(scene)
    assert again not in scene.room.wall["kept"]


def test_a_withdrawn_doubt_takes_its_closing_remark_along() -> None:
    scene = Scene().judgement()
    doubt = scene.bela.doubts(scene.core, "Was it safe?", signed=True)
    scene.bela.settles(doubt, "She saw all eight.")
    scene.bela.withdraws(doubt)
    assert not remaining(scene) & {"Was it safe?", "She saw all eight."}
    assert scene.room.state.doubts[doubt].signature is None


def test_the_facilitator_withdraws_for_somebody_without_a_phone_and_for_nobody_else() -> None:
    scene = Scene().titles()
    scene.elm.withdraws(scene.forty)
    assert scene.forty not in scene.room.wall["experiences"]
    with scene.room.refuses("not_yours"):
        scene.lead.withdraws(scene.file)


def test_the_owner_withdraws_what_the_facilitator_wrote_down() -> None:
    scene = Scene().judgement()
    scene.alice.withdraws(scene.core)
    assert scene.room.wall["statements"] == {}


@pytest.mark.parametrize("standing", [Standing.PARKED, Standing.STRUCK])
def test_what_left_the_wall_can_still_be_withdrawn(standing: Standing) -> None:
    scene = Scene().titles()
    if standing is Standing.PARKED:
        scene.lead.parks(scene.file)
    else:
        scene.lead.strikes(scene.file)
    scene.alice.withdraws(scene.file)
    assert "The missing file" not in remaining(scene)


def test_nothing_is_withdrawn_twice_and_no_outcome_at_all() -> None:
    scene = Scene().proposed()
    scene.alice.withdraws(scene.core)
    with scene.room.refuses("unknown_item", "item"):
        scene.alice.withdraws(scene.core)
    with scene.room.refuses("unknown_item", "item"):
        scene.lead.withdraws(scene.outcome)


def test_the_question_that_came_with_the_dialogue_cannot_be_withdrawn() -> None:
    scene = Scene()
    with scene.room.refuses("not_allowed", "item"):
        scene.lead.withdraws(ItemId("given"))


def test_a_withdrawn_question_has_to_be_worded_anew_before_the_group_moves_on() -> None:
    scene = Scene()
    wording = scene.alice.suggests("What is trust?")
    scene.lead.chooses_question(wording)
    scene.alice.withdraws(wording)
    assert scene.room.wall["question"] == {}
    with scene.room.refuses("no_question_yet"):
        scene.lead.moves_to("experiences")


def test_withdrawing_an_asked_experience_ends_the_request_and_its_reason() -> None:
    scene = Scene().asked()
    scene.alice.withdraws(scene.file)
    assert "asked" not in scene.room.wall["selection"]
    assert scene.room.wall["selection"]["why"] == ""
    assert "asked" not in scene.alice.me


def test_withdrawing_works_until_the_end_and_not_after() -> None:
    scene = Scene().settled()
    scene.lead.moves_to("closing")
    scene.alice.withdraws(scene.core)
    scene.lead.closes()
    with scene.room.refuses("dialogue_closed"):
        scene.alice.withdraws(scene.file)
