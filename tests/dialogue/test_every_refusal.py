"""No reason why not without an example that meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue import commands as ask
from dialogue.methods.norwegian import NORWEGIAN
from dialogue.refusals import REFUSALS, Refusal
from dialogue.rules import door
from dialogue.vocabulary import ItemId, SeatId, StageKey, Words
from tests.cast import SITTING, Person, Room
from tests.dialogue.scene import Scene

Example = Callable[[Scene], object]
EXAMPLES: dict[str, tuple[Example, str | None]] = {}


def example(code: str, field: str | None = None) -> Callable[[Example], Example]:
    """Marks an example that ends in this refusal, which names this field."""

    def mark(play: Example) -> Example:
        EXAMPLES[code] = play, field
        return play

    return mark


@example("not_allowed")
def a_participant_moves_the_group(scene: Scene) -> None:
    scene.alice.asks(ask.MoveToStage(StageKey.QUESTION))


@example("wrong_stage")
def a_title_comes_too_early(scene: Scene) -> None:
    scene.alice.tells("The missing file")


@example("dialogue_closed")
def a_hand_goes_up_when_all_is_over(scene: Scene) -> None:
    scene.lead.moves_to("closing")
    scene.lead.closes()
    scene.alice.raises_hand()


@example("seat_gone")
def somebody_who_left_raises_a_hand(scene: Scene) -> None:
    scene.alice.leaves()
    scene.alice.raises_hand()


@example("unknown_seat")
def nobody_raises_a_hand(scene: Scene) -> None:
    Person(scene.room, SeatId("nobody")).raises_hand()


@example("unknown_item", "item")
def nothing_is_struck(scene: Scene) -> None:
    scene.lead.strikes(ItemId("nothing"))


@example("not_yours")
def somebody_withdraws_what_another_told(scene: Scene) -> None:
    scene.titles().bela.withdraws(scene.file)


@example("writes_for_themselves", "owner")
def the_facilitator_is_ready_for_somebody_with_a_phone(scene: Scene) -> None:
    scene.lead.asks(ask.MarkReady(owner=scene.alice.seat))


@example("too_long", "text")
def a_question_is_too_long(scene: Scene) -> None:
    scene.alice.suggests("?" * 201)


@example("empty", "text")
def a_question_is_blank(scene: Scene) -> None:
    scene.alice.suggests(" \n ")


@example("bad_character", "text")
def a_question_rings_a_bell(scene: Scene) -> None:
    scene.alice.suggests("What \x07 is trust?")


@example("door_closed")
def somebody_comes_to_a_closed_door(scene: Scene) -> None:
    scene.lead.closes_door()
    scene.room.ask(SeatId("door"), ask.TakeSeat(Words("Chris")))


@example("bad_head_count", "count")
def more_heads_are_counted_than_a_hall_holds(scene: Scene) -> None:
    scene.lead.counts_heads(1101)


@example("name_taken", "pseudonym")
def a_second_alice_comes(scene: Scene) -> None:
    scene.room.participant("ALICE")


@example("name_reserved", "pseudonym")
def somebody_poses_as_the_facilitator(scene: Scene) -> None:
    scene.room.participant("Facilitator")


@example("room_full")
def one_too_many_comes(scene: Scene) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "MOST_SEATS", len(scene.room.state.seats))
        scene.room.participant("Chris")


@example("stage_not_planned", "stage")
def the_group_moves_where_no_plan_leads(_: Scene) -> None:
    Room(plan=SITTING).facilitator.moves_to("principles")


@example("already_there", "stage")
def the_group_moves_where_it_is(scene: Scene) -> None:
    scene.lead.moves_to("opening")


@example("no_question_yet")
def the_group_moves_on_without_a_question(_: Scene) -> None:
    Room(question="").facilitator.moves_to("experiences")


@example("no_experience_chosen")
def a_sentence_of_nobodys_story(scene: Scene) -> None:
    scene.lead.moves_to("narrative")
    scene.lead.writes("I counted the tools.")


@example("already_chosen")
def the_chosen_experience_gets_another_title(scene: Scene) -> None:
    scene.narrative().lead.moves_to("selection")
    scene.alice.retitles(scene.file, "Another file")


@example("marks_already_shown")
def somebody_marks_too_late(scene: Scene) -> None:
    scene.asked().lead.shows_marks()
    scene.bela.marks(scene.file)


@example("narrator_not_asked")
def somebody_accepts_unasked(scene: Scene) -> None:
    scene.asked().elm.accepts(scene.forty)


@example("kind_not_here", "kind")
def a_principle_comes_before_its_stage(scene: Scene) -> None:
    scene.judgement().lead.states("principle", "Whoever trusts stays responsible.")


@example("rests_on_itself", "rests_on")
def two_statements_rest_on_each_other(scene: Scene) -> None:
    scene.judgement()
    reason = scene.lead.writes_for(scene.bela, "reason", "She knew him.", scene.core)
    scene.lead.links(scene.core, reason)


@example("not_a_link", "link")
def somebody_doubts_a_link_that_is_none(scene: Scene) -> None:
    scene.judgement().bela.doubts(scene.core, "How?", link=scene.first)


@example("doubt_is_closed")
def a_doubt_is_settled_twice(scene: Scene) -> None:
    doubt = scene.judgement().bela.doubts(scene.core, "Was it safe?")
    scene.bela.settles(doubt)
    scene.bela.settles(doubt)


@example("no_answer_yet")
def consensus_is_proposed_on_nothing(scene: Scene) -> None:
    scene.lead.moves_to("consensus")
    scene.lead.proposes("consensus")


@example("answer_outdated", "answer")
def a_reservation_comes_to_an_old_wording(scene: Scene) -> None:
    scene.answer().lead.words_answer("When we can answer for it.")
    scene.bela.keeps("reservation", scene.worded, "Too much.")


@example("doubts_are_open", "kind")
def consensus_is_proposed_over_a_doubt(scene: Scene) -> None:
    scene.answer().bela.doubts(scene.worded, "Who pays if we are wrong?")
    scene.lead.proposes("consensus")


@example("remainders_stand", "kind")
def reservations_are_proposed_that_nobody_has(scene: Scene) -> None:
    scene.answer().lead.proposes("consensus_with_reservations")


@example("no_outcome_proposed")
def nothing_is_settled(scene: Scene) -> None:
    scene.answer().lead.settles_outcome()


@example("outcome_is_settled")
def an_outcome_is_settled_twice(scene: Scene) -> None:
    scene.settled().lead.settles_outcome()


@example("outcome_not_settled")
def a_proposal_is_left_hanging(scene: Scene) -> None:
    scene.proposed().lead.closes()


@example("not_releasing")
def nothing_was_laid_before_the_group(scene: Scene) -> None:
    scene.settled().bela.answers_release()


@example("release_is_open")
def it_is_laid_before_the_group_twice(scene: Scene) -> None:
    scene.releasing().lead.opens_release()


@example("objections_open")
def it_leaves_before_people_could_object(scene: Scene) -> None:
    scene.releasing().lead.releases()


@example("bad_days", "days")
def people_get_eight_days_to_object(scene: Scene) -> None:
    scene.settled().lead.moves_to("closing")
    scene.lead.opens_release(8)


@example("unknown_evaluation_item", "items")
def eleven_of_ten_points_are_given(scene: Scene) -> None:
    scene.lead.moves_to("evaluation")
    scene.alice.evaluates(helped_me_think=11)


@example("already_answered")
def somebody_evaluates_twice(scene: Scene) -> None:
    scene.lead.moves_to("evaluation")
    scene.alice.evaluates(helped_me_think=8)
    scene.alice.evaluates(helped_me_think=1)


@example("cannot_undo")
def nothing_is_undone(scene: Scene) -> None:
    scene.lead.undoes(1)


@example("built_upon")
def a_sentence_is_struck_that_bears_a_statement(scene: Scene) -> None:
    scene.judgement().lead.strikes(scene.second)


@example("hand_not_raised")
def a_hand_goes_down_that_was_not_up(scene: Scene) -> None:
    scene.alice.lowers_hand()


@example("option_off")
def somebody_suggests_where_the_plan_has_no_suggestions(_: Scene) -> None:
    Room(plan=SITTING).participant("Alice").suggests("What is trust?")


@example("option_is_central", "option")
def pointing_is_switched_off_where_the_method_lives_from_it(_: Scene) -> None:
    Room(plan=NORWEGIAN.plans[90], method=NORWEGIAN).facilitator.switches("pointing", False)


@example("meta_in_progress")
def a_wording_comes_while_the_group_talks_about_itself(scene: Scene) -> None:
    scene.alice.calls_meta()
    scene.alice.suggests("What is trust?")


@example("meta_already_called")
def a_second_one_calls_a_meta_dialogue(scene: Scene) -> None:
    scene.alice.calls_meta()
    scene.bela.calls_meta()


@example("no_meta")
def a_meta_dialogue_ends_that_did_not_begin(scene: Scene) -> None:
    scene.lead.ends_meta("Nothing.")


@example("resting")
def a_wording_comes_between_two_sittings(scene: Scene) -> None:
    scene.lead.ends_sitting()
    scene.alice.suggests("What is trust?")


@example("not_resting")
def the_next_sitting_starts_before_this_one_ended(scene: Scene) -> None:
    scene.lead.starts_sitting()


@example("minutes_dont_fit", "minutes")
def a_plan_is_longer_than_the_time_there_is(_: Scene) -> None:
    Room(plan=replace(SITTING, available=60))


@example("leads_others", "seat")
def the_boss_becomes_scribe(scene: Scene) -> None:
    scene.lead.marks_leads_others(scene.bela)
    scene.lead.assigns_scribe(scene.bela)


@example("already_quiet")
def quiet_writing_begins_twice(scene: Scene) -> None:
    scene.lead.begins_quiet_writing()
    scene.lead.begins_quiet_writing()


@example("not_quiet")
def nothing_was_written_quietly(scene: Scene) -> None:
    scene.lead.shows_quiet_writing()


@example("clarification_answered")
def a_fact_is_answered_twice(scene: Scene) -> None:
    fact = scene.narrative().bela.asks_fact("Who held the key?")
    scene.alice.answers_fact(fact, "I held it.")
    scene.alice.answers_fact(fact, "He held it.")


@example("pointing_already_shown")
def somebody_points_too_late(scene: Scene) -> None:
    scene.narrative().lead.shows_pointing()
    scene.bela.points_at(scene.first)


@example("positions_already_shown")
def somebody_takes_a_position_too_late(scene: Scene) -> None:
    scene.answer().alice.takes("agree", scene.worded)
    scene.lead.shows_positions()
    scene.bela.takes("agree", scene.worded)


@example("no_positions_yet")
def positions_are_shown_that_nobody_took(scene: Scene) -> None:
    scene.answer().lead.shows_positions()


@example("tests_itself", "experience")
def the_answer_is_tested_where_it_came_from(scene: Scene) -> None:
    scene.answer().lead.tests(scene.worded, scene.file, "holds")


@example("matter_not_asked", "matter")
def a_counterexample_that_holds(scene: Scene) -> None:
    scene.answer().lead.tests(scene.worded, scene.forty, "holds", matter="counterexample")


@example("no_round")
def somebody_passes_where_no_round_goes_on(scene: Scene) -> None:
    scene.alice.passes()


@example("not_your_turn")
def somebody_passes_twice(scene: Scene) -> None:
    scene.lead.starts_round()
    scene.alice.passes()
    scene.alice.passes()


@example("no_speaker")
def nobody_has_finished(scene: Scene) -> None:
    scene.lead.ends_turn()


@example("bad_seconds", "seconds")
def a_silence_of_a_second(scene: Scene) -> None:
    scene.lead.keeps_silence(1)


@example("lead_not_offered")
def the_lead_is_seized(scene: Scene) -> None:
    scene.room.co_facilitator("Cora").takes_lead()


@example("lead_not_taken")
def the_lead_is_handed_back_to_nobody(scene: Scene) -> None:
    scene.lead.hands_back_lead()


@example("too_many_slips", "count")
def more_slips_are_printed_than_a_group_needs(scene: Scene) -> None:
    scene.lead.prints_slips(*(str(number) for number in range(1000, 1061)))


def test_every_refusal_has_an_example_and_a_code_of_its_own() -> None:
    assert set(EXAMPLES) == set(REFUSALS)
    assert len(REFUSALS) == len(Refusal.__subclasses__())


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_refusal_names_the_field_at_fault(code: str) -> None:
    play, field = EXAMPLES[code]
    scene = Scene()
    with pytest.raises(Refusal) as refused:
        play(scene)
    assert type(refused.value) is REFUSALS[code]
    assert refused.value.field == field
