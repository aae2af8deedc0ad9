"""Whatever is done to a method or a plan that takes its sense away is named: changes are drawn, not listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dialogue.method import CORE_TASKS, Method, Plan, PlannedStage, Stage, flaws
from dialogue.methods import OFFERED
from dialogue.vocabulary import PlanOption, StageKey, Task

METHOD = st.sampled_from(list(OFFERED.values()))


def some(data: st.DataObject, many: int) -> int:
    """A place among so many."""
    return data.draw(st.integers(0, many - 1))


def of_one_plan(method: Method, data: st.DataObject, change: Callable[[Plan], Plan]) -> list[str]:
    """Flaws of the method once one of its plans has changed; the minutes it is filed under follow."""
    length = data.draw(st.sampled_from(list(method.plans)))
    changed = change(method.plans[length])
    return flaws(replace(method, plans={changed.minutes: changed}))


def without(stage: Stage, task: Task) -> Stage:
    return replace(stage, tasks=stage.tasks - {task})


@given(METHOD, st.data())
def test_no_task_of_the_core_is_missed_unnoticed(method: Method, data: st.DataObject) -> None:
    task = data.draw(st.sampled_from(sorted(CORE_TASKS)))
    lacking = replace(method, stages=tuple(without(stage, task) for stage in method.stages))
    assert f"{method.key}: no stage of every plan invites to {task.value}" in flaws(lacking)


@given(METHOD, st.data())
def test_no_stage_is_lost_or_doubled_unnoticed(method: Method, data: st.DataObject) -> None:
    place = some(data, len(method.stages))
    twice = (*method.stages[: place + 1], *method.stages[place:])
    assert f"{method.key}: a stage stands twice" in flaws(replace(method, stages=twice))
    fewer = replace(method, stages=(*method.stages[:place], *method.stages[place + 1 :]))
    planned = any(plan.has(method.stages[place].key) for plan in method.plans.values())
    assert bool(flaws(fewer)) == (planned or method.stages[place].key is StageKey.CLOSED)


@given(METHOD, st.data())
def test_no_stage_before_the_end_is_emptied_unnoticed(method: Method, data: st.DataObject) -> None:
    place = some(data, len(method.stages) - 1)
    stage = method.stages[place]
    stages = (*method.stages[:place], replace(stage, tasks=frozenset()), *method.stages[place + 1 :])
    assert f"{method.key}: {stage.key.value} is a dead end" in flaws(replace(method, stages=stages))


@given(METHOD, st.data())
def test_what_a_method_lives_from_is_never_switched_off_unnoticed(method: Method, data: st.DataObject) -> None:
    option = data.draw(st.sampled_from([known for known in PlanOption if method.offers(known)]))
    living = replace(method, central=method.central | {option})
    found = of_one_plan(
        living, data, lambda plan: replace(plan, options=tuple(known for known in plan.options if known is not option))
    )
    assert any(f"lacks {option.value}, from which the method lives" in sentence for sentence in found)


@given(METHOD, st.data())
def test_no_plan_goes_another_way_unnoticed(method: Method, data: st.DataObject) -> None:
    def shuffled(plan: Plan) -> Plan:
        places = data.draw(st.permutations(range(len(plan.stages))).filter(lambda order: order != sorted(order)))
        return replace(plan, stages=tuple(plan.stages[place] for place in places))

    assert any("leaves the order of the method" in sentence for sentence in of_one_plan(method, data, shuffled))


@given(METHOD, st.data())
def test_no_stage_that_is_needed_is_left_out_unnoticed(method: Method, data: st.DataObject) -> None:
    left: list[StageKey] = []

    def shortened(plan: Plan) -> Plan:
        place = some(data, len(plan.stages))
        left.append(plan.stages[place].key)
        return replace(plan, stages=(*plan.stages[:place], *plan.stages[place + 1 :]))

    found = of_one_plan(method, data, shortened)
    needed = not method.stage(left[0]).may_be_left_out
    assert any(f"leaves out {left[0].value}, which the method needs" in sentence for sentence in found) == needed


@given(METHOD, st.data(), st.integers(-2, 3), st.integers(1, 500))
def test_no_minute_is_miscounted_unnoticed(method: Method, data: st.DataObject, more: int, available: int) -> None:
    length = data.draw(st.sampled_from(list(method.plans)))
    plan = method.plans[length]
    first = replace(plan.stages[0], minutes=plan.stages[0].minutes + more)
    changed = replace(plan, stages=(first, *plan.stages[1:]), available=available)
    found = flaws(replace(method, plans={length: changed}))
    assert any(f"adds up to {length + more}" in sentence for sentence in found) == bool(more)
    fits = length + more <= available
    assert any(f"take {length + more} minutes, and {available} are there" in sentence for sentence in found) != fits


@given(METHOD, st.data())
def test_sittings_follow_one_another(method: Method, data: st.DataObject) -> None:
    numbers: list[int] = []

    def seated(plan: Plan) -> Plan:
        many = len(plan.stages)
        numbers.extend(data.draw(st.lists(st.integers(0, 3), min_size=many, max_size=many)))
        stages = (
            PlannedStage(known.key, known.minutes, number) for known, number in zip(plan.stages, numbers, strict=True)
        )
        return replace(plan, stages=tuple(stages))

    found = of_one_plan(method, data, seated)
    steps = [after - before for before, after in zip([0, *numbers], numbers, strict=False)]
    in_order = numbers[0] == 1 and all(step in {0, 1} for step in steps)
    assert (found == []) == in_order


@given(METHOD, st.data())
def test_options_that_contradict_or_lead_nowhere_are_named(method: Method, data: st.DataObject) -> None:
    chosen: list[PlanOption] = []

    def switched(plan: Plan) -> Plan:
        chosen.extend(data.draw(st.lists(st.sampled_from(PlanOption), unique=True)))
        return replace(plan, options=tuple(chosen))

    found = of_one_plan(method, data, switched)
    both = {PlanOption.FIVE_ITEM_EVALUATION, PlanOption.SEVEN_ITEM_EVALUATION} <= set(chosen)
    assert any("two forms of evaluation" in sentence for sentence in found) == both
    for option in chosen:
        nowhere = any(f"the option {option.value}, for which" in sentence for sentence in found)
        assert nowhere != method.offers(option)
