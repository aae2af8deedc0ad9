"""Undo names its target, leaves no trace, and refuses where something was built since. Room.ask tries every step."""

from __future__ import annotations

import pytest

from dialogue import commands as ask
from dialogue.state.undo import still_as_left
from dialogue.vocabulary import Audience, Standing, TestResult, Words
from tests.cast import Room
from tests.dialogue.scene import Scene


def offered(scene: Scene) -> str | None:
    """What the console offers to take back."""
    undo = scene.room.view(Audience.FACILITATOR)["undo"]
    name: str | None = undo[max(undo)]["name"] if undo else None
    return name


def number(scene: Scene) -> int:
    """The number of the newest action."""
    return scene.room.state.actions[-1].number


def test_a_move_is_undone_with_ready_marks_the_word_and_the_clock() -> None:
    scene = Scene()
    scene.alice.is_ready()
    scene.lead.gives_word(scene.bela)
    before = scene.room.view(Audience.FACILITATOR)
    scene.lead.moves_to("experiences")
    scene.lead.undoes()
    assert scene.room.view(Audience.FACILITATOR) == before
    assert before["course"]["since"] < scene.room.clock


def test_a_move_is_not_undone_when_the_group_has_been_elsewhere_since() -> None:
    scene = Scene()
    scene.lead.moves_to("experiences")
    action = number(scene)
    scene.lead.moves_to("selection")
    scene.lead.moves_to("experiences")
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)
    scene.lead.undoes()
    scene.lead.undoes()
    scene.lead.undoes(action)
    assert scene.room.wall["course"]["stage"] == "opening"


def test_a_corrected_sentence_is_as_approved_as_before() -> None:
    scene = Scene().narrative()
    scene.alice.approves()
    scene.lead.corrects(scene.first, "I counted the toos.")
    scene.lead.undoes()
    assert scene.room.wall["narrative"]["approved"]
    assert not scene.room.wall["sentences"][scene.first]["corrected"]


def test_undoing_twice_takes_back_two_actions_and_redoes_none() -> None:
    scene = Scene().narrative()
    scene.lead.marks_heated(scene.first)
    scene.lead.marks_heated(scene.second)
    scene.lead.undoes()
    assert scene.room.wall["narrative"]["heated"] == scene.first
    scene.lead.undoes()
    assert "heated" not in scene.room.wall["narrative"]
    assert offered(scene) == "sentence_written"


def test_what_was_undone_cannot_be_undone_again() -> None:
    scene = Scene()
    scene.lead.moves_to("experiences")
    action = number(scene)
    scene.lead.undoes(action)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_a_question_worded_by_the_facilitator_is_undone_as_one_action() -> None:
    scene = Scene()
    wording = scene.lead.words_question("What is trust?")
    assert scene.room.wall["question"]["wording"] == wording
    scene.lead.undoes()
    assert scene.room.wall["question"]["text"] == "When is trust right?"
    assert wording not in scene.room.wall["wordings"]


def test_choosing_a_suggestion_is_undone_and_the_suggestion_stays() -> None:
    scene = Scene()
    wording = scene.alice.suggests("What is trust?")
    scene.lead.chooses_question(wording)
    scene.lead.undoes()
    assert scene.room.wall["question"]["text"] == "When is trust right?"
    assert wording in scene.room.wall["wordings"]


def test_an_earlier_action_can_be_undone_while_nothing_happened_to_it() -> None:
    scene = Scene().narrative()
    scene.lead.marks_heated(scene.first)
    action = number(scene)
    scene.lead.writes("Eight men were there.")
    scene.lead.undoes(action)
    assert "heated" not in scene.room.wall["narrative"]


def test_a_sentence_that_bears_a_statement_cannot_be_unwritten() -> None:
    scene = Scene().narrative()
    action = number(scene)
    scene.lead.moves_to("judgement")
    scene.lead.writes_for(scene.alice, "core_statement", "At 2 I asked him.", scene.second)
    with scene.room.refuses("built_upon"):
        scene.lead.undoes(action)


def test_a_sentence_that_was_corrected_since_cannot_be_unwritten() -> None:
    scene = Scene().narrative()
    action = number(scene)
    scene.alice.corrects(scene.second, "Two files were missing.")
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_a_request_that_was_answered_cannot_be_undone() -> None:
    scene = Scene().asked()
    action = number(scene)
    scene.alice.accepts(scene.file)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_an_undone_request_leads_back_to_the_one_before_it() -> None:
    scene = Scene().asked()
    scene.lead.asks_narrator(scene.forty, "It is short.")
    scene.lead.undoes()
    selection = scene.room.wall["selection"]
    assert (selection["asked"], selection["why"]) == (scene.file, "Everyone can picture the room.")


