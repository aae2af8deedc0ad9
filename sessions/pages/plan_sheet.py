"""What the planner's page shows: the form as it stands, and the ready plans that it can be filled with."""

from __future__ import annotations

from typing import Any

from dialogue.method import Method, Plan
from dialogue.methods import OFFERED
from dialogue.vocabulary import Hierarchy, PlanOption, StageKey
from sessions.pages.plan_form import (
    LANGUAGES,
    LATER_SITTINGS,
    MOST_MINUTES,
    MOST_TOGETHER,
    Form,
    beginnings,
    default_limits,
    default_rules,
    length_in,
    method_in,
    options_in,
    plan_from,
    ready_minutes,
    timed,
)

GROUPS: dict[str, tuple[PlanOption, ...]] = {
    "beginning": (PlanOption.QUESTION_SUGGESTIONS, PlanOption.QUIET_WRITING, PlanOption.ACCOUNTS),
    "thinking": (PlanOption.POINTING, PlanOption.OWN_VERSIONS, PlanOption.PRINCIPLES),
    "consensus": (PlanOption.TESTS, PlanOption.POSITIONS),
    "leading": (PlanOption.COACH, PlanOption.TIMERS, PlanOption.LEAST_HEARD_FIRST, PlanOption.READY_MARKS),
}
EVALUATIONS = (PlanOption.FIVE_ITEM_EVALUATION, PlanOption.SEVEN_ITEM_EVALUATION)
LENGTHS = sorted({length for method in OFFERED.values() for length in method.plans})
_NEVER_BEGIN = {StageKey.OPENING, StageKey.CLOSED}


def sheet(form: Form, errors: list[tuple[str, str]]) -> dict[str, Any]:
    """The values of templates/planner.html."""
    method, length, plan = method_in(form), length_in(form), plan_from(form)
    ready = method.plans[length]
    chosen = options_in(form)
    return {
        "errors": errors,
        "title": form.get("title", ""),
        "question": form.get("question", ""),
        "purpose": form.get("purpose", ""),
        "rules": form["rules"] if "rules" in form else default_rules(),
        "limits": form["limits"] if "limits" in form else default_limits(),
        "language": form.get("language", "en"),
        "languages": LANGUAGES,
        "methods": list(OFFERED),
        "method": method.key,
        "lengths": LENGTHS,
        "length": length,
        "offered_lengths": list(method.plans),
        "available": form.get("available", ""),
        "most_together": MOST_TOGETHER,
        "most_minutes": MOST_MINUTES,
        "stages": [_stage(form, known, ready) for known in timed(_widest(method))],
        "minutes": plan.minutes,
        "sittings": [plan.minutes_of(sitting) for sitting in range(1, plan.sittings + 1)],
        "begins": {sitting: form.get(f"begins-{sitting}", "") for sitting in LATER_SITTINGS},
        "may_begin": [stage.key.value for stage in method.stages if stage.key not in _NEVER_BEGIN],
        "groups": {name: [option.value for option in options] for name, options in GROUPS.items()},
        "evaluations": [option.value for option in EVALUATIONS],
        "offered": [option.value for option in PlanOption if method.offers(option)],
        "central": sorted(method.central),
        "chosen_options": [option.value for option in chosen],
        "hierarchies": [option.value for option in Hierarchy],
        "hierarchy": plan.hierarchy.value,
        "leads": form.get("leads", "no"),
        "plans": {key: _ready(known) for key, known in OFFERED.items()},
    }


def _widest(method: Method) -> Method:
    """The page keeps a line for each step that any method has; script shows those of the one that is chosen."""
    return max((method, *OFFERED.values()), key=lambda known: len(known.stages))


def _stage(form: Form, stage: Any, ready: Plan) -> dict[str, Any]:
    key = stage.key.value
    return {
        "key": key,
        "needs": stage.needs.value if stage.needs else None,
        "may_be_left_out": stage.may_be_left_out,
        "here": stage.key in {known.key for known in method_in(form).stages},
        "minutes": form.get(f"minutes-{key}", str(ready_minutes(ready, stage.key))),
    }


def _ready(method: Method) -> dict[str, Any]:
    """The ready plans of a method, for script that fills them in."""
    return {
        "offered": [option.value for option in PlanOption if method.offers(option)],
        "central": sorted(method.central),
        "stages": [stage.key.value for stage in timed(method)],
        "plans": {str(length): _filled(method, plan) for length, plan in method.plans.items()},
    }


def _filled(method: Method, plan: Plan) -> dict[str, Any]:
    return {
        "minutes": {stage.key.value: ready_minutes(plan, stage.key) for stage in timed(method)},
        "options": [option.value for option in plan.options],
        "begins": {str(sitting): key.value for sitting, key in beginnings(plan).items()},
    }
