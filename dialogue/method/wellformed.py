"""What makes a method and its plans well formed: every flaw is named in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dialogue.method.shape import Method, Plan, Stage
from dialogue.vocabulary import PlanOption, StageKey, Task

CORE_TASKS: Final = frozenset(
    {
        Task.AGREE,
        Task.WORD_QUESTION,
        Task.TELL_EXPERIENCES,
        Task.CHOOSE_EXPERIENCE,
        Task.WRITE_NARRATIVE,
        Task.WRITE_STATEMENTS,
        Task.DOUBT,
        Task.WORD_ANSWERS,
        Task.CONCLUDE,
        Task.EVALUATE,
    }
)
"""Without these there is no neo-Socratic dialogue; a method may invite to more."""

_ONE_FORM: Final = frozenset({PlanOption.FIVE_ITEM_EVALUATION, PlanOption.SEVEN_ITEM_EVALUATION})


def flaws(method: Method) -> list[str]:
    """Sentences naming what is wrong with a method; empty when it is well formed."""
    found: list[str] = []
    keys = [stage.key for stage in method.stages]
    if len(set(keys)) != len(keys):
        found.append(f"{method.key}: a stage stands twice")
    if keys[:1] != [StageKey.OPENING] or keys[-2:] != [StageKey.CLOSING, StageKey.CLOSED]:
        found.append(f"{method.key}: it must begin with opening and end with closing, closed")
    for task in Task:
        if task in CORE_TASKS and not any(task in stage.tasks for stage in method.stages if not stage.may_be_left_out):
            found.append(f"{method.key}: no stage of every plan invites to {task.value}")
    for option in sorted(method.central):
        if not method.offers(option):
            found.append(f"{method.key}: it lives from {option.value} and has no place for it")
    for stage in method.stages:
        found.extend(f"{method.key}: {stage.key.value} {wrong}" for wrong in _stage_flaws(stage))
    for minutes, plan in method.plans.items():
        if plan.minutes != minutes:
            found.append(f"{method.key}: the plan of {minutes} minutes adds up to {plan.minutes}")
        found.extend(plan_flaws(method, plan))
        found.extend(minutes_flaws(method, plan))
    return found


def _stage_flaws(stage: Stage) -> Iterator[str]:
    if stage.kinds and Task.WRITE_STATEMENTS not in stage.tasks:
        yield "has kinds of statement but does not invite to write them"
    if Task.WRITE_STATEMENTS in stage.tasks and not stage.kinds:
        yield "invites to write statements but has no kind of them"
    if len(set(stage.kinds)) != len(stage.kinds):
        yield "has a kind of statement twice"
    if stage.key is StageKey.CLOSED and stage.tasks:
        yield "still invites to something"
    if stage.key is not StageKey.CLOSED and not stage.tasks:
        yield "is a dead end"


def plan_flaws(method: Method, plan: Plan) -> list[str]:
    """Sentences naming where a plan does not fit its method; empty when it fits."""
    name = f"{method.key}: the plan of {plan.minutes} minutes"
    wrong = (*_course_flaws(method, plan), *_option_flaws(method, plan), *_sitting_flaws(plan))
    return [f"{name} {flaw}" for flaw in wrong]


def _course_flaws(method: Method, plan: Plan) -> Iterator[str]:
    order = [stage.key for stage in method.stages]
    planned = [stage.key for stage in plan.stages]
    if planned != [key for key in order if key in planned]:
        yield "leaves the order of the method"
    if not {StageKey.OPENING, StageKey.CLOSING} <= set(planned):
        yield "does not open or does not close"
    if StageKey.CLOSED in planned:
        # Whoever gets there by going on could never return.
        yield "has closed among its stages"
    for stage in method.stages:
        if stage.key is not StageKey.CLOSED and not stage.may_be_left_out and stage.key not in planned:
            yield f"leaves out {stage.key.value}, which the method needs"


def _option_flaws(method: Method, plan: Plan) -> Iterator[str]:
    if len(set(plan.options)) != len(plan.options):
        yield "has an option twice"
    for option in sorted(method.central.difference(plan.options)):
        yield f"lacks {option.value}, from which the method lives"
    for option in plan.options:
        if not method.offers(option):
            yield f"has the option {option.value}, for which the method has no place"
    if _ONE_FORM.issubset(plan.options):
        yield "has two forms of evaluation"
    for stage in method.stages:
        if plan.has(stage.key) and stage.needs is not None and stage.needs not in plan.options:
            yield f"has {stage.key.value} without the option {stage.needs.value}"


def _sitting_flaws(plan: Plan) -> Iterator[str]:
    sittings = [stage.sitting for stage in plan.stages]
    if sittings != sorted(sittings):
        yield "comes back to a sitting that is over"
    if sittings and set(sittings) != set(range(1, max(sittings) + 1)):
        yield "does not number its sittings from 1 without a gap"
    for stage in plan.stages:
        if stage.minutes < 0:
            yield f"gives {stage.key.value} less than no time"
    if plan.available < 0:
        yield "has less than no time"


def minutes_flaws(method: Method, plan: Plan) -> list[str]:
    """A sentence when the steps of a plan take longer than the group has; empty when they fit."""
    if not plan.overrun:
        return []
    return [f"{method.key}: the steps take {plan.minutes} minutes, and {plan.available} are there"]