def test_a_proposal_that_somebody_answered_cannot_be_undone() -> None:
    scene = Scene().proposed()
    action = number(scene)
    scene.alice.confirms(scene.outcome)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_a_settled_outcome_cannot_be_undone() -> None:
    scene = Scene().proposed()
    action = number(scene)
    scene.lead.settles_outcome()
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_an_answer_worded_by_mistake_gives_the_settled_outcome_back() -> None:
    scene = Scene().settled()
    scene.lead.words_answer("When it …")
    assert scene.room.wall["outcomes"] == {}
    scene.lead.undoes()
    assert scene.room.wall["outcomes"][scene.outcome]["state"] == "settled"


def test_a_doubt_raised_meanwhile_keeps_the_consensus_from_coming_back() -> None:
    scene = Scene().settled()
    scene.lead.words_answer("When it …")
    action = number(scene)
    scene.bela.doubts(scene.core, "Was it safe?")
    scene.lead.undoes(action)
    assert scene.room.wall["outcomes"] == {}


def test_links_do_not_come_back_to_what_was_withdrawn() -> None:
    scene = Scene().judgement()
    scene.lead.links(scene.core)
    action = number(scene)
    scene.alice.withdraws(scene.second)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_links_do_not_come_back_into_a_circle() -> None:
    scene = Scene().judgement()
    reason = scene.lead.writes_for(scene.bela, "reason", "She knew him.", scene.core)
    scene.lead.links(reason, scene.second)
    action = number(scene)
    scene.lead.links(scene.core, reason)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_the_heated_point_does_not_come_back_to_a_withdrawn_sentence() -> None:
    scene = Scene().narrative()
    scene.lead.marks_heated(scene.first)
    scene.lead.marks_heated(scene.second)
    action = number(scene)
    scene.alice.withdraws(scene.first)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_the_question_does_not_come_back_to_a_withdrawn_wording() -> None:
    scene = Scene()
    first = scene.alice.suggests("What is trust?")
    second = scene.bela.suggests("Who may trust?")
    scene.lead.chooses_question(first)
    scene.lead.chooses_question(second)
    scene.alice.withdraws(first)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(number(scene))


def test_what_somebody_withdrew_is_remembered_by_no_action() -> None:
    scene = Scene().judgement()
    scene.lead.rewords(scene.core, "At 2 I asked first.")
    scene.alice.withdraws(scene.core)
    assert offered(scene) == "stage_entered"


@pytest.mark.parametrize("irreversible", ["show", "withdraw", "close"])
def test_what_is_irreversible_is_never_offered(irreversible: str) -> None:
    scene = Scene().asked()
    if irreversible == "show":
        before = offered(scene)
        scene.lead.shows_marks()
        assert offered(scene) == before
    elif irreversible == "withdraw":
        scene.alice.withdraws(scene.file)
        assert offered(scene) == "stage_entered"
    else:
        scene.lead.moves_to("closing")
        scene.lead.closes()
        assert offered(scene) is None


def test_absence_is_undone() -> None:
    scene = Scene()
    scene.lead.marks_absent(scene.bela)
    scene.lead.undoes()
    assert scene.room.wall["group"]["absent"] == 0


def test_only_fifty_actions_are_kept() -> None:
    room = Room()
    for _ in range(26):
        room.facilitator.moves_to("question")
        room.facilitator.moves_to("opening")
    with room.refuses("cannot_undo"):
        room.facilitator.undoes(2)
    assert len(room.state.actions) == 50


def test_a_title_written_for_someone_is_taken_back_before_the_move_that_came_before_it() -> None:
    scene = Scene().titles()
    scene.elm.tells("Fourty minutes")
    assert offered(scene) == "experience_told"
    scene.lead.undoes()
    assert "Fourty minutes" not in {item["text"] for item in scene.room.wall["experiences"].values()}
    assert scene.room.wall["course"]["stage"] == "experiences"


def test_a_title_that_the_group_has_proposed_is_not_undone() -> None:
    scene = Scene().titles()
    title = scene.elm.tells("Forty minutes")
    action = number(scene)
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(title, "")
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_an_option_switched_off_by_mistake_comes_back() -> None:
    scene = Scene()
    scene.lead.switches("tests", False)
    assert "tests" not in scene.room.wall["about"]["options"]
    scene.lead.undoes()
    assert "tests" in scene.room.wall["about"]["options"]


def test_a_form_that_took_the_place_of_another_gives_it_back() -> None:
    scene = Scene()
    scene.lead.switches("seven_item_evaluation", True)
    assert scene.room.wall["about"]["form"] == "seven_items"
    scene.lead.undoes()
    assert scene.room.wall["about"]["form"] == "five_items"


