"""Consensus means that no doubt is open. It is never voted on, and one objection leaves the outcome open."""

from __future__ import annotations

import pytest

from tests.dialogue.scene import Scene


def settled(scene: Scene) -> str:
    """The outcome as the group left it."""
    scene.lead.settles_outcome()
    kind: str = scene.room.wall["outcomes"][scene.outcome]["kind"]
    return kind


def test_everyone_present_confirms() -> None:
    scene = Scene().settled()
    assert scene.room.wall["outcomes"][scene.outcome]["kind"] == "consensus"


def test_one_objection_leaves_the_outcome_open() -> None:
    scene = Scene().proposed()
    scene.alice.confirms(scene.outcome)
    scene.elm.confirms(scene.outcome)
    scene.bela.objects(scene.outcome, "Too soon.")
    assert scene.room.wall["confirmation"] == {"answered": 3, "of": 3, "objections": {"o0000": {"text": "Too soon."}}}
    assert settled(scene) == "open"


def test_an_objection_can_be_taken_back() -> None:
    scene = Scene().proposed()
    for person in scene.people:
        person.confirms(scene.outcome)
    scene.bela.objects(scene.outcome)
    scene.bela.confirms(scene.outcome)
    assert settled(scene) == "consensus"


def test_an_objection_outlives_whoever_made_it() -> None:
    scene = Scene().proposed()
    scene.bela.objects(scene.outcome, "Too soon.")
    scene.alice.confirms(scene.outcome)
    scene.elm.confirms(scene.outcome)
    scene.bela.leaves()
    assert settled(scene) == "open"


def test_somebody_present_who_said_nothing_leaves_it_open() -> None:
    scene = Scene().proposed()
    scene.alice.confirms(scene.outcome)
    scene.bela.confirms(scene.outcome)
    assert settled(scene) == "open"


def test_nobody_waits_for_the_absent() -> None:
    scene = Scene().proposed()
    scene.alice.confirms(scene.outcome)
    scene.bela.confirms(scene.outcome)
    scene.lead.marks_absent(scene.elm)
    assert scene.room.wall["confirmation"]["of"] == 2
    assert settled(scene) == "consensus"


def test_an_empty_room_confirms_nothing() -> None:
    scene = Scene().proposed()
    for person in scene.people:
        scene.lead.marks_absent(person)
    assert settled(scene) == "open"


@pytest.mark.parametrize("kind", ["consensus", "consensus_with_reservations"])
def test_an_open_doubt_prevents_any_agreement(kind: str) -> None:
    scene = Scene().answer()
    scene.bela.keeps("reservation", scene.worded, "Too much.")
    doubt = scene.alice.doubts(scene.core, "Was it safe?")
    with scene.room.refuses("doubts_are_open", "kind"):
        scene.lead.proposes(kind)
    scene.alice.settles(doubt)
    if kind == "consensus":
        with scene.room.refuses("remainders_stand", "kind"):
            scene.lead.proposes(kind)
    else:
        scene.outcome = scene.lead.proposes(kind)


def test_a_dissent_prevents_consensus_with_reservations_but_not_open() -> None:
    scene = Scene().answer()
    scene.bela.keeps("reservation", scene.worded, "Too much.")
    scene.alice.keeps("dissent", scene.worded, "No.")
    with scene.room.refuses("remainders_stand", "kind"):
        scene.lead.proposes("consensus_with_reservations")
    outcome = scene.lead.proposes("open", "Who answers for it?")
    assert scene.room.wall["outcomes"][outcome]["text"] == "Who answers for it?"


def test_reservations_belong_to_one_exact_wording() -> None:
    scene = Scene().answer()
    scene.bela.keeps("reservation", scene.worded, "Too much.")
    scene.lead.words_answer("When we can answer for it.", scene.core)
    with scene.room.refuses("remainders_stand", "kind"):
        scene.lead.proposes("consensus_with_reservations")
    scene.lead.proposes("consensus")


