"""The planner's form as a plan: sittings without gaps, steps left out, options that have a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from dialogue.method import plan_flaws
from dialogue.methods import DEFAULT_METHOD, OFFERED
from dialogue.vocabulary import Hierarchy, PlanOption, StageKey
from sessions.config import languages_there
from sessions.pages.plan_form import LANGUAGES, Form, beginnings, method_in, plan_from, prefilled

KEYS = [stage.value for stage in StageKey]


def form(**given: str) -> Form:
    """A form with these fields; an underscore before a key of a stage stands for a hyphen."""
    return MultiDict({name.replace("_", "-", 1) if "_" in name else name: value for name, value in given.items()})


def test_a_ready_plan_that_is_filled_in_and_sent_back_is_that_plan() -> None:
    for method in OFFERED.values():
        for length, ready in method.plans.items():
            plan = plan_from(prefilled(MultiDict({"method": method.key, "length": str(length)})))
            assert (plan.stages, plan.options) == (ready.stages, ready.options)
            assert plan.available == length


def test_the_wall_speaks_what_there_is_and_nothing_else() -> None:
    assert tuple(tag for tag, _name in LANGUAGES) == languages_there()
    assert plan_from(form(language="xx")).language == "en"


def test_no_minutes_leave_a_step_out_where_the_method_can_do_without_it() -> None:
    plan = plan_from(form(minutes_evaluation="0", minutes_narrative="0", minutes_question="0"))
    assert not plan.has(StageKey.EVALUATION)
    assert plan.has(StageKey.NARRATIVE)
    assert plan.has(StageKey.QUESTION)
    assert plan_flaws(DEFAULT_METHOD, plan) == []


def test_a_step_of_an_option_comes_and_goes_with_it() -> None:
    ticked = form()
    ticked.setlist("options", ["principles", "coach"])
    assert plan_from(ticked).has(StageKey.PRINCIPLES)
    ticked["minutes-principles"] = "0"
    plan = plan_from(ticked)
    assert not plan.has(StageKey.PRINCIPLES)
    assert plan.options == (PlanOption.COACH,)


def test_a_method_takes_no_option_that_it_has_no_place_for() -> None:
    ticked = form(method="short_90")
    ticked.setlist("options", ["principles", "tests"])
    assert plan_from(ticked).options == (PlanOption.TESTS,)


def test_of_two_evaluation_forms_the_longer_one_is_taken() -> None:
    ticked = form()
    ticked.setlist("options", ["five_item_evaluation", "seven_item_evaluation", ""])
    assert plan_from(ticked).options == (PlanOption.SEVEN_ITEM_EVALUATION,)


def test_a_sitting_whose_first_step_is_left_out_begins_with_the_next() -> None:
    plan = plan_from(MultiDict({"begins-2": "principles", "begins-4": "judgement"}))
    assert beginnings(plan) == {2: StageKey.JUDGEMENT, 3: StageKey.CONSENSUS}


def test_who_leads_others_is_asked_and_kept() -> None:
    assert plan_from(form()).hierarchy is Hierarchy.NONE
    assert plan_from(form(hierarchy="sits_outside")).hierarchy is Hierarchy.SITS_OUTSIDE


TYPED = st.sampled_from(["", "0", "5", "40", "soon"])


@given(
    st.sampled_from([*OFFERED, ""]),
    st.dictionaries(st.sampled_from([f"minutes-{key}" for key in KEYS]), TYPED),
    st.dictionaries(st.sampled_from(["begins-2", "begins-3", "begins-4"]), st.sampled_from([*KEYS, "", "x"])),
    st.lists(st.sampled_from([option.value for option in PlanOption])),
    st.sampled_from(["", "90", "180", "390", "7"]),
)
def test_whatever_a_form_says_its_plan_fits_its_method(
    method: str, minutes: dict[str, str], begins: dict[str, str], options: list[str], length: str
) -> None:
    sent: Form = MultiDict({"method": method, "length": length, **minutes, **begins})
    sent.setlist("options", options)
    assert plan_flaws(method_in(sent), plan_from(sent)) == []
