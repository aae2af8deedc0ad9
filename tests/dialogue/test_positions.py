"""Positions on one exact wording: sealed choices, shown together, gone when what they were about has changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue.events import PositionsExpired, PositionTaken
from dialogue.vocabulary import Audience, ItemId
from tests.cast import Room
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


class Backwards(Room):
    """A room whose ids fall, so that the order of ids is not the order of events."""

    def fresh(self) -> str:
        """A new id, below those before."""
        self.made += 1
        return f"id{999_999 - self.made}"


def taken(scene: Scene) -> int:
    """How many have a position on the wording of now."""
    number: int = scene.room.wall["positions"]["taken"]
    return number


def test_a_position_is_sealed_and_known_to_its_owner_alone() -> None:
    scene = Scene().answer()
    scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    record, _ = scene.room.log.records[-1]
    assert record.type == "position_taken"
    assert not strings(record.data) & {"disagree", "Not for newcomers."}
    assert set(record.words) == {"stance", "text"}
    assert scene.bela.me["position"] == {
        "answer": scene.worded,
        "position": "disagree",
        "text": "Not for newcomers.",
        "signed": False,
    }
    assert "position" not in scene.alice.me
    for audience in Audience:
        view = scene.room.view(audience)
        assert view["positions"] == {"answer": scene.worded, "taken": 1, "of": 3, "shown": False}
        assert "Not for newcomers." not in strings(view)


def test_a_position_is_replaced_until_it_is_shown() -> None:
    scene = Scene().answer()
    scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.bela.takes("agree", scene.worded)
    assert (taken(scene), scene.bela.me["position"]["position"]) == (1, "agree")
    scene.lead.shows_positions()
    assert scene.room.wall["kept"] == {}
    with scene.room.refuses("positions_already_shown"):
        scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    with scene.room.refuses("positions_already_shown"):
        scene.lead.shows_positions()


@pytest.mark.parametrize("position", ["agree_with_reservation", "disagree"])
def test_a_reservation_and_a_disagreement_need_words(position: str) -> None:
    scene = Scene().answer()
    with scene.room.refuses("empty", "text"):
        scene.bela.takes(position, scene.worded, "  ")
    assert taken(scene) == 0


def test_words_become_reservations_dissents_and_doubts_of_the_same_id() -> None:
    scene = Scene().answer()
    chris, dana = scene.room.participant("Chris"), scene.room.participant("Dana")
    reserved = scene.alice.takes("agree_with_reservation", scene.worded, "Too much for one person.", signed=True)
    dissent = scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    unclear = scene.elm.takes("not_yet_clear", scene.worded, "What is seen?")
    chris.takes("not_yet_clear", scene.worded)
    dana.takes("stand_aside", scene.worded, "I was not there.")
    scene.lead.shows_positions()
    wall = scene.room.wall
    assert {key: (kept["kind"], kept["text"], kept.get("signature")) for key, kept in wall["kept"].items()} == {
        reserved: ("reservation", "Too much for one person.", "Alice"),
        dissent: ("dissent", "Not for newcomers.", None),
    }
    assert set(wall["doubts"]) == {unclear}
    assert (wall["doubts"][unclear]["about"], wall["doubts"][unclear]["open"]) == (scene.worded, True)
    assert "I was not there." not in strings(wall)
    assert wall["positions"] == {"answer": scene.worded, "taken": 5, "of": 5, "shown": True}
    scene.elm.settles(unclear, "What we both saw.")
    assert not scene.room.wall["doubts"][unclear]["open"]


def test_they_are_shown_in_the_order_of_their_random_ids() -> None:
    scene = Scene(Backwards()).answer()
    for person, words in ((scene.alice, "First."), (scene.bela, "Second."), (scene.elm, "Third.")):
        person.takes("disagree", scene.worded, words)
    scene.lead.shows_positions()
    shown = sorted(scene.room.wall["kept"].values(), key=lambda kept: kept["number"])
    assert [kept["text"] for kept in shown] == ["Third.", "Second.", "First."]


class Laddered(Scene):
    """A ladder with a reason of its own beside the core statement; everyone has taken a position."""

    loose: ItemId
    door: ItemId

    def taken(self) -> Laddered:
        """Three positions on the first wording."""
        self.judgement()
        self.lead.moves_to("selection")
        self.door = self.bela.tells("The open door")
        self.lead.moves_to("judgement")
        self.loose = self.lead.writes_for(self.bela, "reason", "She knew him.", self.forty)
        self.lead.moves_to("consensus")
        self.worded = self.lead.words_answer("When it rests on what we have seen.", self.core)
        for person in self.people:
            person.takes("agree", self.worded)
        return self


GROUND: dict[str, Callable[[Laddered], object]] = {
    "a new wording": lambda scene: scene.lead.words_answer("When we can answer for it.", scene.core),
    "an inserted sentence": lambda scene: _at("narrative", scene).lead.writes("It was night.", after=scene.first),
    "an answered fact": lambda scene: _at("narrative", scene).alice.answers_fact(
        scene.bela.asks_fact("Who held the key?"), "I held it."
    ),
    "a corrected sentence": lambda scene: _at("narrative", scene).alice.corrects(scene.second, "Two were missing."),
    "a reworded statement": lambda scene: _at("judgement", scene).alice.rewords(scene.core, "At 2 I asked twice."),
    "a changed link": lambda scene: _at("judgement", scene).lead.links(scene.core, scene.first),
    "a changed link of the answer": lambda scene: scene.lead.links(scene.worded, scene.core, scene.first),
    "a withdrawn sentence": lambda scene: scene.alice.withdraws(scene.second),
    "a struck sentence": lambda scene: scene.lead.strikes(scene.first),
    "a parked sentence": lambda scene: scene.lead.parks(scene.second),
    "a withdrawn statement": lambda scene: scene.alice.withdraws(scene.core),
    "a struck statement": lambda scene: scene.lead.strikes(scene.loose),
    "a parked statement": lambda scene: scene.lead.parks(scene.core),
    "a parked answer": lambda scene: scene.lead.parks(scene.worded),
    "a withdrawn answer": lambda scene: scene.lead.withdraws(scene.worded),
    "the story parked": lambda scene: scene.lead.parks(scene.file),
    "the story withdrawn": lambda scene: scene.alice.withdraws(scene.file),
    "an experience withdrawn that bears a statement": lambda scene: scene.elm.withdraws(scene.forty),
    "another story": lambda scene: _another(_at("selection", scene)),
}


def _at(stage: str, scene: Laddered) -> Laddered:
    scene.lead.moves_to(stage)
    return scene


def _another(scene: Scene) -> None:
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)


@pytest.mark.parametrize("ground", GROUND)
def test_positions_expire_with_the_ground_under_them(ground: str) -> None:
    scene = Laddered().taken()
    assert taken(scene) == 3
    GROUND[ground](scene)
    assert scene.room.state.positions == {}
    assert [type(event) for event in scene.room.happened].count(PositionsExpired) == 1
    assert all("position" not in person.me for person in scene.people)


STEADY: dict[str, Callable[[Laddered], object]] = {
    "a doubt": lambda scene: scene.bela.doubts(scene.core, "Was it safe?"),
    "a test": lambda scene: scene.lead.tests(scene.worded, scene.forty, "holds"),
    "a parked title that bears nothing": lambda scene: scene.lead.parks(scene.door),
    "a statement that bears nothing yet": lambda scene: _at("judgement", scene).lead.writes_for(
        scene.bela, "reason", "He was calm.", scene.first
    ),
    "an approval": lambda scene: _at("narrative", scene).alice.approves(),
    "a heated point": lambda scene: _at("narrative", scene).lead.marks_heated(scene.second),
    "an open question of fact": lambda scene: _at("narrative", scene).bela.asks_fact("Who held the key?"),
    "the same story again": lambda scene: _same(_at("selection", scene)),
}


def _same(scene: Scene) -> None:
    scene.lead.asks_narrator(scene.file)
    scene.alice.accepts(scene.file)


@pytest.mark.parametrize("change", STEADY)
def test_positions_outlive_what_leaves_the_ground_as_it_is(change: str) -> None:
    scene = Laddered().taken()
    STEADY[change](scene)
    assert len(scene.room.state.positions) == 3


def test_who_disagreed_with_the_old_wording_is_asked_anew() -> None:
    scene = Scene().answer()
    dissent = scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.lead.shows_positions()
    again = scene.lead.words_answer("When we can answer for it.", scene.core)
    assert scene.room.wall["positions"] == {"answer": again, "taken": 0, "of": 3, "shown": False}
    assert scene.room.wall["kept"][dissent]["answer"] == scene.worded, "it stays with the wording it was about"
    with scene.room.refuses("answer_outdated", "answer"):
        scene.bela.takes("agree", scene.worded)
    scene.bela.takes("agree", again)
    assert taken(scene) == 1


@pytest.mark.parametrize("position", ["disagree", "agree_with_reservation", "not_yet_clear"])
def test_the_same_words_are_not_kept_twice(position: str) -> None:
    scene = Scene().answer()
    for _ in range(2):
        scene.bela.takes(position, scene.worded, "Not for newcomers.")
        scene.lead.shows_positions()
        scene.lead.links(scene.worded, scene.core, scene.first)
        scene.lead.links(scene.worded, scene.core)
    wall = scene.room.wall
    assert [item["text"] for item in (*wall["kept"].values(), *wall["doubts"].values())] == ["Not for newcomers."]


def test_a_doubt_that_was_settled_may_come_back_in_the_same_words() -> None:
    scene = Scene().answer()
    doubt = scene.bela.takes("not_yet_clear", scene.worded, "What is seen?")
    scene.lead.shows_positions()
    scene.bela.settles(doubt)
    scene.lead.links(scene.worded, scene.core, scene.first)
    again = scene.bela.takes("not_yet_clear", scene.worded, "What is seen?")
    scene.lead.shows_positions()
    assert {key: known["open"] for key, known in scene.room.wall["doubts"].items()} == {doubt: False, again: True}


def test_other_words_of_the_same_person_are_kept_beside_the_first() -> None:
    scene = Scene().answer()
    scene.bela.keeps("dissent", scene.worded, "Not for newcomers.")
    scene.bela.takes("agree_with_reservation", scene.worded, "Not for newcomers.")
    scene.lead.shows_positions()
    assert sorted(kept["kind"] for kept in scene.room.wall["kept"].values()) == ["dissent", "reservation"]


def test_the_owner_withdraws_what_a_position_became_and_its_words_are_erased() -> None:
    scene = Scene().answer()
    dissent = scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.lead.shows_positions()
    with scene.room.refuses("not_yours"):
        scene.alice.withdraws(dissent)
    scene.bela.withdraws(dissent)
    assert dissent not in scene.room.wall["kept"]
    assert "Not for newcomers." not in _remaining(scene)
    again = [event for event, _ in scene.room.log.events() if isinstance(event, PositionTaken)]
    assert [(event.position, event.stance, event.text) for event in again] == [(dissent, None, "")]
    assert scene.bela.me["position"] == {"answer": scene.worded, "position": "stand_aside", "text": "", "signed": False}


def test_words_that_were_taken_anew_are_erased_with_the_first() -> None:
    scene = Scene().answer()
    dissent = scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.lead.shows_positions()
    scene.lead.links(scene.worded, scene.core, scene.first)
    scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    scene.bela.withdraws(dissent)
    assert "Not for newcomers." not in _remaining(scene)
    assert scene.bela.me["position"]["position"] == "stand_aside"


def _remaining(scene: Scene) -> set[str]:
    log = scene.room.log
    return {word for record, _ in log.records for word in log.words(record).values()}


def test_a_dissent_shown_after_all_takes_the_proposed_consensus_back() -> None:
    scene = Scene().answer()
    scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    outcome = scene.lead.proposes("consensus")
    for person in scene.people:
        person.confirms(outcome)
    scene.lead.shows_positions()
    assert scene.room.wall["outcomes"] == {}
    with scene.room.refuses("remainders_stand", "kind"):
        scene.lead.proposes("consensus")
    scene.lead.proposes("open")


def test_positions_in_which_nothing_is_voiced_leave_the_proposal_as_it_is() -> None:
    scene = Scene().proposed()
    scene.bela.takes("agree", scene.worded)
    scene.lead.shows_positions()
    assert set(scene.room.wall["outcomes"]) == {scene.outcome}


def test_neither_the_facilitator_nor_an_observer_takes_a_position() -> None:
    scene = Scene().answer()
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.takes("agree", scene.worded)
    with scene.room.refuses("not_allowed"):
        scene.mentor.takes("agree", scene.worded)


def test_there_is_nothing_to_take_or_to_show_before_there_is_something() -> None:
    scene = Scene().judgement()
    scene.lead.moves_to("consensus")
    with scene.room.refuses("no_answer_yet"):
        scene.alice.takes("agree", ItemId("nothing"))
    with scene.room.refuses("no_positions_yet"):
        scene.lead.shows_positions()
    scene.lead.words_answer("When it rests on what we have seen.", scene.core)
    with scene.room.refuses("no_positions_yet"):
        scene.lead.shows_positions()


def test_the_position_on_a_slip_is_shown_and_not_counted() -> None:
    scene = Scene().answer()
    slip = scene.lead.prints_slips("4711")[0]
    dissent = slip.takes("disagree", scene.worded, "Not at night.")
    assert scene.room.wall["positions"] == {"answer": scene.worded, "taken": 0, "of": 3, "shown": False}
    scene.lead.shows_positions()
    assert scene.room.wall["kept"][dissent]["text"] == "Not at night."
