"""Rounds (everyone once, may pass), silences, and who comes first among those who ask for the word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue import commands as ask
from dialogue.vocabulary import Audience, Hierarchy, Words
from tests.cast import EVERYTHING, Person, Room
from tests.dialogue.scene import Scene


def left(scene: Scene) -> list[str]:
    """Who has not had their turn, as the console lists them."""
    order = scene.room.view(Audience.FACILITATOR)["turns"]["round"]["order"]
    return sorted(order, key=order.__getitem__)


def queue(room: Room) -> list[str]:
    """Who asks for the word, first first."""
    hands = room.view(Audience.FACILITATOR)["hands"]["queue"]
    return [hands[place]["seat"] for place in sorted(hands)]


def seats(*people: Person) -> list[str]:
    """The seats of these people."""
    return [person.seat for person in people]


def test_everyone_in_the_room_gets_one_turn() -> None:
    scene = Scene()
    scene.lead.starts_round()
    assert left(scene) == seats(scene.alice, scene.bela, scene.elm)
    assert scene.room.wall["turns"]["round"] == {"left": 3}
    assert scene.alice.me["your_turn"]
    assert not scene.mentor.me["your_turn"]
    scene.lead.gives_word(scene.bela)
    assert left(scene) == seats(scene.alice, scene.elm)
    assert not scene.bela.me["your_turn"]


def test_who_commands_others_here_comes_last_and_the_absent_not_at_all() -> None:
    scene = Scene()
    scene.lead.marks_leads_others(scene.alice)
    scene.lead.marks_absent(scene.bela)
    scene.lead.starts_round()
    assert left(scene) == seats(scene.elm, scene.alice)


def test_a_round_waits_while_the_group_talks_about_how_it_works_and_goes_on_where_it_was() -> None:
    scene = Scene()
    scene.lead.starts_round()
    scene.lead.gives_word(scene.alice)
    scene.bela.asks(ask.CallMeta(named=False))
    scene.lead.asks(ask.EndTurn())
    scene.lead.gives_word(scene.bela)
    assert left(scene) == seats(scene.bela, scene.elm)
    scene.lead.asks(ask.EndMeta(Words("One repeats before the next one speaks.")))
    assert left(scene) == seats(scene.bela, scene.elm)


def test_a_round_ends_when_the_last_one_had_the_word_or_passed() -> None:
    scene = Scene()
    scene.lead.starts_round()
    scene.alice.passes()
    scene.lead.gives_word(scene.elm)
    assert left(scene) == seats(scene.bela)
    scene.bela.passes()
    assert "round" not in scene.room.wall["turns"]
    with scene.room.refuses("no_round"):
        scene.alice.passes()
    scene.lead.starts_round()
    for person in scene.people:
        scene.lead.gives_word(person)
    assert "round" not in scene.room.wall["turns"]
    assert scene.elm.me["speaks"], "the last one still has the word"


def test_nobody_passes_twice_or_for_somebody_with_a_phone_but_the_facilitator() -> None:
    scene = Scene()
    scene.lead.starts_round()
    scene.alice.passes()
    with scene.room.refuses("not_your_turn"):
        scene.alice.passes()
    with scene.room.refuses("not_allowed", "owner"):
        scene.alice.asks(ask.PassTurn(scene.bela.seat))
    scene.lead.asks(ask.PassTurn(scene.bela.seat))
    assert left(scene) == seats(scene.elm)


def test_a_round_is_ended_before_everyone_had_a_turn() -> None:
    scene = Scene()
    with scene.room.refuses("no_round"):
        scene.lead.ends_round()
    scene.lead.starts_round()
    scene.lead.ends_round()
    assert "round" not in scene.room.wall["turns"]
    assert not scene.alice.me["your_turn"]


def test_who_leaves_has_no_turn_left_and_a_round_of_nobody_is_over() -> None:
    scene = Scene()
    scene.lead.starts_round()
    scene.bela.leaves()
    assert left(scene) == seats(scene.alice, scene.elm)
    scene.alice.passes()
    scene.lead.removes(scene.elm)
    assert "round" not in scene.room.wall["turns"]


def test_there_is_no_round_without_people() -> None:
    room = Room()
    with room.refuses("unknown_seat"):
        room.facilitator.starts_round()


def test_a_slip_of_paper_has_no_turn() -> None:
    scene = Scene()
    slip = scene.lead.prints_slips("4711")[0]
    scene.lead.starts_round()
    assert slip.seat not in left(scene)


@pytest.mark.parametrize("seconds", [5, 600])
def test_a_silence_lasts_from_five_seconds_to_ten_minutes(seconds: int) -> None:
    scene = Scene()
    scene.lead.gives_word(scene.alice)
    scene.lead.keeps_silence(seconds)
    turns = scene.room.wall["turns"]
    assert turns == {"silence_until": scene.room.clock + seconds * 1_000, "speaking": False}
    scene.lead.ends_silence()
    assert "silence_until" not in scene.room.wall["turns"]
    scene.lead.ends_silence()
    assert scene.room.last.events == ()


@pytest.mark.parametrize("seconds", [-60, 0, 4, 601, 10**9])
def test_no_other_silence_is_kept(seconds: int) -> None:
    scene = Scene()
    with scene.room.refuses("bad_seconds", "seconds"):
        scene.lead.keeps_silence(seconds)


def test_giving_the_word_and_moving_on_end_the_silence() -> None:
    scene = Scene()
    scene.lead.keeps_silence()
    scene.lead.gives_word(scene.alice)
    assert "silence_until" not in scene.room.wall["turns"]
    scene.lead.keeps_silence()
    scene.lead.moves_to("experiences")
    assert "silence_until" not in scene.room.wall["turns"]


def test_least_heard_first_is_an_option() -> None:
    scene = Scene()
    scene.lead.gives_word(scene.alice)
    for person in scene.people:
        person.raises_hand()
    assert queue(scene.room) == seats(scene.bela, scene.elm, scene.alice)
    scene.lead.switches("least_heard_first", False)
    assert queue(scene.room) == seats(scene.alice, scene.bela, scene.elm)


@pytest.mark.parametrize("hierarchy", [Hierarchy.NONE, Hierarchy.SPEAKS_LAST])
def test_the_boss_speaks_last_where_the_plan_says_so(hierarchy: Hierarchy) -> None:
    room = Room(plan=replace(EVERYTHING, hierarchy=hierarchy))
    boss, alice, bela = room.boss("Boss"), room.participant("Alice"), room.participant("Bela")
    for person in (boss, alice, bela):
        person.raises_hand()
    first, last = seats(boss, alice, bela), seats(alice, bela, boss)
    assert queue(room) == (last if hierarchy is Hierarchy.SPEAKS_LAST else first)
    room.facilitator.gives_word(alice)
    alice.raises_hand()
    expected = seats(bela, alice, boss) if hierarchy is Hierarchy.SPEAKS_LAST else seats(boss, bela, alice)
    assert queue(room) == expected, "who was heard comes after who was not, the boss after all"


def test_the_boss_sits_outside_where_the_plan_says_so() -> None:
    room = Room(plan=replace(EVERYTHING, hierarchy=Hierarchy.SITS_OUTSIDE))
    boss = room.boss("Boss")
    assert boss.me["seat"]["role"] == "observer"
    with room.refuses("not_allowed"):
        boss.raises_hand()


def test_a_turn_is_ended_by_the_speaker_or_the_facilitator() -> None:
    scene = Scene()
    with scene.room.refuses("no_speaker"):
        scene.lead.ends_turn()
    scene.lead.gives_word(scene.alice)
    with scene.room.refuses("not_yours"):
        scene.bela.ends_turn()
    scene.alice.ends_turn()
    assert not scene.room.wall["turns"]["speaking"]
