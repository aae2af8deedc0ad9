"""Ready plans: the minutes and options that the method names, and what each method differs in."""

from __future__ import annotations

import hashlib
import json

import pytest

from dialogue.method import Method, Plan
from dialogue.methods import METHODS, OFFERED
from dialogue.vocabulary import Kind, PlanOption, StageKey, Task

# method.md section 1, from opening to closing; None: not in the plan.
TABLE: dict[int, list[int | None]] = {
    90: [10, 0, 20, 5, 20, 20, None, 8, 5, 2],
    210: [15, 15, 35, 10, 35, 35, 40, 15, 10, 0],
    390: [30, 30, 60, 20, 60, 60, 75, 35, 20, 0],
}
COURSE = [key for key in StageKey if key is not StageKey.CLOSED]
LONG = ["nelson_heckmann", "norwegian", "hourglass"]

# A dialogue replays under the method it was led by: whoever changes one gives it a new version, and keeps the old.
RELEASED = {
    ("nelson_heckmann", 1): "dc1eef4baf1a05ca",
    ("nelson_heckmann", 2): "c8270bb5502c79aa",
    ("norwegian", 1): "fffeea81a4e38a6f",
    ("hourglass", 1): "eee81e65bf88b81e",
    ("short_90", 1): "ad46883f376acdfc",
}


def fingerprint(method: Method) -> str:
    """What a replay depends on, shortened: stages with their tasks and kinds, and the options that stay on."""
    stages = [[known.key, known.step, sorted(known.tasks), known.kinds, known.needs] for known in method.stages]
    return hashlib.sha256(json.dumps([stages, sorted(method.central)]).encode()).hexdigest()[:16]


@pytest.mark.parametrize("key", METHODS, ids=str)
def test_a_version_of_a_method_never_changes(key: tuple[str, int]) -> None:
    assert fingerprint(METHODS[key]) == RELEASED[key]


@pytest.mark.parametrize("key", LONG)
@pytest.mark.parametrize("length", TABLE)
def test_a_plan_gives_each_stage_the_minutes_of_the_table(key: str, length: int) -> None:
    plan = OFFERED[key].plans[length]
    planned = {stage.key: stage.minutes for stage in plan.stages}
    assert [planned.get(stage) for stage in COURSE] == TABLE[length]
    assert plan.sittings == 1


@pytest.mark.parametrize("key", LONG)
def test_two_sittings_take_ninety_minutes_each_and_the_second_begins_with_the_judgement(key: str) -> None:
    plan = OFFERED[key].plans[180]
    assert [plan.minutes_of(sitting) for sitting in (1, 2, 3)] == [90, 90, 0]
    assert next(stage.key for stage in plan.stages if stage.sitting == 2) is StageKey.JUDGEMENT
    assert plan.sittings == 2


def test_ninety_minutes_bring_nothing_beside_the_talk_but_time_and_a_coach() -> None:
    for method in OFFERED.values():
        plan = method.plans[90]
        assert set(plan.options) - method.central == {PlanOption.TIMERS, PlanOption.COACH}
        assert not plan.has(StageKey.PRINCIPLES)
    assert list(OFFERED["short_90"].plans) == [90]


def test_a_longer_plan_has_all_that_a_shorter_one_has() -> None:
    for key in LONG:
        plans = OFFERED[key].plans
        assert list(plans) == [90, 180, 210, 390]
        options = [set(plan.options) for plan in plans.values()]
        assert options[0] < options[1] == options[2] < options[3]
        assert {PlanOption.OWN_VERSIONS, PlanOption.POSITIONS} <= options[3]
        assert PlanOption.ACCOUNTS not in options[3]  # people tell; they don't hand in


def test_whoever_leads_for_the_first_time_is_led() -> None:
    for method in OFFERED.values():
        assert all(PlanOption.COACH in plan.options for plan in method.plans.values())


def test_what_a_method_lives_from_is_in_each_of_its_plans() -> None:
    assert {key: method.central for key, method in OFFERED.items() if method.central} == {
        "norwegian": {PlanOption.POINTING},
        "hourglass": {PlanOption.OWN_VERSIONS},
    }
    for method in OFFERED.values():
        assert all(method.central <= set(plan.options) for plan in method.plans.values())


def at(method: Method, stage: StageKey) -> frozenset[Task]:
    """Tasks of a stage."""
    return method.stage(stage).tasks


def test_pointing_testing_and_positions_have_their_stages() -> None:
    for method in OFFERED.values():
        assert {stage.key for stage in method.stages if Task.POINT in stage.tasks} == {
            StageKey.NARRATIVE,
            StageKey.JUDGEMENT,
        }
        for task in (Task.TEST, Task.TAKE_POSITIONS):
            assert [stage.key for stage in method.stages if task in stage.tasks] == [StageKey.CONSENSUS]
        assert Task.WRITE_STATEMENTS not in at(method, StageKey.CONSENSUS)


def test_trial_answers_are_worded_early_where_the_method_starts_from_them() -> None:
    early = {key for key, method in OFFERED.items() if Task.WORD_ANSWERS in at(method, StageKey.JUDGEMENT)}
    assert early == {"norwegian", "short_90"}
    assert all(Task.WORD_ANSWERS in at(method, StageKey.CONSENSUS) for method in METHODS.values())


def test_the_hourglass_finds_what_holds_the_versions_while_they_stand_there() -> None:
    kinds = OFFERED["hourglass"].stage(StageKey.JUDGEMENT).kinds
    assert kinds[:2] == (Kind.CORE_STATEMENT, Kind.OWN_VERSION)
    assert Kind.PRINCIPLE in kinds


def test_the_first_version_knows_nothing_of_what_came_later() -> None:
    first = METHODS["nelson_heckmann", 1]
    assert not {Task.POINT, Task.TEST, Task.TAKE_POSITIONS} & {task for known in first.stages for task in known.tasks}
    assert first.plans == {90: Plan(OFFERED["nelson_heckmann"].plans[90].stages)}
