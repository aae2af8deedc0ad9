"""What the coach notices, what it lets be, and that it keeps its head in any state at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant

from dialogue.coach import MOST, Hint, HintKey, hints
from dialogue.coach.ladder import clauses_in
from dialogue.coach.stages import LOOKS
from dialogue.coach.wall import Wall, standing
from dialogue.state import Dialogue
from dialogue.state.items import Clarification, Meta, Test
from dialogue.vocabulary import (
    ItemId,
    Kind,
    Matter,
    MetaState,
    PlanOption,
    SeatId,
    StageKey,
    Standing,
    TestResult,
    Words,
)
from tests.dialogue.scene import Scene
from tests.dialogue.test_rules_machine import Rules

LONG = (
    "Trust is right when we have seen it, when he knows the rule, when somebody stands behind us, and when it is over: "
    + ("then we can answer for it before anyone who asks us")
)


def at(stage: str, state: Dialogue, **changed: object) -> dict[HintKey, Hint]:
    """The hints of that stage, by key; everything that the stage could say, so that none hides another."""
    here = state.but(stage=StageKey(stage), **changed)
    said = [hint for look in LOOKS[here.stage] if (hint := look(Wall(here, standing(here))))]
    assert hints(here) == tuple(said[:MOST])
    return {hint.key: hint for hint in said}


def scene() -> Scene:
    """An answer stands on a core statement, that on a sentence; nothing else."""
    return Scene().answer()


def fact(number: int = 1, **more: Any) -> Clarification:
    """A question of fact."""
    asked = SeatId("asked")
    return Clarification(
        id=ItemId(f"fact{number}"), number=number, text=Words("When?"), owner=asked, writer=asked, **more
    )


def trial(known: Scene, result: str, number: int = 1, **more: Any) -> Test:
    """The answer tested on the experience that was not chosen."""
    given = {"answer": known.worded, "experience": known.forty, **more}
    seat = known.bela.seat
    result_ = TestResult(result)
    return Test(
        id=ItemId(f"test{number}"), number=number, text=Words(""), owner=seat, writer=seat, result=result_, **given
    )


def test_who_has_not_been_heard_is_counted_once_somebody_was() -> None:
    known = Scene().titles()
    assert HintKey.NOT_HEARD_YET not in at("experiences", known.room.state)
    known.lead.gives_word(known.alice)
    assert at("experiences", known.room.state)[HintKey.NOT_HEARD_YET] == Hint(HintKey.NOT_HEARD_YET, n=2)
    known.lead.marks_absent(known.bela)
    assert at("experiences", known.room.state)[HintKey.NOT_HEARD_YET].n == 1
    known.lead.gives_word(known.elm)
    assert HintKey.NOT_HEARD_YET not in at("experiences", known.room.state)


def test_a_round_brings_everyone_their_turn() -> None:
    known = Scene().titles()
    known.lead.gives_word(known.alice)
    assert HintKey.NOT_HEARD_YET not in at("experiences", known.room.state, round=(known.bela.seat, known.elm.seat))


def test_the_question_is_one_that_everyone_has_an_experience_for() -> None:
    known = Scene()
    state = known.room.state
    assert state.question is not None
    assert at("question", state)[HintKey.NOT_EVERYONE_HAS_ONE].n == 3
    mine = frozenset({state.question})
    some = {known.alice.seat: mine, known.bela.seat: frozenset({ItemId("another wording")})}
    assert at("question", state, has_experience=some)[HintKey.NOT_EVERYONE_HAS_ONE].n == 2
    assert at("question", state, has_experience={person.seat: mine for person in known.people}) == {}
    assert at("question", state, question=None) == {}


def test_a_question_of_fact_waits_for_its_answer() -> None:
    known = Scene().narrative()
    state = known.room.state.with_item(fact(2)).with_item(fact(1))
    assert at("narrative", state)[HintKey.FACT_UNANSWERED] == Hint(HintKey.FACT_UNANSWERED, ItemId("fact1"), 2)
    for over in (fact(answered_by=known.first), fact(standing=Standing.PARKED), fact(hidden=True)):
        assert HintKey.FACT_UNANSWERED not in at("narrative", known.room.state.with_item(over))
    known.lead.strikes(known.first)
    again = known.room.state.with_item(fact(answered_by=known.first))
    assert HintKey.FACT_UNANSWERED in at("narrative", again), "its answer was struck"


def test_sentences_that_the_narrator_has_not_approved_are_counted_when_the_story_is_up() -> None:
    known = Scene().narrative()
    assert HintKey.NOT_APPROVED not in at("narrative", known.room.state), "it is still being told"
    known.lead.marks_heated(known.second)
    assert at("narrative", known.room.state)[HintKey.NOT_APPROVED].n == 2
    assert at("judgement", known.room.state)[HintKey.NOT_APPROVED].n == 2
    known.alice.approves()
    assert HintKey.NOT_APPROVED not in at("judgement", known.room.state)


def test_a_judgement_is_about_one_moment_of_the_story() -> None:
    known = Scene().judgement()
    assert at("judgement", known.room.state)[HintKey.NO_HEATED_POINT] == Hint(HintKey.NO_HEATED_POINT)
    assert HintKey.NO_HEATED_POINT not in at("judgement", known.room.state, pointing_shown=True)
    known.lead.marks_heated(known.second)
    assert HintKey.NO_HEATED_POINT not in at("judgement", known.room.state)
    assert HintKey.NO_HEATED_POINT not in at("judgement", Scene().asked().room.state), "there is no story yet"


def test_the_lowest_rung_that_rests_on_nothing_comes_first() -> None:
    known = scene()
    assert HintKey.RESTS_ON_NOTHING not in at("consensus", known.room.state)
    known.lead.words_answer("When we can answer for it.")
    known.lead.moves_to("principles")
    known.lead.writes_for(known.bela, "rule", "Ask first.")
    reason = known.lead.writes_for(known.elm, "reason", "He knew the rule.")
    assert at("principles", known.room.state)[HintKey.RESTS_ON_NOTHING] == Hint(HintKey.RESTS_ON_NOTHING, reason, 3)
    known.lead.parks(reason)
    assert at("principles", known.room.state)[HintKey.RESTS_ON_NOTHING].n == 2


def test_what_rests_on_a_parked_sentence_alone_rests_on_nothing_that_can_be_seen() -> None:
    known = Scene().judgement()
    known.lead.parks(known.second)
    assert at("judgement", known.room.state)[HintKey.RESTS_ON_NOTHING].item == known.core


def test_the_oldest_open_doubt_is_named_until_its_raiser_closes_it() -> None:
    known = scene()
    first, second = known.bela.doubts(known.core, "Was it safe?"), known.alice.doubts(known.worded, "Who pays?")
    assert at("consensus", known.room.state)[HintKey.DOUBT_OPEN] == Hint(HintKey.DOUBT_OPEN, first, 2)
    known.bela.settles(first)
    assert at("principles", known.room.state)[HintKey.DOUBT_OPEN] == Hint(HintKey.DOUBT_OPEN, second, 1)
    known.alice.settles(second)
    assert HintKey.DOUBT_OPEN not in at("consensus", known.room.state)


def test_clauses_that_pile_up_are_noticed_in_the_answer_and_beyond_the_story() -> None:
    known = scene()
    assert HintKey.CLAUSES_PILE_UP not in at("consensus", known.room.state)
    long = known.lead.words_answer(LONG, known.core)
    assert at("consensus", known.room.state)[HintKey.CLAUSES_PILE_UP] == Hint(HintKey.CLAUSES_PILE_UP, long, 5)
    known.lead.words_answer("When we can answer for it.", known.core)
    known.lead.moves_to("principles")
    known.lead.writes_for(known.bela, "reason", LONG, known.core)
    assert HintKey.CLAUSES_PILE_UP not in at("principles", known.room.state), "a reason may tell how it was"
    rule = known.lead.writes_for(known.bela, "rule", LONG, known.core)
    assert at("principles", known.room.state)[HintKey.CLAUSES_PILE_UP].item == rule


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Yes, no, perhaps, never.", 1),  # short enough to be said in one breath
        (" ".join(["word"] * 60), 1),
        (" ".join(["word"] * 26) + ", and so on; at last", 3),
        (" ".join(["3,5"] * 26), 1),  # inside a number it divides nothing
        (" ".join(["слово"] * 26) + ", якщо так, тоді", 3),
        (" ".join(["كلمة"] * 26) + "، ثم، ثم", 3),
        (" ".join(["word"] * 26) + " – so – it", 3),
        (" ".join(["well-known"] * 26), 1),
        (" ".join(["word"] * 26) + ",", 1),  # nothing follows
    ],
)
def test_clauses_are_counted_in_any_language(text: str, clauses: int) -> None:
    assert clauses_in(text) == clauses


def test_a_counterexample_reopens_the_wording() -> None:
    known = scene()
    for over in (
        trial(known, "does_not_hold", matter=Matter.OTHER_MATTER),
        trial(known, "does_not_hold"),
        trial(known, "holds"),
        trial(known, "does_not_hold", matter=Matter.COUNTEREXAMPLE, answer=ItemId("earlier")),
    ):
        assert HintKey.COUNTEREXAMPLE_STANDS not in at("consensus", known.room.state.with_item(over))
    state = known.room.state.with_item(trial(known, "does_not_hold", matter=Matter.COUNTEREXAMPLE))
    wanted = Hint(HintKey.COUNTEREXAMPLE_STANDS, known.forty, 1)
    assert at("consensus", state)[HintKey.COUNTEREXAMPLE_STANDS] == wanted
    assert hints(state)[0] == wanted, "nothing is more important"
    later = state.with_item(trial(known, "holds", number=2))
    assert HintKey.COUNTEREXAMPLE_STANDS not in at("consensus", later), "the last word counts"


def test_an_experience_without_a_test_is_named_where_the_room_tests() -> None:
    known = scene()
    with_tests = {"options": frozenset({PlanOption.TESTS})}
    assert at("consensus", known.room.state, **with_tests)[HintKey.TEST_MISSING].item == known.forty
    assert HintKey.TEST_MISSING not in at("consensus", known.room.state, options=frozenset())
    state = known.room.state.with_item(trial(known, "out_of_scope"))
    assert HintKey.TEST_MISSING not in at("consensus", state, **with_tests)
    assert HintKey.TEST_MISSING not in at("consensus", Scene().judgement().room.state, **with_tests), "no answer yet"


@pytest.mark.parametrize("result", ["does_not_hold", "holds_if_reworded"])
def test_a_new_wording_asks_for_the_tests_that_the_old_one_failed(result: str) -> None:
    known = scene()
    with_tests = {"options": frozenset({PlanOption.TESTS})}
    failed = known.room.state.with_item(trial(known, result))
    assert HintKey.TEST_AGAIN not in at("consensus", failed, **with_tests), "it speaks of this very wording"
    first, known.worded = known.worded, known.lead.words_answer("When we can answer for it.", known.core)
    now = known.room.state.with_item(trial(known, result, answer=first))
    asked = at("consensus", now, **with_tests)
    assert asked[HintKey.TEST_AGAIN] == Hint(HintKey.TEST_AGAIN, known.forty, 1)
    assert HintKey.TEST_MISSING not in asked, "one hint for one experience"
    again = now.with_item(trial(known, "holds", number=2))
    assert HintKey.TEST_AGAIN not in at("consensus", again, **with_tests)
    held = known.room.state.with_item(trial(known, "holds", answer=first))
    asked = at("consensus", held, **with_tests)
    assert HintKey.TEST_AGAIN not in asked
    assert HintKey.TEST_MISSING in asked


def test_who_still_doubts_is_asked_aloud_about_this_wording() -> None:
    known = scene()
    assert at("consensus", known.room.state)[HintKey.NOT_ASKED_ALOUD].item == known.worded
    assert HintKey.NOT_ASKED_ALOUD not in at("consensus", known.room.state, asked_aloud=known.worded)
    assert HintKey.NOT_ASKED_ALOUD in at("consensus", known.room.state, asked_aloud=ItemId("an earlier wording"))
    known.lead.proposes("open")
    assert HintKey.NOT_ASKED_ALOUD not in at("closing", known.room.state)
    known.lead.proposes("consensus")
    assert HintKey.NOT_ASKED_ALOUD in at("closing", known.room.state)
    known.bela.doubts(known.worded, "Who pays?")
    known.lead.takes_back_outcome()
    assert HintKey.NOT_ASKED_ALOUD not in at("consensus", known.room.state), "there is no need to ask"


def test_what_the_group_has_settled_is_left_in_peace() -> None:
    known = Scene().settled()
    for stage in (StageKey.CONSENSUS, StageKey.EVALUATION, StageKey.CLOSING):
        assert hints(known.room.state.but(stage=stage)) == ()
    assert hints(known.room.state.but(stage=StageKey.JUDGEMENT)), "but the story can be taken up again"


def test_at_most_three_at_a_time_the_most_important_first() -> None:
    known = scene()
    known.bela.doubts(known.core, "Was it safe?")
    known.lead.words_answer(LONG)
    said = [hint.key for hint in hints(known.room.state)]
    assert said == [HintKey.DOUBT_OPEN, HintKey.CLAUSES_PILE_UP, HintKey.RESTS_ON_NOTHING]


def test_the_coach_is_quiet_while_the_matter_waits() -> None:
    known = scene()
    state = known.room.state
    assert hints(state)
    seat = known.bela.seat
    meta = Meta(
        id=ItemId("meta"),
        number=1,
        text=Words(""),
        owner=seat,
        writer=seat,
        state=MetaState.OPEN,
        stage=StageKey.CONSENSUS,
    )
    assert hints(state.with_item(meta).but(meta=meta.id)) == ()
    assert hints(state.but(quiet=True)) == ()
    assert hints(state.but(resting=True)) == ()
    assert hints(state.but(stage=StageKey.CLOSED)) == ()


def test_every_hint_belongs_to_a_stage_and_every_stage_is_looked_at() -> None:
    assert set(LOOKS) == set(StageKey)
    source = {look.__name__ for looks in LOOKS.values() for look in looks}
    assert len(source) == len(HintKey) + 1, "one look per key, and approval twice: while it is told and afterwards"


PICKS = st.integers(0, 2**16)
CHANGES: tuple[Callable[[Dialogue, int], Dialogue], ...] = (
    lambda state, n: state.but(stage=list(StageKey)[n % len(StageKey)]),
    lambda state, n: state.but(options=frozenset(list(PlanOption)[n % 7 :])),
    lambda state, n: _standing(state, n),
    lambda state, n: _statement(state, n),
    lambda state, n: _test(state, n),
    lambda state, n: state.with_item(fact(n % 4, answered_by=_item(state, n) if n % 2 else None)),
    lambda state, n: state.but(chosen=_item(state, n) if _item(state, n) in state.experiences else None),
    lambda state, n: state.but(heated=_item(state, n), asked_aloud=_item(state, n + 1)),
    lambda state, n: state.but(round=(SeatId("gone"),) if n % 2 else None, quiet=n % 5 == 0),
    lambda state, n: _heard(state, n),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(changes=st.lists(st.tuples(st.sampled_from(range(len(CHANGES))), PICKS), max_size=30))
def test_whatever_became_of_a_dialogue_the_coach_says_at_most_three_true_things(changes: list[tuple[int, int]]) -> None:
    """Wider than what can be reached: parts stand and fall as they like, and pointers lead nowhere."""
    state = _begun()
    for change, n in changes:
        state = CHANGES[change](state, n)
        check(state)


class Coached(Rules):
    """A room in which anything is asked for, and a coach who looks on."""

    @invariant()
    def the_coach_looks_on(self) -> None:
        """After every step, in the stage the group is at and as if it were at any other."""
        for stage in StageKey:
            check(self.room.state.but(stage=stage))


TestCoached = Coached.TestCase
TestCoached.settings = settings(
    max_examples=12,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def check(state: Dialogue) -> None:
    """What is true of any hints: few, each of another key, the same again, about something that can be seen."""
    said = hints(state)
    assert said == hints(state)
    assert len(said) <= MOST
    assert len({hint.key for hint in said}) == len(said)
    for hint in said:
        item = state.item(hint.item) if hint.item else None
        assert hint.item is None or (item is not None and item.up and not item.hidden)
        assert hint.n is None or hint.n > 0


@cache
def _begun() -> Dialogue:
    known = scene()
    known.bela.doubts(known.core, "Was it safe?", link=known.second)
    return known.room.state


def _item(state: Dialogue, n: int) -> ItemId:
    known = [item.id for item in state.items()]
    return ItemId("nothing") if n % 9 == 0 else known[n % len(known)]


def _standing(state: Dialogue, n: int) -> Dialogue:
    item = state.item(_item(state, n))
    standing = list(Standing)[n % len(Standing)]
    return state if item is None else state.with_item(replace(item, standing=standing, hidden=n % 7 == 0))


def _statement(state: Dialogue, n: int) -> Dialogue:
    statement = next(iter(state.statements.values()))
    rests_on = (_item(state, n),) if n % 3 else ()
    kind, text = list(Kind)[n % len(Kind)], Words(LONG if n % 2 else "Short.")
    return state.with_item(
        replace(statement, id=ItemId(f"st{n % 9}"), number=n % 9, kind=kind, text=text, rests_on=rests_on)
    )


def _test(state: Dialogue, n: int) -> Dialogue:
    seat = state.facilitator
    answer, experience = _item(state, n), list(state.experiences)[n % len(state.experiences)]
    if n % 2:
        answer = list(state.answers)[-1]
    result, matter = list(TestResult)[n % 4], (None, *Matter)[n % 3]
    made = Test(
        id=ItemId(f"te{n % 9}"),
        number=n % 9,
        text=Words(""),
        owner=seat,
        writer=seat,
        answer=answer,
        experience=experience,
        result=result,
        matter=matter,
    )
    return state.with_item(made)


def _heard(state: Dialogue, n: int) -> Dialogue:
    seat = list(state.seats.values())[n % len(state.seats)]
    return state.with_seat(replace(seat, heard=n % 2 == 0, gone=n % 3 == 0, absent=n % 5 == 0))
