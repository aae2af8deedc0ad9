"""Undo names its target, leaves no trace, and refuses where something was built since. Room.ask tries every step."""

from __future__ import annotations

import pytest

from dialogue.vocabulary import Audience
from tests.cast import Room
from tests.dialogue.scene import Scene


def offered(scene: Scene) -> str | None:
    """What the console offers to take back."""
    name: str | None = scene.room.view(Audience.FACILITATOR)["undo"].get("name")
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