def test_what_was_written_quietly_stays_shown_when_the_move_that_showed_it_is_undone() -> None:
    scene = Scene()
    scene.lead.begins_quiet_writing()
    wording = scene.alice.suggests("What is trust?")
    scene.lead.moves_to("question")
    scene.lead.undoes()
    wall = scene.room.wall
    assert (wall["course"]["stage"], wall["course"]["quiet"]) == ("opening", False)
    assert wording in wall["wordings"]


def test_a_scribe_named_by_mistake_gives_the_pen_back() -> None:
    scene = Scene()
    scene.lead.assigns_scribe(scene.alice)
    scene.lead.assigns_scribe(scene.bela)
    scene.lead.undoes()
    assert (scene.alice.me["scribe"], scene.bela.me["scribe"]) == (True, False)


@pytest.mark.parametrize("meanwhile", ["leaves", "leads_others"])
def test_the_pen_does_not_go_back_to_whoever_may_not_hold_it(meanwhile: str) -> None:
    scene = Scene()
    scene.lead.assigns_scribe(scene.alice)
    scene.lead.assigns_scribe(scene.bela)
    if meanwhile == "leaves":
        scene.alice.leaves()
    else:
        scene.lead.marks_leads_others(scene.alice)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes()


def test_a_strategy_is_undone_to_the_one_before_and_then_to_the_matter() -> None:
    scene = Scene()
    scene.lead.marks_strategy("A new example?")
    scene.lead.marks_strategy("Another question?")
    scene.lead.undoes()
    assert scene.room.wall["level"] == {"now": "strategy", "strategy": "A new example?"}
    scene.lead.undoes()
    assert scene.room.wall["level"] == {"now": "content"}


def test_a_test_is_undone_and_the_one_before_it_stands_again() -> None:
    scene = Scene().answer()
    first = scene.lead.tests(scene.worded, scene.forty, "holds")
    second = scene.lead.tests(scene.worded, scene.forty, "out_of_scope")
    assert set(scene.room.wall["tests"]) == {second}
    scene.lead.undoes()
    assert set(scene.room.wall["tests"]) == {first}
    scene.lead.undoes()
    assert scene.room.wall["tests"] == {}


def test_an_answer_to_a_fact_is_one_action_and_leaves_the_question_open_again() -> None:
    scene = Scene().narrative()
    fact = scene.bela.asks_fact("Who held the key?", scene.first)
    taken = scene.room.state.actions_taken
    sentence = scene.lead.answers_fact(fact, "I held it.", after=scene.first)
    assert scene.room.state.actions_taken == taken + 1
    assert offered(scene) == "fact_answered"
    scene.lead.undoes()
    wall = scene.room.wall
    assert sentence not in wall["sentences"]
    assert "answered_by" not in wall["clarifications"][fact]
    again = scene.alice.answers_fact(fact, "My colleague held it.", after=scene.first)
    assert scene.room.wall["sentences"][again]["label"] == "1a"


def test_what_the_narrator_answered_is_not_the_facilitators_to_undo() -> None:
    scene = Scene().narrative()
    before = offered(scene), number(scene)
    scene.alice.answers_fact(scene.bela.asks_fact("Who held the key?"), "I held it.")
    assert (offered(scene), number(scene)) == before


def test_a_chair_is_undone_while_the_group_talks_about_itself_and_the_matter_still_waits() -> None:
    scene = Scene()
    scene.lead.words_question("What is trust?")
    worded = number(scene)
    scene.bela.calls_meta()
    scene.lead.assigns_chair(scene.alice)
    scene.lead.undoes()
    assert not scene.room.wall["level"]["chaired"]
    with scene.room.refuses("meta_in_progress"):
        scene.lead.undoes(worded)
    scene.lead.ends_meta("Each one finishes.")
    scene.lead.undoes(worded)
    assert scene.room.wall["question"]["text"] == "When is trust right?"


def test_between_two_sittings_the_matter_is_not_undone_and_an_option_is() -> None:
    scene = Scene()
    scene.lead.words_question("What is trust?")
    worded = number(scene)
    scene.lead.ends_sitting()
    scene.lead.switches("tests", False)
    scene.lead.undoes()
    with scene.room.refuses("resting"):
        scene.lead.undoes(worded)


def test_what_a_co_facilitator_wrote_down_is_undone_by_the_facilitator() -> None:
    scene = Scene().narrative()
    cora = scene.room.co_facilitator("Cora")
    sentence = cora.writes("Eight men were there.")
    assert offered(scene) == "sentence_written"
    with scene.room.refuses("not_allowed"):
        cora.undoes()
    scene.lead.undoes()
    assert sentence not in scene.room.wall["sentences"]


