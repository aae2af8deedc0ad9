"""Paper slips: numbered at random, entered by nobody's superior, taken back by return slip, claimed to be narrated."""

from __future__ import annotations

import pytest

from dialogue import commands as ask
from dialogue.rules.slips import MOST_SLIPS
from dialogue.vocabulary import Audience, OutcomeKind, Words
from tests.cast import Person
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


def on_slips(scene: Scene) -> list[Person]:
    """Two slips with a title each."""
    slips = scene.lead.prints_slips("4711", "2080")
    scene.titles()
    return slips


def test_a_slip_is_a_number_that_nobody_counts() -> None:
    scene = Scene()
    people = scene.room.wall["group"]["people"]
    slips = scene.lead.prints_slips("4711", "2080")
    assert [slip.name for slip in slips] == ["4711", "2080"]
    assert scene.room.wall["group"]["people"] == people
    assert scene.room.wall["group"]["by_voice"] == 1
    roles = {seat["pseudonym"]: seat["role"] for seat in scene.room.view(Audience.FACILITATOR)["seats"].values()}
    assert roles["4711"] == "slip"


def test_numbers_drawn_twice_are_passed_over_and_no_more_are_made_than_a_group_needs() -> None:
    scene = Scene()
    scene.lead.prints_slips("4711")
    scene.lead.asks(ask.PrintSlips(2, ("4711", "2080", "2080", "3113", "5005")))
    slips = [seat.pseudonym for seat in scene.room.state.seats.values() if seat.role == "slip"]
    assert slips == ["4711", "2080", "3113"]
    with scene.room.refuses("too_many_slips", "count"):
        scene.lead.asks(ask.PrintSlips(MOST_SLIPS - 2, ("1001",)))
    with scene.room.refuses("too_many_slips", "count"):
        scene.lead.asks(ask.PrintSlips(0))


def test_what_is_on_a_slip_goes_up_like_any_title_and_tells_nobody_who_wrote_it() -> None:
    scene = Scene()
    slip, _ = on_slips(scene)
    title = slip.tells("The second key")
    assert scene.room.wall["experiences"][title] == {"number": 3, "text": "The second key"}
    assert "4711" not in strings(scene.room.view())
    assert scene.lead.me["own"][title]["for"] == slip.seat


def test_a_co_facilitator_enters_slips_too_and_whoever_commands_others_here_does_not() -> None:
    scene = Scene()
    slip, _ = on_slips(scene)
    cora = scene.room.co_facilitator("Cora")
    cora.asks(ask.TellExperience(Words("The second key"), owner=slip.seat))
    scene.lead.marks_leads_others(scene.bela)
    with scene.room.refuses("not_allowed", "owner"):
        scene.bela.asks(ask.TellExperience(Words("Their story"), owner=slip.seat))


def test_a_return_slip_takes_the_words_back_before_and_after_the_choice() -> None:
    scene = Scene()
    one, other = on_slips(scene)
    first, second = one.tells("The second key"), other.tells("The open gate")
    one.withdraws(first)
    assert first not in scene.room.wall["experiences"]
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(second)
    other.accepts(second)
    scene.lead.moves_to("narrative")
    sentence = other.writes("I saw the gate stand open.")
    other.withdraws(second)
    wall = scene.room.wall
    assert second not in wall["experiences"]
    assert sentence not in wall["sentences"]
    assert "chosen" not in wall["selection"]
    left = repr(scene.room.state)
    assert not [words for words in ("The second key", "The open gate", "I saw the gate stand open.") if words in left]


def test_whoever_says_that_a_slip_is_theirs_narrates_it() -> None:
    scene = Scene()
    slip, _ = on_slips(scene)
    title = slip.tells("The second key")
    scene.lead.gives_slip(slip, scene.bela)
    assert scene.bela.me["own"][title]["text"] == "The second key"
    assert title not in scene.lead.me["own"]
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(title)
    assert scene.bela.me["asked"] == title
    scene.bela.accepts(title)
    assert scene.bela.me["narrates"]
    assert scene.room.wall["experiences"][title]["number"] == 3
    with scene.room.refuses("unknown_seat", "slip"):
        scene.lead.gives_slip(slip, scene.alice)


def test_what_was_chosen_on_a_slip_is_the_claimers_unless_they_chose_for_themselves() -> None:
    scene = Scene()
    one, other = on_slips(scene)
    scene.lead.moves_to("selection")
    one.marks(scene.forty)
    other.marks(scene.forty)
    scene.alice.marks(scene.file)
    scene.lead.gives_slip(one, scene.alice)
    scene.lead.gives_slip(other, scene.bela)
    assert scene.alice.me["marks"] == {scene.file: True}
    assert scene.bela.me["marks"] == {scene.forty: True}
    assert set(scene.room.state.marks) == {scene.alice.seat, scene.bela.seat}


def test_a_doubt_on_a_slip_is_settled_by_whoever_claims_it() -> None:
    scene = Scene()
    slip = scene.lead.prints_slips("4711")[0]
    scene.judgement()
    doubt = slip.doubts(scene.core, "Was it safe?")
    with scene.room.refuses("not_yours"):
        scene.bela.settles(doubt)
    scene.lead.gives_slip(slip, scene.bela)
    with scene.room.refuses("not_yours"):
        scene.lead.settles(doubt)
    scene.bela.settles(doubt)
    assert not scene.room.wall["doubts"][doubt]["open"]


def test_a_position_on_a_slip_that_was_claimed_is_shown_as_the_claimers() -> None:
    scene = Scene()
    slip = scene.lead.prints_slips("4711")[0]
    scene.answer()
    slip.takes("not_yet_clear", scene.worded, "Who has seen what?")
    scene.lead.gives_slip(slip, scene.bela)
    scene.lead.shows_positions()
    (doubt,) = scene.room.state.doubts
    scene.bela.settles(doubt)
    scene.lead.proposes(OutcomeKind.CONSENSUS)
    assert scene.room.wall["outcomes"]


@pytest.mark.parametrize("command", [ask.RaiseHand, ask.MarkReady, ask.AnswerEvaluation, ask.AgreeToRules])
def test_a_slip_has_neither_hand_nor_vote(
    command: type[ask.RaiseHand | ask.MarkReady | ask.AnswerEvaluation | ask.AgreeToRules],
) -> None:
    scene = Scene()
    slip = scene.lead.prints_slips("4711")[0]
    if command is ask.AnswerEvaluation:
        scene.lead.moves_to("evaluation")
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.asks(command(owner=slip.seat))


def test_a_slip_does_not_confirm_an_outcome() -> None:
    scene = Scene()
    slip = scene.lead.prints_slips("4711")[0]
    scene.proposed()
    with scene.room.refuses("not_allowed", "owner"):
        slip.confirms(scene.outcome)


def test_slips_are_claimed_by_people_of_the_group_alone() -> None:
    scene = Scene()
    one, other = scene.lead.prints_slips("4711", "2080")
    for nobody in (scene.mentor, scene.lead, other):
        with scene.room.refuses("unknown_seat", "owner"):
            scene.lead.gives_slip(one, nobody)
    with scene.room.refuses("unknown_seat", "slip"):
        scene.lead.gives_slip(scene.elm, scene.bela)
