"""From a scenario to steps: in the order of the method, by the right hands, and nothing dropped in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dialogue.vocabulary import PlanOption
from sessions.rehearsal.pace import seconds_before
from sessions.rehearsal.reading import SHIPPED, read, shipped
from sessions.rehearsal.script import script_of
from sessions.rehearsal.steps import Asks, Comes, Of, Script


@pytest.fixture(params=shipped())
def script(request: pytest.FixtureRequest) -> Script:
    """Each scenario that comes along, as steps."""
    return script_of(read(request.param))


def asked(script: Script, type_: str) -> list[Asks]:
    """The steps of one kind."""
    return [step for step in script.steps if isinstance(step, Asks) and step.type == type_]


def texts(value: Any, field: str = "") -> Iterator[str]:
    """All sentences and names in a scenario's file; what it says of its own order is no one's words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, field)
    elif isinstance(value, str) and field != "when" and (" " in value or field == "pseudonym"):
        yield value


def test_everything_that_people_bring_is_played_and_the_follow_up_is_named(script: Script) -> None:
    name = next(known for known in shipped() if script_of(read(known)) == script)
    given = json.loads((SHIPPED / f"{name}.json").read_text("utf-8"))
    del given["cast"][0]["pseudonym"]  # the facilitator is called so by the planner
    played = {script.title, script.question, script.purpose}
    played |= {step.pseudonym for step in script.steps if isinstance(step, Comes)}
    for step in script.steps:
        played |= {value for value in getattr(step, "data", {}).values() if isinstance(value, str)}
    assert len(list(texts(given))) > 50
    assert set(texts(given)) - played == set()
    assert script.unplayed == ("The follow-up after some weeks, which is a meeting of its own.",)


def test_a_scenario_is_played_by_its_method_and_its_length() -> None:
    plans = {name: (script_of(read(name)).method, script_of(read(name)).minutes) for name in shipped()}
    assert plans == {"trust": ("nelson_heckmann", 210), "speaking-up": ("norwegian", 90)}
    strange = replace(read("trust"), method="debate", minutes=7)
    script = script_of(strange)
    assert (script.method, script.minutes) == ("nelson_heckmann", 90)
    assert "The method debate is not known: played as nelson_heckmann." in script.unplayed
    assert "The plan of 7 minutes is not known: played with the plan of 90." in script.unplayed


def test_stages_come_in_the_order_of_the_method(script: Script) -> None:
    stages = [step.data["stage"] for step in asked(script, "move_to_stage")]
    order = ["question", "experiences", "selection", "narrative", "judgement", "principles", "consensus"]
    order += ["evaluation", "closing"]
    assert stages == order
    assert script.steps[-1] == Asks(script.lead, "close_dialogue")


def test_whoever_has_no_device_is_written_for() -> None:
    script = script_of(read("trust"))
    assert "elm" not in {step.who for step in script.steps}
    owned = {
        step.type for step in script.steps if isinstance(step, Asks) and step.data.get("owner") == Of("seat", "elm")
    }
    assert owned == {
        "agree_to_rules",
        "mark_has_experience",
        "tell_experience",
        "mark_experiences",
        "raise_hand",
        "write_statement",
        "take_position",
        "answer_outcome",
    }
    # A sheet of paper bears no name.
    (paper,) = (step for step in asked(script, "answer_evaluation") if step.who == "lead")
    assert paper.data == {"items": read("trust").evaluation[3].items, "open_word": "", "on_paper": True}


def test_words_said_aloud_are_written_by_the_facilitator_and_doubts_come_from_phones(script: Script) -> None:
    kinds = {(step.who == script.lead, step.data["kind"]) for step in asked(script, "write_statement")}
    assert {kind for by_lead, kind in kinds if not by_lead} == {"own_version"}
    for type_ in ("raise_doubt", "close_doubt", "ask_fact", "point_at_sentences"):
        assert script.lead not in {step.who for step in asked(script, type_)}
    without = {step.who for step in asked(script, "take_position") if "owner" not in step.data}
    assert script.lead not in without
    assert asked(script, "voice_remainder") == []  # they come of the positions
    assert {step.who for step in asked(script, "word_answer")} == {script.lead}


def test_own_versions_are_their_owners_to_write() -> None:
    for name, owner in (("trust", "cedar"), ("speaking-up", "crane")):
        written = [
            step for step in asked(script_of(read(name)), "write_statement") if step.data["kind"] == "own_version"
        ]
        assert [(step.who, "owner" in step.data) for step in written] == [(owner, False)]
    said = replace(read("trust").own_versions[0], by="elm")
    without = script_of(replace(read("trust"), own_versions=(said,)))
    (typed,) = (step for step in asked(without, "write_statement") if step.data["kind"] == "own_version")
    assert (typed.who, typed.data["owner"]) == ("lead", Of("seat", "elm"))


def test_a_doubt_about_a_wording_is_closed_once_the_next_one_stands() -> None:
    steps = [step for step in script_of(read("trust")).steps if isinstance(step, Asks)]
    course = [(step.type, step.data.get("doubt", step.makes)) for step in steps]
    place = {entry: number for number, entry in enumerate(course)}
    for doubt, answer in (("1", "2"), ("2", "3")):
        raised, closed = ("raise_doubt", Of("doubt", doubt)), ("close_doubt", Of("doubt", doubt))
        assert place[raised] < place["word_answer", Of("answer", answer)] < place[closed]


