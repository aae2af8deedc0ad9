"""What goes wrong in a room, and what comes of it: each has an outcome of its own and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue import commands as ask
from dialogue.events import OutcomeTakenBack, PositionsExpired
from dialogue.method import Method
from dialogue.methods import DEFAULT_METHOD, METHODS
from dialogue.methods.short_90 import SHORT_90
from dialogue.refusals import MinutesDontFit
from dialogue.rules.seats import Draft, begin
from dialogue.vocabulary import DialogueId, ItemId, PlanOption, SeatId
from sessions.rooms.sentences import SENTENCES
from tests.cast import SITTING, Facilitator, Room
from tests.dialogue.scene import Scene

CODES = (
    "already_answered",
    "answer_outdated",
    "built_upon",
    "doubt_is_closed",
    "doubts_are_open",
    "lead_not_offered",
    "meta_already_called",
    "minutes_dont_fit",
    "no_experience_chosen",
    "not_yours",
    "stage_not_planned",
    "unknown_item",
    "unknown_seat",
)


@pytest.mark.parametrize("code", CODES)
def test_each_of_these_has_its_sentence(code: str) -> None:
    assert str(SENTENCES[code]).strip().endswith(".")


# A going-back that would orphan links.


def test_going_back_takes_nothing_away_that_bears_something() -> None:
    scene = Scene().answer()
    scene.lead.moves_to("narrative")
    with scene.room.refuses("built_upon"):
        scene.lead.strikes(scene.second)
    with scene.room.refuses("built_upon"):
        scene.lead.strikes(scene.core)
    assert scene.room.wall["statements"][scene.core]["rests_on"] == {scene.second: True}
    assert scene.room.wall["answers"][scene.worded]["rests_on"] == {scene.core: True}


def test_a_parked_sentence_hides_its_link_and_brings_it_back() -> None:
    scene = Scene().answer()
    scene.lead.moves_to("narrative")
    scene.lead.parks(scene.second)
    assert scene.room.wall["statements"][scene.core]["rests_on"] == {}
    scene.lead.unparks(scene.second)
    assert scene.room.wall["statements"][scene.core]["rests_on"] == {scene.second: True}


def test_another_story_hides_the_links_to_the_first_and_the_first_brings_them_back() -> None:
    scene = Scene().answer()
    scene.lead.moves_to("selection")
    for story, teller in ((scene.forty, scene.elm), (scene.file, scene.alice)):
        scene.lead.asks_narrator(story)
        teller.accepts(story)
        shown = {} if story == scene.forty else {scene.second: True}
        assert scene.room.wall["statements"][scene.core]["rests_on"] == shown
    assert set(scene.room.wall["sentences"]) == {scene.first, scene.second}


# A withdrawal of the chosen story.


def test_a_withdrawn_story_takes_along_what_was_told_and_leaves_what_was_thought() -> None:
    scene = Scene().answer()
    scene.lead.moves_to("narrative")
    scene.lead.marks_heated(scene.second)
    scene.bela.points_at(scene.second)
    scene.lead.shows_pointing()
    scene.lead.moves_to("consensus")
    doubt = scene.bela.doubts(scene.core, "Was it safe?")
    scene.elm.takes("agree", scene.worded)
    scene.alice.withdraws(scene.file)
    assert PositionsExpired in {type(event) for event in scene.room.last.events}
    wall, state = scene.room.wall, scene.room.state
    assert (wall["sentences"], wall["narrative"]) == ({}, {"approved": False})
    assert wall["statements"][scene.core]["rests_on"] == {}
    assert wall["answers"][scene.worded]["rests_on"] == {scene.core: True}
    assert wall["doubts"][doubt]["open"]
    assert (state.chosen, state.heated, state.pointing, state.pointing_shown) == (None, None, {}, False)
    assert state.positions == {}
    with scene.room.refuses("unknown_item", "item"):
        scene.alice.withdraws(scene.file)


def test_without_a_story_nothing_more_is_told_and_another_can_be_chosen() -> None:
    scene = Scene().judgement()
    scene.alice.withdraws(scene.file)
    with scene.room.refuses("no_experience_chosen"):
        scene.lead.writes("I counted the tools.")
    scene.lead.links(scene.core, scene.forty)
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    scene.lead.moves_to("narrative")
    promised = scene.lead.writes("I promised to come back.")
    assert scene.room.wall["sentences"][promised]["label"] == "1"


AGREED = ["consensus", "consensus_with_reservations"]
UNDERMINES: dict[str, Callable[[Scene], object]] = {
    "the story": lambda scene: scene.alice.withdraws(scene.file),
    "a sentence under the ladder": lambda scene: scene.alice.withdraws(scene.second),
    "a statement under the answer": lambda scene: scene.alice.withdraws(scene.core),
}


def agreed(kind: str) -> Scene:
    """The group settled on an answer that rests on the second sentence, by way of the core statement."""
    scene = Scene().answer()
    if kind == "consensus_with_reservations":
        scene.bela.keeps("reservation", scene.worded, "Too much for one person.")
    scene.outcome = scene.lead.proposes(kind)
    for person in scene.people:
        person.confirms(scene.outcome)
    scene.lead.settles_outcome()
    return scene


@pytest.mark.parametrize("kind", AGREED)
@pytest.mark.parametrize("gone", UNDERMINES)
def test_what_was_agreed_on_withdrawn_ground_the_group_decides_anew(gone: str, kind: str) -> None:
    scene = agreed(kind)
    UNDERMINES[gone](scene)
    assert OutcomeTakenBack(scene.outcome) in scene.room.last.events
    assert scene.room.wall["outcomes"] == {}
    assert scene.worded in scene.room.wall["answers"]
    again = scene.lead.proposes(kind)
    for person in scene.people:
        person.confirms(again)
    scene.lead.settles_outcome()
    assert scene.room.wall["outcomes"][again]["kind"] == kind, "the answer may stand without it"


@pytest.mark.parametrize("kind", ["open", "not_reached"])
def test_an_end_on_which_nothing_was_agreed_outlives_the_story(kind: str) -> None:
    scene = Scene().settled(kind)
    scene.alice.withdraws(scene.file)
    assert set(scene.room.wall["outcomes"]) == {scene.outcome}


def test_what_bears_nothing_is_withdrawn_without_a_trace_on_the_outcome() -> None:
    scene = agreed("consensus")
    scene.alice.withdraws(scene.first)
    scene.elm.withdraws(scene.forty)
    assert set(scene.room.wall["outcomes"]) == {scene.outcome}


def test_no_undo_brings_back_what_was_agreed_on_withdrawn_ground() -> None:
    scene = agreed("consensus")
    scene.lead.words_answer("When …")
    worded = scene.room.offered()
    scene.alice.withdraws(scene.file)
    scene.lead.undoes(worded)
    assert scene.room.state.answer is not None
    assert scene.room.state.answer.id == scene.worded
    assert scene.room.wall["outcomes"] == {}


# A narrator who goes in mid-narrative.


@pytest.mark.parametrize("how", ["leaves", "removed"])
@pytest.mark.parametrize("phone", [True, False])
def test_the_story_of_a_narrator_who_goes_stays_and_waits_for_no_approval(phone: bool, how: str) -> None:
    scene = Scene().titles()
    story, teller = (scene.file, scene.alice) if phone else (scene.forty, scene.elm)
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(story)
    teller.accepts(story)
    scene.lead.moves_to("narrative")
    first = scene.lead.writes("I counted the tools.")
    fact = scene.bela.asks_fact("Who held the key?")
    if phone and how == "leaves":
        teller.leaves()
    else:
        scene.lead.removes(teller)
    second = scene.lead.writes("One file was missing.")
    scene.lead.corrects(first, "I counted the tools twice.")
    answer = scene.lead.answers_fact(fact, "He held it.", after=first)
    assert {first, answer, second} == set(scene.room.wall["sentences"])
    with scene.room.refuses("not_yours"):
        scene.lead.approves()
    assert not scene.room.wall["narrative"]["approved"]
    scene.lead.moves_to("judgement")
    scene.lead.writes_for(scene.bela, "reason", "He knew him.", second)


def test_another_narrator_can_be_asked_when_the_first_has_gone() -> None:
    scene = Scene().narrative()
    scene.alice.leaves()
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    assert scene.room.wall["selection"]["chosen"] == scene.forty
    scene.lead.asks_narrator(scene.file)
    selection = scene.room.wall["selection"]
    assert "asked" not in selection, "nobody waits for who has gone"
    assert (selection["chosen"], selection["declined"]) == (scene.forty, {scene.file: True})


@pytest.mark.parametrize("phone", [True, False])
def test_who_was_asked_and_went_narrates_nothing(phone: bool) -> None:
    scene = Scene().titles()
    story, teller = (scene.file, scene.alice) if phone else (scene.forty, scene.elm)
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(story)
    scene.lead.removes(teller)
    with scene.room.refuses("seat_gone" if phone else "not_yours"):
        teller.accepts(story)
    other, another = (scene.forty, scene.elm) if phone else (scene.file, scene.alice)
    scene.lead.asks_narrator(other)
    another.accepts(other)
    assert scene.room.wall["selection"]["chosen"] == other


def test_a_narrator_who_is_only_offline_keeps_the_story() -> None:
    scene = Scene().narrative()
    scene.lead.marks_absent(scene.alice)
    scene.lead.writes("It was night.")
    with scene.room.refuses("not_yours"):
        scene.lead.approves()
    scene.lead.marks_absent(scene.alice, absent=False)
    scene.alice.approves()
    assert scene.room.wall["narrative"]["approved"]


# A facilitator who never returns.


def handed_over() -> tuple[Scene, Facilitator]:
    """The facilitator was offline for a while, and the co-facilitator took the lead."""
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()
    return scene, cora


def test_the_lead_is_offered_and_not_seized() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    with scene.room.refuses("lead_not_offered"):
        cora.takes_lead()
    scene.room.offers_lead()
    for person in (scene.alice, scene.lead):
        with scene.room.refuses("not_allowed"):
            person.asks(ask.TakeLead())
    scene.room.withdraws_lead_offer()
    with scene.room.refuses("lead_not_offered"):
        cora.takes_lead()
    assert scene.room.state.facilitator == scene.lead.seat


def test_without_a_co_facilitator_the_lead_is_offered_to_nobody() -> None:
    scene = Scene()
    scene.room.offers_lead()
    assert scene.room.last.events == ()


def test_a_dialogue_is_led_to_its_end_by_whoever_took_over() -> None:
    scene, cora = handed_over()
    # From here on the first facilitator is never seen again.
    scene.lead = scene.room.facilitator = cora
    scene.settled()
    cora.moves_to("closing")
    cora.enters_evaluation(helped_me_think=8)
    cora.reflects("I did not expect to lead.")
    cora.closes()
    wall = scene.room.wall
    assert wall["course"]["closed"]
    assert wall["outcomes"][scene.outcome]["kind"] == "consensus"


def test_who_took_over_cannot_send_the_first_facilitator_away_and_who_led_moves_nothing() -> None:
    scene, cora = handed_over()
    with scene.room.refuses("unknown_seat", "seat"):
        cora.removes(scene.lead)
    with scene.room.refuses("not_allowed"):
        scene.lead.moves_to("experiences")
    cora.hands_back_lead()
    scene.lead.moves_to("experiences")
    assert scene.room.wall["course"]["stage"] == "experiences"


def test_what_the_first_facilitator_did_can_be_undone_by_the_next() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.lead.moves_to("experiences")
    moved = scene.room.offered()
    scene.room.offers_lead()
    cora.takes_lead()
    cora.undoes(moved)
    assert scene.room.wall["course"]["stage"] == "opening"


# Two people closing one doubt.


def test_two_people_close_one_doubt() -> None:
    scene = Scene().answer()
    doubt = scene.bela.doubts(scene.core, "Was it safe?")
    with scene.room.refuses("not_yours"):
        scene.alice.settles(doubt, "It was.")
    scene.bela.settles(doubt, "She saw all eight.")
    with scene.room.refuses("doubt_is_closed"):
        scene.bela.settles(doubt, "Once more.")
    with scene.room.refuses("not_yours"):
        scene.alice.settles(doubt, "It was.")
    assert scene.room.wall["doubts"][doubt]["how"] == "She saw all eight."


def test_two_who_lead_close_the_doubt_of_somebody_without_a_device() -> None:
    scene = Scene().answer()
    cora = scene.room.co_facilitator("Cora")
    doubt = scene.elm.doubts(scene.core, "Was it safe?")
    cora.settles(doubt, "Elm says it was.")
    with scene.room.refuses("doubt_is_closed"):
        scene.lead.settles(doubt)


# An answer reworded while positions come in.


def test_an_answer_is_reworded_while_positions_come_in() -> None:
    scene = Scene().answer()
    scene.alice.takes("agree", scene.worded)
    again = scene.lead.words_answer("When we can answer for it.", scene.core)
    assert [type(event) for event in scene.room.last.events].count(PositionsExpired) == 1
    with scene.room.refuses("answer_outdated", "answer"):
        scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    assert scene.room.wall["positions"] == {"answer": again, "taken": 0, "of": 3, "shown": False}
    with scene.room.refuses("no_positions_yet"):
        scene.lead.shows_positions()
    scene.bela.takes("disagree", again, "Not for newcomers.")
    assert scene.room.wall["positions"]["taken"] == 1


def test_an_undone_wording_leads_back_to_one_that_is_asked_about_anew() -> None:
    scene = Scene().answer()
    scene.alice.takes("agree", scene.worded)
    again = scene.lead.words_answer("When we can answer for it.", scene.core)
    scene.bela.takes("agree", again)
    scene.lead.undoes()
    with scene.room.refuses("answer_outdated", "answer"):
        scene.bela.takes("agree", again)
    assert scene.room.wall["positions"] == {"answer": scene.worded, "taken": 0, "of": 3, "shown": False}


# A plan whose minutes don't fit, and options for which there is no place.


@pytest.mark.parametrize(("available", "fits"), [(0, True), (89, False), (90, True), (120, True)])
def test_a_plan_takes_no_longer_than_the_group_has(available: int, fits: bool) -> None:
    plan = replace(SITTING, available=available)
    draft = Draft(DEFAULT_METHOD, plan, "Trust", "When is trust right?", "Speak.", "Duty.", "Lead", 5)
    assert plan.overrun == (0 if fits else 1)
    if fits:
        assert begin(draft, DialogueId("dialogue"), SeatId("lead")).plan.available == available
    else:
        with pytest.raises(MinutesDontFit) as refused:
            begin(draft, DialogueId("dialogue"), SeatId("lead"))
        assert refused.value.field == "minutes"


PLACELESS = [(method, option) for method in METHODS.values() for option in PlanOption if not method.offers(option)]


@pytest.mark.parametrize(
    ("method", "option"),
    PLACELESS,
    ids=[f"{method.key} {method.version} {option.value}" for method, option in PLACELESS],
)
def test_an_option_that_the_method_has_no_place_for_is_not_switched_on(method: Method, option: PlanOption) -> None:
    room = Room(plan=method.plans[90], method=method)
    with room.refuses("stage_not_planned", "option"):
        room.facilitator.switches(option.value, True)
    room.facilitator.switches(option.value, False)
    assert room.last.events == (), "it was never on"


def test_there_is_a_method_without_a_place_for_something() -> None:
    assert (SHORT_90, PlanOption.PRINCIPLES) in PLACELESS


@pytest.mark.parametrize("option", [option for option in PlanOption if SHORT_90.offers(option)])
def test_every_other_option_is_switched(option: PlanOption) -> None:
    room = Room(plan=SITTING, method=SHORT_90)
    before = option.value in room.wall["about"]["options"]
    room.facilitator.switches(option.value, not before)
    assert (option.value in room.wall["about"]["options"]) is not before


def test_nothing_at_all_is_withdrawn() -> None:
    scene = Scene()
    with scene.room.refuses("unknown_item", "item"):
        scene.alice.withdraws(ItemId("nothing"))
