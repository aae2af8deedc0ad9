"""Nothing can be asked for, and nothing can happen, without an example that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.events import Event
from tests.dialogue.anything import COMMANDS
from tests.dialogue.scene import Scene

Example = Callable[[Scene], object]
EXAMPLES: dict[type[Command], Example] = {}


def example(command: type[Command]) -> Callable[[Example], Example]:
    """Marks an example of this command."""

    def mark(play: Example) -> Example:
        EXAMPLES[command] = play
        return play

    return mark


@example(ask.TakeSeat)
def somebody_comes(scene: Scene) -> None:
    scene.room.participant("Chris")


@example(ask.SeatSomeone)
def somebody_without_a_phone_comes(scene: Scene) -> None:
    scene.room.by_voice("Chris")


@example(ask.OpenDoor)
def the_door_gets_another_code(scene: Scene) -> None:
    scene.lead.opens_door("AAAA-BBBB")


@example(ask.CloseDoor)
def the_door_closes(scene: Scene) -> None:
    scene.lead.closes_door()


@example(ask.SetDoor)
def people_are_let_in_one_by_one(scene: Scene) -> None:
    scene.lead.sets_door("admission")


@example(ask.AdmitSeat)
def somebody_who_knocks_is_let_in(scene: Scene) -> None:
    scene.lead.sets_door("admission")
    scene.lead.lets_in(scene.room.comes("Chris"))


@example(ask.TurnAway)
def somebody_who_knocks_is_turned_away(scene: Scene) -> None:
    scene.lead.turns_away(scene.room.comes("Chris", knocks=True))


@example(ask.CountHeads)
def the_heads_in_the_room_are_counted(scene: Scene) -> None:
    scene.lead.counts_heads(4)


@example(ask.NoteWifi)
def the_network_is_noted_and_forgotten(scene: Scene) -> None:
    scene.lead.notes_wifi("Training", "seven green chairs")
    scene.lead.notes_wifi("")


@example(ask.LeaveDialogue)
def an_observer_leaves_and_somebody_who_knocks_goes_away(scene: Scene) -> None:
    scene.mentor.leaves()
    scene.room.comes("Chris", knocks=True).leaves()


@example(ask.RemoveSeat)
def somebody_is_removed(scene: Scene) -> None:
    scene.lead.removes(scene.bela)


@example(ask.MarkPresence)
def somebody_is_absent(scene: Scene) -> None:
    scene.lead.marks_absent(scene.bela)


@example(ask.AgreeToRules)
def somebody_says_i_agree(scene: Scene) -> None:
    scene.elm.agrees()


@example(ask.MoveToStage)
def the_group_moves_on(scene: Scene) -> None:
    scene.lead.moves_to("experiences")


@example(ask.UndoAction)
def a_move_is_undone(scene: Scene) -> None:
    scene.lead.moves_to("experiences")
    scene.lead.undoes()


@example(ask.StrikeItem)
def a_title_is_struck_and_restored(scene: Scene) -> None:
    scene.titles().lead.strikes(scene.forty)
    scene.lead.undoes()


@example(ask.ParkItem)
def a_title_is_parked(scene: Scene) -> None:
    scene.titles().lead.parks(scene.file)


@example(ask.UnparkItem)
def a_parked_title_comes_back(scene: Scene) -> None:
    scene.titles().lead.parks(scene.file)
    scene.lead.unparks(scene.file)


@example(ask.WithdrawItem)
def a_title_is_withdrawn(scene: Scene) -> None:
    scene.titles().alice.withdraws(scene.file)


@example(ask.CloseDialogue)
def the_dialogue_ends(scene: Scene) -> None:
    scene.settled().lead.closes()


@example(ask.WordQuestion)
def a_question_is_worded(scene: Scene) -> None:
    scene.lead.words_question("What is trust?")


@example(ask.ChooseQuestion)
def a_suggestion_is_chosen(scene: Scene) -> None:
    scene.lead.chooses_question(scene.alice.suggests("What is trust?"))


@example(ask.TellExperience)
def titles_go_up(scene: Scene) -> None:
    scene.titles()


@example(ask.RetitleExperience)
def a_title_changes(scene: Scene) -> None:
    scene.titles().alice.retitles(scene.file, "The file")


@example(ask.SetExaminationPreference)
def somebody_would_rather_not(scene: Scene) -> None:
    scene.titles().alice.prefers(scene.file, not_for_examination=True)


@example(ask.MarkExperiences)
def somebody_marks(scene: Scene) -> None:
    scene.asked().bela.marks(scene.file, scene.forty)


@example(ask.ShowMarks)
def the_marks_are_shown(scene: Scene) -> None:
    scene.asked().lead.shows_marks()


@example(ask.AskNarrator)
def a_narrator_is_asked_and_that_undone(scene: Scene) -> None:
    scene.asked().lead.undoes()


@example(ask.AcceptNarrating)
def the_narrator_accepts(scene: Scene) -> None:
    scene.asked().alice.accepts(scene.file)


@example(ask.DeclineNarrating)
def the_narrator_declines(scene: Scene) -> None:
    scene.asked().alice.declines(scene.file)


@example(ask.WriteSentence)
def sentences_are_written(scene: Scene) -> None:
    scene.narrative()


@example(ask.CorrectSentence)
def the_narrator_corrects(scene: Scene) -> None:
    scene.narrative().alice.corrects(scene.first, "I counted them twice.")


@example(ask.ApproveNarrative)
def the_narrator_approves(scene: Scene) -> None:
    scene.narrative().alice.approves()


@example(ask.MarkHeatedPoint)
def the_heated_point_is_marked(scene: Scene) -> None:
    scene.narrative().lead.marks_heated(scene.second)


@example(ask.WriteStatement)
def a_statement_is_written(scene: Scene) -> None:
    scene.judgement()


@example(ask.RewordStatement)
def its_owner_rewords_it(scene: Scene) -> None:
    scene.judgement().alice.rewords(scene.core, "At 2 I asked first.")


@example(ask.SetLinks)
def it_rests_on_something_else(scene: Scene) -> None:
    scene.judgement().lead.links(scene.core, scene.first)


@example(ask.RaiseDoubt)
def somebody_doubts(scene: Scene) -> None:
    scene.judgement().bela.doubts(scene.core, "Was it safe?")


@example(ask.CloseDoubt)
def a_doubt_is_settled(scene: Scene) -> None:
    scene.judgement().bela.settles(scene.bela.doubts(scene.core, "Was it safe?"), "She saw all eight.")


@example(ask.WordAnswer)
def an_answer_is_worded(scene: Scene) -> None:
    scene.answer()


@example(ask.VoiceRemainder)
def somebody_dissents(scene: Scene) -> None:
    scene.answer().bela.keeps("dissent", scene.worded, "Not for newcomers.")


@example(ask.ProposeOutcome)
def an_outcome_is_proposed(scene: Scene) -> None:
    scene.proposed()


@example(ask.AnswerOutcome)
def somebody_objects(scene: Scene) -> None:
    scene.proposed().bela.objects(scene.outcome, "Too soon.")


@example(ask.SettleOutcome)
def the_outcome_is_settled(scene: Scene) -> None:
    scene.settled()


@example(ask.TakeBackOutcome)
def the_outcome_is_taken_back(scene: Scene) -> None:
    scene.proposed().lead.takes_back_outcome()


@example(ask.OpenRelease)
def what_would_leave_is_laid_before_the_group(scene: Scene) -> None:
    scene.releasing()


@example(ask.TakeBackRelease)
def nothing_leaves_after_all(scene: Scene) -> None:
    scene.releasing().lead.takes_back_release()


@example(ask.WordPassage)
def a_passage_is_worded_for_leaving(scene: Scene) -> None:
    scene.releasing().lead.words_passage(scene.worded, "When nobody is put at risk by it.")


@example(ask.AnswerRelease)
def somebody_keeps_the_answer_back(scene: Scene) -> None:
    scene.releasing().bela.answers_release(keeps=(scene.worded,), soon=True)


@example(ask.EndObjections)
def the_time_to_object_is_over(scene: Scene) -> None:
    scene.releasing().room.time_to_object_is_over()


@example(ask.ReleaseResult)
def the_result_leaves(scene: Scene) -> None:
    scene.releasing().room.time_to_object_is_over()
    scene.lead.releases()


@example(ask.RaiseHand)
def somebody_lost_the_thread(scene: Scene) -> None:
    scene.alice.raises_hand("lost_thread")


@example(ask.LowerHand)
def a_hand_goes_down(scene: Scene) -> None:
    scene.alice.raises_hand()
    scene.alice.lowers_hand()


@example(ask.GiveWord)
def somebody_gets_the_word(scene: Scene) -> None:
    scene.lead.gives_word(scene.elm)


@example(ask.MarkReady)
def somebody_is_ready(scene: Scene) -> None:
    scene.alice.is_ready()


@example(ask.AnswerEvaluation)
def somebody_evaluates(scene: Scene) -> None:
    scene.lead.moves_to("evaluation")
    scene.alice.evaluates("Good.", helped_me_think=8)


@example(ask.PrintSlips)
def slips_are_printed(scene: Scene) -> None:
    scene.lead.prints_slips("4711", "2080")


@example(ask.ClaimSlip)
def somebody_says_a_slip_is_theirs(scene: Scene) -> None:
    slip = scene.lead.prints_slips("4711")[0]
    scene.lead.moves_to("experiences")
    slip.tells("The missing file")
    scene.lead.gives_slip(slip, scene.bela)


@example(ask.OfferLead)
def the_facilitator_has_been_offline(scene: Scene) -> None:
    scene.room.co_facilitator("Cora")
    scene.room.offers_lead()


@example(ask.WithdrawLeadOffer)
def the_facilitator_is_back_in_time(scene: Scene) -> None:
    scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    scene.room.withdraws_lead_offer()


@example(ask.TakeLead)
def the_co_facilitator_takes_over(scene: Scene) -> None:
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()


@example(ask.HandBackLead)
def the_co_facilitator_hands_back(scene: Scene) -> None:
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()
    cora.hands_back_lead()


@example(ask.AssignScribe)
def somebody_writes(scene: Scene) -> None:
    scene.lead.assigns_scribe(scene.bela)


@example(ask.MarkLeadsOthers)
def somebody_commands_the_others(scene: Scene) -> None:
    scene.lead.marks_leads_others(scene.bela)


@example(ask.SwitchOption)
def an_option_is_switched_off(scene: Scene) -> None:
    scene.lead.switches("tests", False)


@example(ask.EndSitting)
def the_sitting_ends(scene: Scene) -> None:
    scene.lead.ends_sitting()


@example(ask.StartSitting)
def the_next_sitting_starts(scene: Scene) -> None:
    scene.lead.ends_sitting()
    scene.lead.starts_sitting()


@example(ask.BeginQuietWriting)
def the_group_writes_quietly(scene: Scene) -> None:
    scene.lead.begins_quiet_writing()


@example(ask.ShowQuietWriting)
def all_of_it_is_shown(scene: Scene) -> None:
    scene.lead.begins_quiet_writing()
    scene.titles().lead.begins_quiet_writing()
    scene.bela.tells("The second key")
    scene.lead.shows_quiet_writing()


@example(ask.MarkHasExperience)
def somebody_has_lived_it(scene: Scene) -> None:
    scene.elm.has_lived(scene.lead.words_question("What is trust?"))


@example(ask.WriteAccount)
def somebody_writes_an_account(scene: Scene) -> None:
    scene.titles().alice.writes_account(scene.file, "It was a Tuesday, and raining.")


@example(ask.GiveChoiceReason)
def somebody_says_why(scene: Scene) -> None:
    scene.asked().bela.gives_reason(scene.file, "I know that room.")


@example(ask.AskFact)
def somebody_asks_a_fact(scene: Scene) -> None:
    scene.narrative().bela.asks_fact("Who held the key?", scene.first)


@example(ask.AnswerFact)
def the_narrator_answers(scene: Scene) -> None:
    fact = scene.narrative().elm.asks_fact("Who held the key?")
    scene.alice.answers_fact(fact, "I held it.", after=scene.first)


@example(ask.PointAtSentences)
def somebody_points(scene: Scene) -> None:
    scene.narrative().elm.points_at(scene.second)


@example(ask.ShowPointing)
def it_is_shown_who_pointed_at_what(scene: Scene) -> None:
    scene.narrative().bela.points_at(scene.second)
    scene.lead.shows_pointing()


@example(ask.TestAnswer)
def the_answer_is_tested(scene: Scene) -> None:
    scene.answer().lead.tests(scene.worded, scene.forty, "holds")


@example(ask.TakePosition)
def positions_expire_with_a_new_wording(scene: Scene) -> None:
    scene.answer().bela.takes("agree", scene.worded)
    scene.lead.words_answer("When we can answer for it.")


@example(ask.ShowPositions)
def positions_are_shown_together(scene: Scene) -> None:
    scene.answer().bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.elm.takes("not_yet_clear", scene.worded, "Who has seen what?")
    scene.lead.shows_positions()


@example(ask.MarkStrategy)
def the_talk_is_about_which_way_next(scene: Scene) -> None:
    scene.lead.marks_strategy("A new example?")


@example(ask.ResumeContent)
def back_to_the_matter(scene: Scene) -> None:
    scene.lead.marks_strategy("A new example?")
    scene.lead.resumes_content()


@example(ask.CallMeta)
def somebody_calls_a_meta_dialogue(scene: Scene) -> None:
    scene.bela.calls_meta()


@example(ask.AssignChair)
def a_participant_chairs_it(scene: Scene) -> None:
    scene.bela.calls_meta(named=True)
    scene.lead.assigns_chair(scene.alice)


@example(ask.WriteMetaNote)
def a_note_is_kept_apart(scene: Scene) -> None:
    scene.bela.calls_meta()
    scene.lead.writes_meta_note("We interrupt each other.")


@example(ask.EndMeta)
def the_group_says_what_it_changes(scene: Scene) -> None:
    scene.bela.calls_meta()
    scene.lead.ends_meta("Each one finishes.")


@example(ask.EndTurn)
def the_speaker_has_finished(scene: Scene) -> None:
    scene.lead.gives_word(scene.alice)
    scene.alice.ends_turn()


@example(ask.StartRound)
def everyone_has_a_turn(scene: Scene) -> None:
    scene.lead.starts_round()


@example(ask.PassTurn)
def somebody_passes(scene: Scene) -> None:
    scene.lead.starts_round()
    scene.elm.passes()


@example(ask.EndRound)
def the_round_ends_before(scene: Scene) -> None:
    scene.lead.starts_round()
    scene.lead.ends_round()


@example(ask.KeepSilence)
def a_minute_of_silence(scene: Scene) -> None:
    scene.lead.keeps_silence(60)


@example(ask.EndSilence)
def the_silence_ends_before(scene: Scene) -> None:
    scene.lead.keeps_silence(60)
    scene.lead.ends_silence()


@example(ask.SendNote)
def somebody_tells_the_facilitator_privately(scene: Scene) -> None:
    scene.alice.sends_note("I would like a break.")


@example(ask.AcknowledgeNote)
def the_facilitator_has_read_it(scene: Scene) -> None:
    scene.lead.acknowledges(scene.alice.sends_note("I would like a break."))


@example(ask.NoteObservation)
def the_mentor_saw_something(scene: Scene) -> None:
    scene.mentor.observes("question_held", "clearly")


@example(ask.ShowIntervention)
def an_intervention_is_shown(scene: Scene) -> None:
    scene.lead.shows_intervention("who_doubts")


@example(ask.HideIntervention)
def an_intervention_is_taken_away(scene: Scene) -> None:
    scene.lead.shows_intervention("own_words", "Whose key was it?")
    scene.lead.hides_intervention()


@example(ask.ReflectOnLeading)
def the_facilitator_looks_back(scene: Scene) -> None:
    scene.lead.moves_to("evaluation")
    scene.lead.reflects("I spoke too much.", helped_me_think=6)


@example(ask.ReportScreenTime)
def a_device_tells_how_long_it_was_looked_at(scene: Scene) -> None:
    scene.lead.moves_to("evaluation")
    scene.alice.reports_screen_time(240)


def test_every_command_has_an_example() -> None:
    assert set(EXAMPLES) == set(COMMANDS)


@pytest.mark.parametrize("command", EXAMPLES, ids=lambda command: command.__name__)
def test_a_command_is_accepted_and_something_happens(command: type[Command]) -> None:
    scene = Scene()
    EXAMPLES[command](scene)
    assert command in scene.room.accepted


def test_the_examples_bring_about_every_event() -> None:
    happened: set[type[Event]] = set()
    for play in EXAMPLES.values():
        scene = Scene()
        play(scene)
        happened |= {type(event) for event in scene.room.happened}
    assert happened == set(get_args(Event))
