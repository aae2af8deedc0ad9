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

# Where a scenario's texts stay unwritten, and the words by which the list of what is not played names that.
SAID_ALOUD = {
    "purpose": "What the day is for",
    "why": "Why the question was chosen",
    "account": "told aloud",
    "question": "is asked aloud",
    "test_notes": "Testing the answer",
    "words": "earlier wordings",
    "notes": "The dialogue about the dialogue",
    "what_we_change": "The dialogue about the dialogue",
    "pseudonym": "There is no co-facilitator",
    "when": "",  # words of the file's own, not of its people
}


@pytest.fixture(params=shipped())
def script(request: pytest.FixtureRequest) -> Script:
    """Each scenario that comes along, as steps."""
    return script_of(read(request.param))


def asked(script: Script, type_: str) -> list[Asks]:
    """The steps of one kind."""
    return [step for step in script.steps if isinstance(step, Asks) and step.type == type_]


def texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """(field, text) of all sentences and names in a scenario's file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            own = key if key in SAID_ALOUD or not isinstance(inner, str) or field not in SAID_ALOUD else field
            yield from texts(inner, own)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, field)
    elif isinstance(value, str) and (" " in value or field == "pseudonym"):
        yield field, value


def test_nothing_a_scenario_brings_is_dropped_in_silence(script: Script) -> None:
    name = next(known for known in shipped() if script_of(read(known)) == script)
    given = json.loads((SHIPPED / f"{name}.json").read_text("utf-8"))
    del given["cast"][0]["pseudonym"]  # the facilitator is called so by the planner
    played = [step.pseudonym for step in script.steps if isinstance(step, Comes)] + [script.title, script.question]
    for step in script.steps:
        played += [value for value in getattr(step, "data", {}).values() if isinstance(value, str)]
    for field, text in texts(given):
        if text not in played:
            assert field in SAID_ALOUD, f"{field}: {text} is neither played nor listed"
            assert any(SAID_ALOUD[field] in sentence for sentence in script.unplayed), field


def test_stages_come_in_the_order_of_the_method(script: Script) -> None:
    stages = [step.data["stage"] for step in asked(script, "move_to_stage")]
    order = ["question", "experiences", "selection", "narrative", "judgement", "principles", "consensus"]
    order += ["evaluation", "closing"]
    assert stages == (order if not script.question else order[1:])
    assert script.steps[-1] == Asks(script.lead, "close_dialogue")


def test_whoever_has_no_device_is_written_for() -> None:
    script = script_of(read("trust"))
    assert "elm" not in {step.who for step in script.steps}
    owned = {
        step.type for step in script.steps if isinstance(step, Asks) and step.data.get("owner") == Of("seat", "elm")
    }
    assert owned == {
        "agree_to_rules",
        "tell_experience",
        "mark_experiences",
        "raise_hand",
        "write_statement",
        "answer_outcome",
        "answer_evaluation",
    }


def test_words_said_aloud_are_written_by_the_facilitator_and_doubts_come_from_phones(script: Script) -> None:
    kinds = {(step.who == script.lead, step.data["kind"]) for step in asked(script, "write_statement")}
    assert {kind for by_lead, kind in kinds if not by_lead} <= {"own_version"}
    for type_ in ("raise_doubt", "close_doubt", "voice_remainder"):
        assert script.lead not in {step.who for step in asked(script, type_)}
    assert {step.who for step in asked(script, "word_answer")} == {script.lead}


def test_own_versions_come_from_phones_only_where_the_plan_has_them() -> None:
    trust = read("trust")
    by_phone = [step for step in asked(script_of(trust), "write_statement") if step.data["kind"] == "own_version"]
    assert [step.who for step in by_phone] == ["cedar"]
    without = replace(trust, plan_options=())
    by_lead = [step for step in asked(script_of(without), "write_statement") if step.data["kind"] == "own_version"]
    assert [(step.who, step.data["owner"]) for step in by_lead] == [("lead", Of("seat", "cedar"))]


def test_a_doubt_about_a_wording_is_closed_once_the_next_one_stands() -> None:
    steps = [step for step in script_of(read("trust")).steps if isinstance(step, Asks)]
    course = [(step.type, step.data.get("doubt", step.makes)) for step in steps]
    place = {entry: number for number, entry in enumerate(course)}
    for doubt, answer in (("1", "2"), ("2", "3")):
        raised, closed = ("raise_doubt", Of("doubt", doubt)), ("close_doubt", Of("doubt", doubt))
        assert place[raised] < place["word_answer", Of("answer", answer)] < place[closed]


def test_options_are_the_scenarios_and_principles_where_it_has_any() -> None:
    trust = read("trust")
    assert set(script_of(trust).options) == set(PlanOption)
    plain = replace(trust, plan_options=(), rules=(), principles=())
    assert script_of(plain).options == ()
    assert "principles" not in {step.data["stage"] for step in asked(script_of(plain), "move_to_stage")}


def test_a_story_is_parked_and_then_withdrawn_by_its_owner() -> None:
    steps = [step for step in script_of(read("speaking-up")).steps if isinstance(step, Asks)]
    told = Of("experience", "withheld")
    about = [(step.who, step.type) for step in steps if step.makes == told or told in step.data.values()]
    assert about == [("lark", "tell_experience"), ("lead", "park_item"), ("lark", "withdraw_item")]


def test_a_play_takes_minutes_at_the_pace_of_people_and_less_when_asked(script: Script) -> None:
    usual = sum(seconds_before(step, 1.0) for step in script.steps)
    assert 120 < usual < 420
    assert sum(seconds_before(step, 10.0) for step in script.steps) == pytest.approx(usual / 10)