def test_options_are_the_scenarios_and_principles_where_it_has_any() -> None:
    trust = read("trust")
    named = {PlanOption(option) for option in trust.plan_options}
    assert set(script_of(trust).options) == named | {PlanOption.PRINCIPLES}
    plain = replace(trust, plan_options=(), rules=(), principles=())
    assert script_of(plain).options == ()
    assert "principles" not in {step.data["stage"] for step in asked(script_of(plain), "move_to_stage")}


def on(script: Script) -> list[str]:
    """The options that are switched on in the room."""
    switched = asked(script, "switch_option")
    assert {(step.who, step.data["on"]) for step in switched} <= {("lead", True)}
    return [step.data["option"] for step in switched]


def test_what_the_plan_has_no_place_for_is_switched_on_in_the_room() -> None:
    assert on(script_of(read("trust"))) == ["accounts"]
    assert on(script_of(read("speaking-up"))) == ["accounts", "own_versions", "seven_item_evaluation"]
    bare = script_of(replace(read("speaking-up"), plan_options=()))
    # Pointing is what the method lives from; it is on anyway.
    assert on(bare) == ["accounts", "own_versions", "tests", "positions", "seven_item_evaluation"]
    short = tuple(
        replace(answered, facilitation=None, others_heard=None, open_questions=None, see_practice_clearer=None)
        for answered in read("speaking-up").evaluation
    )
    assert on(script_of(replace(read("speaking-up"), evaluation=short))) == ["accounts", "own_versions"]
    longer = tuple(replace(answered, open_questions=3) for answered in short)
    assert on(script_of(replace(read("speaking-up"), evaluation=longer)))[2:] == ["five_item_evaluation"]
    wordless = tuple(replace(told, account=None) for told in read("trust").experiences)
    assert on(script_of(replace(read("trust"), experiences=wordless))) == []


def test_a_given_question_is_chosen_again_with_its_reason_and_marked_by_those_who_lived_it() -> None:
    script = script_of(read("speaking-up"))
    assert script.question == "When must I speak to a colleague about his conduct?"
    assert asked(script, "word_question") == []
    (chosen,) = asked(script, "choose_question")
    assert chosen.data == {"wording": script.given, "why": "Given by the commissioner of the day."}
    lived = [step.who for step in asked(script, "mark_has_experience")]
    assert lived == ["heron", "wren", "lark", "crane", "finch"]
    silent = replace(read("speaking-up").questions[0], why="")
    bare = script_of(replace(read("speaking-up"), questions=(silent,), has_experience_for_chosen_question=()))
    assert "question" not in {step.data["stage"] for step in asked(bare, "move_to_stage")}


def test_a_talk_about_the_talk_is_called_while_someone_else_speaks() -> None:
    trust = read("trust")
    steps = [step for step in script_of(trust).steps if isinstance(step, Asks)]
    at = next(place for place, step in enumerate(steps) if step.type == "call_meta")
    before, after = steps[at - 1], steps[at + 1 : at + 5]
    assert (before.type, before.data) == ("give_word", {"seat": Of("seat", "ash")})
    assert (steps[at].who, steps[at].data) == ("birch", {"named": False})
    assert [(step.who, step.type) for step in after[:3]] == [
        ("ash", "end_turn"),
        ("lead", "write_meta_note"),
        ("lead", "end_meta"),
    ]
    assert (steps[at - 3].data["kind"], after[3].data["kind"]) == ("rule", "principle")
    assert trust.meta_dialogue is not None
    named = replace(trust, meta_dialogue=replace(trust.meta_dialogue, anonymous=False, when="after narrative"))
    steps = [step for step in script_of(named).steps if isinstance(step, Asks)]
    at = next(place for place, step in enumerate(steps) if step.type == "call_meta")
    assert (steps[at].who, steps[at].data) == ("birch", {"named": True})
    assert steps[at + 4].data == {"stage": "judgement"}


def test_a_wording_is_tested_then_doubted_and_then_positions_are_shown_together() -> None:
    course = [step for step in script_of(read("speaking-up")).steps if isinstance(step, Asks)]
    at = next(place for place, step in enumerate(course) if step.makes == Of("answer", "2"))
    types = [step.type for step in course[at : at + 13]]
    assert types == [
        "word_answer",
        *["test_answer"] * 3,
        *["raise_doubt"] * 2,
        *["take_position"] * 6,
        "show_positions",
    ]
    tested = {step.data["experience"].key: step.data for step in asked(script_of(read("trust")), "test_answer")}
    assert (tested["warning"]["result"], tested["warning"]["matter"]) == ("does_not_hold", "other_matter")
    assert {key for key, data in tested.items() if "matter" in data} == {"warning"}
    promise = next(step.data for step in course if step.data.get("experience") == Of("experience", "promise"))
    assert (promise["result"], promise["note"], "matter" in promise) == ("does_not_hold", "", False)


def test_a_story_is_parked_and_then_withdrawn_by_its_owner() -> None:
    steps = [step for step in script_of(read("speaking-up")).steps if isinstance(step, Asks)]
    told = Of("experience", "withheld")
    about = [(step.who, step.type) for step in steps if step.makes == told or told in step.data.values()]
    assert about == [("lark", "tell_experience"), ("lead", "park_item"), ("lark", "withdraw_item")]


def test_a_play_takes_minutes_at_the_pace_of_people_and_less_when_asked(script: Script) -> None:
    usual = sum(seconds_before(step, 1.0) for step in script.steps)
    assert 120 < usual < 420
    assert sum(seconds_before(step, 10.0) for step in script.steps) == pytest.approx(usual / 10)