def test_whoever_takes_the_lead_can_undo_what_was_done_before() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.lead.moves_to("experiences")
    scene.room.offers_lead()
    cora.takes_lead()
    cora.undoes()
    assert scene.room.wall["course"]["stage"] == "opening"


@pytest.mark.parametrize("device", [True, False])
def test_a_doubt_entered_for_somebody_by_mistake_is_struck_and_one_of_their_own_is_not(device: bool) -> None:
    scene = Scene().judgement()
    before = number(scene)
    own = scene.bela.doubts(scene.core, "Was it fair?")
    assert number(scene) == before
    person = scene.bela if device else scene.elm
    entered = scene.lead.asks(ask.RaiseDoubt(scene.core, Words("Was it save?"), owner=person.seat))
    assert offered(scene) == "doubt_raised"
    scene.lead.undoes()
    assert set(scene.room.wall["doubts"]) == {own}
    assert scene.room.state.doubts[entered].standing is Standing.STRUCK


def test_a_doubt_that_its_raiser_has_settled_is_not_undone() -> None:
    scene = Scene().judgement()
    doubt = scene.lead.asks(ask.RaiseDoubt(scene.core, Words("Was it safe?"), owner=scene.bela.seat))
    action = number(scene)
    scene.bela.settles(doubt)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes(action)


def test_a_dissent_entered_by_mistake_gives_the_settled_outcome_back() -> None:
    scene = Scene().settled()
    scene.elm.keeps("dissent", scene.worded, "Not for newcomers.")
    assert scene.room.wall["outcomes"] == {}
    scene.lead.undoes()
    assert scene.room.wall["outcomes"][scene.outcome]["state"] == "settled"
    assert scene.room.wall["kept"] == {}


def test_positions_that_a_rewording_let_expire_are_taken_anew_after_its_undo() -> None:
    scene = Scene().answer()
    scene.alice.takes("agree", scene.worded)
    scene.lead.moves_to("judgement")
    scene.lead.rewords(scene.core, "At 2 I asked first.")
    scene.lead.undoes()
    assert scene.room.wall["positions"]["taken"] == 0
    assert "position" not in scene.alice.me


def test_the_reason_for_a_withdrawn_wording_is_remembered_by_no_action() -> None:
    scene = Scene()
    first = scene.alice.suggests("What is trust?")
    scene.lead.chooses_question(first, "Everyone here has been trusted once.")
    scene.lead.words_question("Who may trust?")
    scene.alice.withdraws(first)
    assert "Everyone here has been trusted once." not in repr(scene.room.state)


def test_a_test_does_not_come_back_that_its_owner_withdrew_meanwhile() -> None:
    scene = Scene().answer()
    first = scene.lead.asks(
        ask.TestAnswer(scene.worded, scene.forty, TestResult.HOLDS, Words("It does."), owner=scene.bela.seat)
    )
    scene.lead.tests(scene.worded, scene.forty, "out_of_scope")
    scene.bela.withdraws(first)
    with scene.room.refuses("cannot_undo"):
        scene.lead.undoes()


def test_what_is_undoable_is_named_with_its_target() -> None:
    scene = Scene().narrative()
    undo = scene.room.view(Audience.FACILITATOR)["undo"]
    newest = undo[max(undo)]
    assert newest == {
        "action": number(scene),
        "name": "sentence_written",
        "collection": "sentences",
        "number": 2,
        "label": "2",
        "text": "One file was missing.",
    }


def test_what_was_written_quietly_is_named_without_its_words() -> None:
    scene = Scene()
    scene.lead.moves_to("experiences")
    scene.lead.begins_quiet_writing()
    scene.elm.tells("Forty minutes")
    undo = scene.room.view(Audience.FACILITATOR)["undo"]
    assert undo[max(undo)]["name"] == "experience_told"
    assert "text" not in undo[max(undo)]
    scene.lead.undoes()
    scene.lead.shows_quiet_writing()
    assert scene.room.wall["experiences"] == {}


def test_a_doubt_that_was_entered_for_someone_is_taken_back_at_once_or_not_at_all() -> None:
    scene = Scene().answer()
    scene.lead.asks(ask.RaiseDoubt(scene.worded, Words("Who pays if we are wrong?"), owner=scene.bela.seat))
    doubted = scene.room.state.actions[-1]
    assert still_as_left(scene.room.state, doubted)
    scene.lead.words_answer("When it rests on what we have seen, and we can answer for it.", scene.core)
    assert not still_as_left(scene.room.state, doubted)
    with scene.room.refuses("cannot_undo"):
        scene.lead.asks(ask.UndoAction(doubted.number))
