"""Methods are well formed, and what is not is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue.method import Method, Plan, PlannedStage, Stage, flaws
from dialogue.methods import DEFAULT_METHOD, METHODS, method_of
from dialogue.methods.evaluation import FORMS
from dialogue.refusals import StageNotPlanned, TooLong
from dialogue.rules.seats import Draft, begin
from dialogue.vocabulary import DialogueId, Kind, PlanOption, SeatId, StageKey, Step, Task
from tests.cast import EVERYTHING, Room
from tests.dialogue.scene import Scene


def stages(*changed: Stage, without: StageKey | None = None) -> tuple[Stage, ...]:
    """The stages of the default method, some of them changed."""
    by_key = {stage.key: stage for stage in changed}
    return tuple(by_key.get(stage.key, stage) for stage in DEFAULT_METHOD.stages if stage.key is not without)


def with_plan(plan: Plan) -> Method:
    """The default method with one plan of ninety minutes."""
    return replace(DEFAULT_METHOD, plans={90: plan})


SITTING = DEFAULT_METHOD.plans[90]
SELECTION = DEFAULT_METHOD.stage(StageKey.SELECTION)
BROKEN = {
    "a stage stands twice": replace(DEFAULT_METHOD, stages=(*DEFAULT_METHOD.stages[:1], *DEFAULT_METHOD.stages)),
    "it must begin with opening": replace(DEFAULT_METHOD, stages=DEFAULT_METHOD.stages[1:], plans={}),
    "end with closing, closed": replace(DEFAULT_METHOD, stages=DEFAULT_METHOD.stages[:-1]),
    "no stage invites to choose_experience": replace(
        DEFAULT_METHOD, stages=stages(replace(SELECTION, tasks=frozenset({Task.AGREE})))
    ),
    "selection has kinds of statement": replace(
        DEFAULT_METHOD, stages=stages(replace(SELECTION, kinds=(Kind.REASON,)))
    ),
    "question is a dead end": replace(
        DEFAULT_METHOD, stages=stages(Stage(StageKey.QUESTION, Step.QUESTION, frozenset()))
    ),
    "closed still invites": replace(
        DEFAULT_METHOD, stages=stages(Stage(StageKey.CLOSED, Step.EVALUATION, frozenset({Task.EVALUATE})))
    ),
    "adds up to 91": with_plan(replace(SITTING, stages=(PlannedStage(StageKey.OPENING, 11), *SITTING.stages[1:]))),
    "leaves the order": with_plan(replace(SITTING, stages=SITTING.stages[::-1])),
    "90 minutes leaves the order": with_plan(replace(SITTING, stages=(*SITTING.stages[:2], *SITTING.stages[1:]))),
    "does not open or does not close": with_plan(replace(SITTING, stages=SITTING.stages[:-1])),
    "has principles without the option": with_plan(
        replace(EVERYTHING, options=(PlanOption.OWN_VERSIONS, PlanOption.QUESTION_SUGGESTIONS))
    ),
}


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.key)
def test_every_method_is_well_formed(method: Method) -> None:
    assert flaws(method) == []
    assert method_of(method.key, method.version) is method
    assert {kind for stage in method.stages for kind in stage.kinds} == set(Kind)


@pytest.mark.parametrize("flaw", BROKEN)
def test_a_broken_method_is_named(flaw: str) -> None:
    assert any(flaw in sentence for sentence in flaws(BROKEN[flaw])), flaws(BROKEN[flaw])


def test_the_default_sitting_takes_ninety_minutes() -> None:
    assert SITTING.minutes == 90
    assert not SITTING.has(StageKey.PRINCIPLES)


def test_a_method_that_this_version_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError):
        method_of("nelson_heckmann", 99)
    with pytest.raises(KeyError):
        replace(DEFAULT_METHOD, stages=()).stage(StageKey.OPENING)


def draft(plan: Plan = SITTING, title: str = "Trust") -> Draft:
    """A prepared dialogue."""
    return Draft(DEFAULT_METHOD, plan, title, "", "", "", "Lead", 5)


def test_a_dialogue_does_not_begin_with_a_plan_that_does_not_fit() -> None:
    with pytest.raises(StageNotPlanned) as refused:
        begin(draft(replace(SITTING, stages=SITTING.stages[::-1])), DialogueId("d"), SeatId("s"))
    assert refused.value.field == "plan"


def test_a_dialogue_does_not_begin_with_a_title_that_is_too_long() -> None:
    with pytest.raises(TooLong) as refused:
        begin(draft(title="?" * 81), DialogueId("d"), SeatId("s"))
    assert (refused.value.field, refused.value.limit) == ("title", 80)


def test_from_every_stage_every_other_can_be_reached_and_nothing_is_lost() -> None:
    room = Room()
    keys = [planned.key for planned in EVERYTHING.stages]
    for here in keys:
        for there in keys:
            if room.state.stage is not here:
                room.facilitator.moves_to(here)
            if there is not here:
                room.facilitator.moves_to(there)
    assert room.state.visited == set(keys)


def test_going_back_and_skipping_delete_nothing() -> None:
    scene = Scene().answer()
    before = list(scene.room.state.items())
    for stage in ("opening", "consensus", "experiences", "closing", "judgement"):
        scene.lead.moves_to(stage)
    assert list(scene.room.state.items()) == before


def test_ready_marks_and_who_was_heard_belong_to_one_stage() -> None:
    scene = Scene()
    scene.alice.is_ready()
    scene.lead.gives_word(scene.bela)
    assert scene.bela.me["speaks"]
    scene.lead.moves_to("question")
    assert not any(seat.ready or seat.heard for seat in scene.room.state.seats.values())
    assert scene.room.state.speaker is None


def test_the_forms_have_scales_with_three_thirds() -> None:
    for scales in FORMS.values():
        for scale in scales.values():
            thirds = [scale.third(value) for value in range(scale.low, scale.high + 1)]
            assert [*dict.fromkeys(thirds)] == ["low", "middle", "high"]
            assert thirds.count(thirds[0]) == thirds.count(thirds[-1])
