"""Hands, the word, ready marks, and evaluations that nobody can trace."""

from __future__ import annotations

from dataclasses import fields

import pytest

from dialogue import commands as ask
from dialogue.events import EvaluationAnswered
from dialogue.rules import Ballot
from dialogue.vocabulary import NOTHING_WRITTEN, Audience, Words
from tests.dialogue.scene import Scene


def test_hands_are_queued_in_the_order_in_which_they_were_raised() -> None:
    scene = Scene()
    scene.bela.raises_hand()
    scene.alice.raises_hand("lost_thread")
    scene.elm.raises_hand()
    queue = scene.room.view(Audience.FACILITATOR)["hands"]["queue"]
    assert [queue[place]["seat"] for place in sorted(queue)] == [scene.bela.seat, scene.alice.seat, scene.elm.seat]
    assert scene.room.wall["hands"] == {
        "queue": {"h0000": {"reason": "speak"}, "h0001": {"reason": "lost_thread"}, "h0002": {"reason": "speak"}}
    }


def test_a_hand_that_is_up_stays_where_it_is_when_raised_again() -> None:
    scene = Scene()
    scene.bela.raises_hand()
    scene.alice.raises_hand()
    scene.bela.raises_hand("lost_thread")
    assert list(scene.room.state.hands) == [scene.bela.seat, scene.alice.seat]
    scene.bela.raises_hand("lost_thread")
    assert scene.room.last.events == ()


def test_whoever_has_the_word_is_heard_and_their_hand_is_down() -> None:
    scene = Scene()
    scene.bela.raises_hand()
    scene.lead.gives_word(scene.bela)
    console = scene.room.view(Audience.FACILITATOR)
    assert (console["hands"]["queue"], console["hands"]["speaker"]) == ({}, scene.bela.seat)
    assert console["seats"][scene.bela.seat]["heard"]
    assert scene.bela.me["speaks"]


def test_a_hand_goes_down_with_whoever_leaves() -> None:
    scene = Scene()
    scene.bela.raises_hand()
    scene.lead.gives_word(scene.alice)
    scene.bela.leaves()
    scene.alice.leaves()
    assert (scene.room.state.hands, scene.room.state.speaker) == ({}, None)


def test_the_facilitator_takes_down_anybodys_hand_and_nobody_else_does() -> None:
    scene = Scene()
    scene.bela.raises_hand()
    with scene.room.refuses("hand_not_raised"):
        scene.alice.lowers_hand()
    with scene.room.refuses("not_allowed", "owner"):
        scene.alice.asks(ask.LowerHand(scene.bela.seat))
    scene.lead.asks(ask.LowerHand(scene.bela.seat))
    assert scene.room.state.hands == {}


def test_a_ballot_has_nothing_of_the_seat() -> None:
    ballots, events = [], []
    for teller in ("alice", "elm"):
        scene = Scene()
        scene.lead.moves_to("evaluation")
        getattr(scene, teller).evaluates("The missing file stays with me.", spoke_freely=5, helped_me_think=8)
        ballots.append(scene.room.last.ballot)
        events.append(scene.room.last.events)
    assert ballots[0] == ballots[1]
    rated = (("helped_me_think", 8), ("spoke_freely", 5))
    assert ballots[0] == Ballot("five_items", rated, Words("The missing file stays with me."))
    assert {field.name for field in fields(Ballot)} == {"form", "items", "open_word"}
    assert [field.name for field in fields(EvaluationAnswered)] == ["seat"]
    assert all([type(event) for event in happened] == [EvaluationAnswered] for happened in events)


def test_what_was_answered_stands_nowhere_in_the_record() -> None:
    scene = Scene()
    scene.lead.moves_to("evaluation")
    scene.alice.evaluates("The missing file stays with me.", helped_me_think=8)
    assert "The missing file stays with me." not in scene.room.log.said
    assert scene.room.wall["group"]["evaluated"] == 1
    assert scene.alice.me["evaluated"]


@pytest.mark.parametrize("items", [{"helped_me_think": 0}, {"spoke_freely": 6}, {"coffee": 5}])
def test_the_form_has_its_items_and_scales(items: dict[str, int]) -> None:
    scene = Scene()
    scene.lead.moves_to("evaluation")
    with scene.room.refuses("unknown_evaluation_item", "items"):
        scene.alice.evaluates(**items)


def test_every_item_may_be_left_out() -> None:
    scene = Scene()
    scene.lead.moves_to("evaluation")
    scene.alice.evaluates()
    assert scene.room.last.ballot == Ballot("five_items", (), NOTHING_WRITTEN)


def test_an_item_is_rated_once() -> None:
    scene = Scene()
    scene.lead.moves_to("evaluation")
    with scene.room.refuses("unknown_evaluation_item", "items"):
        scene.alice.asks(ask.AnswerEvaluation((("spoke_freely", 5), ("spoke_freely", 1))))