def test_a_doubt_raised_while_the_group_confirms_leaves_the_outcome_open() -> None:
    scene = Scene().proposed()
    scene.bela.doubts(scene.worded, "Who pays?")
    for person in scene.people:
        person.confirms(scene.outcome)
    assert settled(scene) == "open"


def test_a_doubt_raised_after_all_takes_the_settled_consensus_back() -> None:
    scene = Scene().settled()
    doubt = scene.bela.doubts(scene.worded, "Who pays?")
    assert scene.room.wall["outcomes"] == {}
    scene.bela.settles(doubt)
    again = scene.lead.proposes("consensus")
    assert scene.room.wall["outcomes"][again]["state"] == "proposed"


def test_a_doubt_raised_after_all_leaves_an_open_outcome_as_it_is() -> None:
    scene = Scene().settled("open")
    scene.bela.doubts(scene.worded, "Who pays?")
    assert scene.room.wall["outcomes"][scene.outcome]["state"] == "settled"


@pytest.mark.parametrize("kind", ["consensus", "open"])
def test_new_words_on_the_answer_take_the_outcome_back(kind: str) -> None:
    scene = Scene().settled(kind)
    scene.lead.words_answer("When we can answer for it.")
    assert scene.room.wall["outcomes"] == {}
    scene.outcome = scene.lead.proposes(kind)
    scene.bela.keeps("reservation", scene.lead.words_answer("Once more."), "Too much.")
    assert scene.room.wall["outcomes"] == {}


def test_a_withdrawn_answer_takes_the_consensus_on_it_along() -> None:
    scene = Scene().settled()
    scene.lead.withdraws(scene.worded)
    assert scene.room.wall["outcomes"] == {}


def test_a_new_proposal_takes_the_place_of_the_one_before_and_is_confirmed_anew() -> None:
    scene = Scene().proposed()
    scene.alice.confirms(scene.outcome)
    again = scene.lead.proposes("open")
    assert set(scene.room.wall["outcomes"]) == {again}
    assert scene.room.wall["confirmation"]["answered"] == 0
    with scene.room.refuses("no_outcome_proposed", "outcome"):
        scene.alice.confirms(scene.outcome)


def test_only_its_raiser_closes_a_doubt() -> None:
    scene = Scene().judgement()
    doubt = scene.bela.doubts(scene.core, "Was it safe?")
    for person in (scene.alice, scene.lead):
        with scene.room.refuses("not_yours"):
            person.settles(doubt)
    scene.bela.settles(doubt, "She saw all eight.")
    assert scene.room.wall["doubts"][doubt]["how"] == "She saw all eight."


@pytest.mark.parametrize("phone", [True, False])
def test_the_doubt_of_somebody_who_left_stays_open(phone: bool) -> None:
    scene = Scene().answer()
    raiser = scene.bela if phone else scene.elm
    doubt = raiser.doubts(scene.worded, "Who pays?")
    scene.lead.removes(raiser)
    with scene.room.refuses("not_yours"):
        scene.lead.settles(doubt)
    with scene.room.refuses("doubts_are_open", "kind"):
        scene.lead.proposes("consensus")


def test_a_doubt_about_what_was_withdrawn_is_no_longer_in_the_way() -> None:
    scene = Scene().answer()
    scene.bela.doubts(scene.core, "Was it safe?")
    scene.alice.withdraws(scene.core)
    scene.lead.proposes("consensus")


def test_running_out_of_time_is_a_full_result() -> None:
    scene = Scene().answer()
    scene.lead.closes()
    outcome = next(iter(scene.room.wall["outcomes"].values()))
    assert (outcome["kind"], outcome["state"], outcome["answer"]) == ("not_reached", "settled", scene.worded)
    assert scene.room.wall["course"]["closed"]


def test_the_facilitator_confirms_for_nobody_with_a_phone() -> None:
    scene = Scene().proposed()
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.confirms(scene.outcome)
