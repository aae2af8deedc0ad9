"""The planner's form read as a draft: method, minutes, sittings, options. What it lacks is as in the ready plan."""

from __future__ import annotations

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from dialogue.method import Method, Plan, PlannedStage, Stage
from dialogue.methods import DEFAULT_METHOD, OFFERED
from dialogue.rules.seats import Draft
from dialogue.vocabulary import Hierarchy, PlanOption, StageKey

DEFAULT_MINUTES = 90
UNPLANNED_MINUTES = 20  # of a stage that the ready plan leaves out, once somebody wants it
MOST_MINUTES = 480  # of one step
MOST_TOGETHER = 5 * 480
MOST_SITTINGS = 4
LANGUAGES = (("en", "English"),)  # of the record, as a screen reader is told
THRESHOLD = 5  # people, for counts and ratings (docs/decisions); frozen in the first event
LATER_SITTINGS = range(2, MOST_SITTINGS + 1)
KEPT = ("title", "question", "purpose", "rules", "limits", "language", "hierarchy", "leads")
"""What stays when another plan is shown."""

Form = MultiDict[str, str]


def method_in(form: Form) -> Method:
    """The method that the form names, in its newest version; else the default one."""
    return OFFERED.get(form.get("method", ""), DEFAULT_METHOD)


def length_in(form: Form) -> int:
    """The length that the form names, in minutes, if its method has a plan for it; else the shortest."""
    lengths = {str(length): length for length in method_in(form).plans}
    return lengths.get(form.get("length", ""), min(lengths.values()))


def prefilled(form: Form) -> Form:
    """The form with the ready plan of its method and length filled in; texts stay as they were typed."""
    method, length = method_in(form), length_in(form)
    plan = method.plans[length]
    filled: Form = MultiDict((name, form[name]) for name in KEPT if name in form)
    filled.update({"method": method.key, "length": str(length), "available": str(length)})
    filled.setlist("options", [option.value for option in plan.options])
    for stage in timed(method):
        filled[f"minutes-{stage.key.value}"] = str(ready_minutes(plan, stage.key))
    for sitting, begins in beginnings(plan).items():
        filled[f"begins-{sitting}"] = begins.value
    return filled


def draft_from(form: Form) -> Draft:
    """What the form says, as a draft. Minutes that are no numbers are those of the ready plan."""
    method = method_in(form)
    return Draft(
        method=method,
        plan=plan_from(form),
        title=form.get("title", ""),
        question=form.get("question", ""),
        rules=form.get("rules", default_rules()),
        limits=form.get("limits", default_limits()),
        pseudonym=_("Facilitator"),
        threshold=THRESHOLD,
        purpose=form.get("purpose", ""),
        leads_others=form.get("leads") == "yes",
    )


def plan_from(form: Form) -> Plan:
    """The plan that the form says."""
    method = method_in(form)
    ready = method.plans[length_in(form)]
    ticked = options_in(form)
    minutes = {stage.key: minutes_in(form, ready, stage.key) for stage in timed(method)}
    planned = [stage.key for stage in timed(method) if _stays(stage, minutes[stage.key], ticked)]
    # An option that brings a stage goes with it.
    gone = {stage.needs for stage in timed(method) if stage.needs and stage.key not in planned}
    language, hierarchy = form.get("language"), form.get("hierarchy")
    return Plan(
        stages=tuple(PlannedStage(key, minutes[key], sitting) for key, sitting in _seated(form, method, planned)),
        options=tuple(option for option in ticked if option not in gone),
        language=language if language in dict(LANGUAGES) else LANGUAGES[0][0],
        available=number_in(form.get("available"), 0, MOST_TOGETHER),
        hierarchy=Hierarchy(hierarchy) if hierarchy in set(Hierarchy) else Hierarchy.NONE,
    )


def timed(method: Method) -> tuple[Stage, ...]:
    """The stages that can have minutes."""
    return tuple(stage for stage in method.stages if stage.key is not StageKey.CLOSED)


def options_in(form: Form) -> tuple[PlanOption, ...]:
    """What is ticked and has a place in the method, with what the method lives from; one evaluation form at most."""
    method = method_in(form)
    ticked = {option for option in PlanOption if option.value in form.getlist("options") and method.offers(option)}
    if PlanOption.SEVEN_ITEM_EVALUATION in ticked:
        ticked.discard(PlanOption.FIVE_ITEM_EVALUATION)
    return tuple(option for option in PlanOption if option in ticked | method.central)


def minutes_in(form: Form, ready: Plan, stage: StageKey) -> int:
    """Minutes of a stage: as typed, or as the ready plan has them."""
    return number_in(form.get(f"minutes-{stage.value}"), ready_minutes(ready, stage), MOST_MINUTES)


def ready_minutes(plan: Plan, stage: StageKey) -> int:
    """Minutes of a stage in a ready plan, or what it would take there."""
    return next((known.minutes for known in plan.stages if known.key is stage), UNPLANNED_MINUTES)


def beginnings(plan: Plan) -> dict[int, StageKey]:
    """By which stage each sitting after the first begins."""
    return {
        sitting: next(stage.key for stage in plan.stages if stage.sitting == sitting)
        for sitting in range(2, plan.sittings + 1)
    }


def number_in(typed: str | None, otherwise: int, most: int) -> int:
    """A number that somebody typed, at most `most`."""
    given = (typed or "").strip()
    if not given.isdecimal():
        return otherwise
    return min(int(given.lstrip("0")[:5] or "0"), most)  # five digits are too many already


def _stays(stage: Stage, minutes: int, ticked: tuple[PlanOption, ...]) -> bool:
    """No minutes leave a stage out where the method can do without it; elsewhere it is only not timed."""
    if stage.needs is not None and stage.needs not in ticked:
        return False
    return minutes > 0 or not stage.may_be_left_out


def _seated(form: Form, method: Method, planned: list[StageKey]) -> list[tuple[StageKey, int]]:
    """Each planned stage with its sitting. A sitting whose first stage is left out begins with the next one."""
    begins = {form.get(f"begins-{sitting}") for sitting in LATER_SITTINGS}
    seated: list[tuple[StageKey, int]] = []
    sitting, due = 1, False
    for stage in timed(method):
        due = due or (bool(seated) and stage.key.value in begins)
        if stage.key in planned:
            sitting, due = sitting + due, False
            seated.append((stage.key, sitting))
    return seated


def default_rules() -> str:
    """The rules of the dialogue as they stand on the wall until a facilitator changes them (method.md section 3)."""
    said: str = _(
        "Speak from your own experience.\n"
        "Think honestly; voice real doubts only.\n"
        "Be short and clear. Try to understand the others, and ask.\n"
        "Hold on to the question. Say when you have lost the thread.\n"
        "What is told here stays here; insights may travel."
    )
    return said


def default_limits() -> str:
    """What can't stay confidential, until the organisation says it in its own words (method.md section 6)."""
    said: str = _(
        "Whoever learns of a crime or of ill-treatment has a duty to report it; that holds here too. "
        "Use no names of people, and nothing about a case that is still open."
    )
    return said
