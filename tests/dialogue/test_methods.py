"""Methods are well formed, and what is not is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue.commands import MoveToStage
from dialogue.method import Method, Plan, PlannedStage, Stage, flaws
from dialogue.methods import DEFAULT_METHOD, METHODS, OFFERED, method_of
from dialogue.methods.evaluation import FORMS
from dialogue.refusals import LeadsOthers, MinutesDontFit, StageNotPlanned, TooLong
from dialogue.rules import decide
from dialogue.rules.seats import Draft, begin
from dialogue.state import evolve, fold
from dialogue.vocabulary import DialogueId, Kind, Millis, PlanOption, SeatId, StageKey, Step, Task
from tests.cast import EVERYTHING
from tests.dialogue.scene import Scene


def stages(*changed: Stage, without: StageKey | None = None) -> tuple[Stage, ...]:
    """The stages of the default method, some of them changed."""
    by_key = {stage.key: stage for stage in changed}
    return tuple(by_key.get(stage.key, stage) for stage in DEFAULT_METHOD.stages if stage.key is not without)


def with_plan(plan: Plan) -> Method:
    """The default method with one plan of ninety minutes."""
    return replace(DEFAULT_METHOD, plans={90: plan})


SITTING = DEFAULT_METHOD.plans[90]


def in_sittings(*sittings: int) -> Plan:
    """The sitting of ninety minutes with these numbers on its first stages, the last of them on all that follow."""
    numbers = (*sittings, *(sittings[-1] for _ in SITTING.stages[len(sittings) :]))
    planned = zip(SITTING.stages, numbers, strict=True)
    return replace(SITTING, stages=tuple(replace(stage, sitting=number) for stage, number in planned))


SELECTION = DEFAULT_METHOD.stage(StageKey.SELECTION)
JUDGEMENT = DEFAULT_METHOD.stage(StageKey.JUDGEMENT)
BROKEN = {
    "a stage stands twice": replace(DEFAULT_METHOD, stages=(*DEFAULT_METHOD.stages[:1], *DEFAULT_METHOD.stages)),
    "it must begin with opening": replace(DEFAULT_METHOD, stages=DEFAULT_METHOD.stages[1:], plans={}),
    "end with closing, closed": replace(DEFAULT_METHOD, stages=DEFAULT_METHOD.stages[:-1]),
    "no stage of every plan invites to choose_experience": replace(
        DEFAULT_METHOD, stages=stages(replace(SELECTION, tasks=frozenset({Task.AGREE})))
    ),
    "no stage of every plan invites to write_statements": replace(
        DEFAULT_METHOD, stages=stages(replace(JUDGEMENT, optional=True))
    ),
    "judgement invites to write statements but": replace(DEFAULT_METHOD, stages=stages(replace(JUDGEMENT, kinds=()))),
    "judgement has a kind of statement twice": replace(
        DEFAULT_METHOD, stages=stages(replace(JUDGEMENT, kinds=(Kind.REASON, *JUDGEMENT.kinds)))
    ),
    "lives from own_versions and has no place": replace(
        DEFAULT_METHOD,
        stages=stages(replace(JUDGEMENT, kinds=(Kind.REASON,))),
        central=frozenset({PlanOption.OWN_VERSIONS}),
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
    "has closed among its stages": with_plan(
        replace(SITTING, stages=(*SITTING.stages, PlannedStage(StageKey.CLOSED, 0)))
    ),
    "leaves out narrative, which the method needs": with_plan(
        replace(SITTING, stages=tuple(known for known in SITTING.stages if known.key is not StageKey.NARRATIVE))
    ),
    "has an option twice": with_plan(replace(SITTING, options=(PlanOption.COACH, PlanOption.COACH))),
    "has two forms of evaluation": with_plan(
        replace(SITTING, options=(PlanOption.FIVE_ITEM_EVALUATION, PlanOption.SEVEN_ITEM_EVALUATION))
    ),
    "lacks pointing, from which the method lives": replace(
        DEFAULT_METHOD, plans={90: SITTING}, central=frozenset({PlanOption.POINTING})
    ),
    "has the option principles, for which the method has no place": replace(
        OFFERED["short_90"], plans={90: replace(SITTING, options=(PlanOption.PRINCIPLES,))}
    ),
    "comes back to a sitting that is over": with_plan(in_sittings(1, 2, 1)),
    "from 1 without a gap": with_plan(in_sittings(1, 3, 3)),
    "90 minutes does not number": with_plan(in_sittings(2, 2, 2)),
    "gives opening less than no time": with_plan(
        replace(SITTING, stages=(PlannedStage(StageKey.OPENING, -5), *SITTING.stages[1:]))
    ),
    "has less than no time": with_plan(replace(SITTING, available=-1)),
    "the steps take 90 minutes, and 60 are there": with_plan(replace(SITTING, available=60)),
}


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: f"{method.key}-{method.version}")
def test_every_method_is_well_formed(method: Method) -> None:
    assert flaws(method) == []
    assert method_of(method.key, method.version) is method
    abstract = {Kind.RULE, Kind.PRINCIPLE} if not method.offers(PlanOption.PRINCIPLES) else set()
    assert {kind for stage in method.stages for kind in stage.kinds} == set(Kind) - abstract


def test_a_new_dialogue_is_led_by_the_newest_version() -> None:
    assert DEFAULT_METHOD is OFFERED["nelson_heckmann"]
    assert list(OFFERED) == ["nelson_heckmann", "norwegian", "hourglass", "short_90"]
    for key, method in OFFERED.items():
        assert method.version == max(version for known, version in METHODS if known == key)


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


def draft(plan: Plan = SITTING, title: str = "Trust", method: Method = DEFAULT_METHOD, purpose: str = "") -> Draft:
    """A prepared dialogue."""
    return Draft(method, plan, title, "When is trust right?", "", "", "Lead", 5, purpose)


def test_a_dialogue_does_not_begin_with_a_plan_that_does_not_fit() -> None:
    with pytest.raises(StageNotPlanned) as refused:
        begin(draft(replace(SITTING, stages=SITTING.stages[::-1])), DialogueId("d"), SeatId("s"))
    assert refused.value.field == "plan"


def test_a_dialogue_does_not_begin_with_a_title_that_is_too_long() -> None:
    with pytest.raises(TooLong) as refused:
        begin(draft(title="?" * 81), DialogueId("d"), SeatId("s"))
    assert (refused.value.field, refused.value.limit) == ("title", 80)


def test_a_dialogue_does_not_begin_with_more_minutes_than_the_group_has() -> None:
    with pytest.raises(MinutesDontFit) as refused:
        begin(draft(replace(SITTING, available=89)), DialogueId("d"), SeatId("s"))
    assert refused.value.field == "minutes"
    for available in (0, 90, 200):  # 0: nobody said
        begun = begin(draft(replace(SITTING, available=available)), DialogueId("d"), SeatId("s"))
        assert begun.plan.available == available


def test_whoever_commands_someone_of_the_group_does_not_lead_its_dialogue() -> None:
    with pytest.raises(LeadsOthers) as refused:
        begin(replace(draft(), leads_others=True), DialogueId("d"), SeatId("s"))
    assert refused.value.field == "leads_others"


def test_what_the_dialogue_is_for_stands_in_its_first_event() -> None:
    assert begin(draft(), DialogueId("d"), SeatId("s")).purpose == ""
    assert begin(draft(purpose="A team day."), DialogueId("d"), SeatId("s")).purpose == "A team day."
    with pytest.raises(TooLong) as refused:
        begin(draft(purpose="?" * 601), DialogueId("d"), SeatId("s"))
    assert (refused.value.field, refused.value.limit) == ("purpose", 600)


READY = [
    pytest.param(method, plan, id=f"{method.key}-{minutes}")
    for method in OFFERED.values()
    for minutes, plan in method.plans.items()
]


@pytest.mark.parametrize(("method", "plan"), READY)
def test_from_every_stage_every_other_can_be_reached_and_nothing_is_lost(method: Method, plan: Plan) -> None:
    lead = SeatId("s")
    state = fold([(begin(draft(plan, method=method), DialogueId("d"), lead), Millis(0))])
    keys = [planned.key for planned in plan.stages]
    for here in keys:
        for there in keys:
            for stage in (here, there):
                if state.stage is not stage:
                    for event in decide(state, MoveToStage(stage), lead, "fresh").events:
                        state = evolve(state, event, 0)
                assert state.here.tasks
    assert state.visited == set(keys)
    assert state.question is not None


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
