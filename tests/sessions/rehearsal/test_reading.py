"""A scenario that does not fit is refused: with its code, and with the line and the field that are wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sessions.rehearsal.reading import SHIPPED, ScenarioInvalid, parse, read, shipped

TRUST = (SHIPPED / "trust.json").read_text("utf-8")


def refused(text: str) -> str:
    """The sentence with which a text is refused."""
    with pytest.raises(ScenarioInvalid) as refusal:
        parse(text, "mine.json")
    assert refusal.value.code == "scenario_invalid"
    return str(refusal.value)


def changed(*path: str | int, to: Any) -> str:
    """The shipped scenario with one value changed, laid out one value a line."""
    scenario = json.loads(TRUST)
    inner = scenario
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = to
    return json.dumps(scenario, indent=1)


def line_with(text: str, words: str) -> int:
    """The line on which some words stand first."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


@pytest.mark.parametrize("name", shipped())
def test_what_comes_along_can_be_read(name: str) -> None:
    assert read(name).key == name


def test_both_scenarios_come_along() -> None:
    assert shipped() == ["speaking-up", "trust"]


def test_a_file_of_ones_own_can_be_named(tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text("\ufeff" + TRUST, "utf-8")
    assert read(str(mine)) == read("trust")


def test_an_unknown_name_is_told_with_the_names_that_there_are() -> None:
    with pytest.raises(ScenarioInvalid, match="speaking-up, trust") as refusal:
        read("nowhere.json")
    assert refusal.value.code == "scenario_unknown"


def test_a_broken_file_is_told_by_its_line(tmp_path: Path) -> None:
    assert refused(TRUST.replace('"minutes": 210,', '"minutes": 210')).startswith("mine.json, line 7: not JSON")
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'{\n "title": "Vertrauen f\xfcr alle"}')
    with pytest.raises(ScenarioInvalid, match=r"latin\.json, line 2: not UTF-8"):
        read(str(latin))
    assert refused("[" * 100_000) == "mine.json, line 1: nested too deeply to be a scenario."
    assert refused("[]") == "mine.json, line 1, the whole: A scenario is one JSON object."


@pytest.mark.parametrize(
    ("path", "value", "field", "why"),
    [
        (("colour",), "green", "colour", "Unknown field."),
        (("cast", 2, "shoe_size"), 43, "cast.2.shoe_size", "Unknown field."),
        (("heated_point",), "5", "heated_point", "Not a valid integer."),
        (("cast", 4, "device"), 0, "cast.4.device", "Not a valid boolean."),
        (("cast", 0, "role"), "king", "cast.0.role", "Must be one of"),
        (("outcome", "kind"), "victory", "outcome.kind", "Must be one of"),
        (("preferences", "birch"), "file", "preferences.birch", "Not a valid list."),
        (("answers", 1, "tests", "call"), "maybe", "answers.1.tests.call", "Must be one of"),
        (("answers", 1, "tests", "sea"), "holds", "answers.1.tests.sea", "There is no other experience “sea”"),
        (("answers", 1, "tests", "file"), "holds", "answers.1.tests.file", "There is no other experience “file”"),
        (("answers", 1, "test_notes", "sea"), "Deep.", "answers.1.test_notes.sea", "There is no test on “sea” here."),
        (("answers", 0, "positions", "ash"), "shrug", "answers.0.positions.ash", "Must be one of"),
        (("answers", 0, "positions", "mentor"), "agree", "answers.0.positions.mentor", "“mentor” is no participant"),
        (("answers", 0, "positions", "ash"), "disagree", "answers.0.positions.ash", "need words."),
        (("answers", 2, "words", "mentor"), "Well.", "answers.2.words.mentor", "“mentor” takes no position here."),
        (("answers", 2, "words", "cedar"), "x" * 601, "answers.2.words.cedar", "Please shorten it to 600 characters."),
        (("meta_dialogue", "called_by"), "lead", "meta_dialogue.called_by", "“lead” is no participant of the cast."),
        (("meta_dialogue", "when"), "at noon", "meta_dialogue.when", "It is called after experiences, selection"),
        (("meta_dialogue", "notes", 0), "", "meta_dialogue.notes.0", "Write something first."),
        (("pointed_at",), {"lead": 1}, "pointed_at.lead", "“lead” is no participant of the cast."),
        (("pointed_at",), {"ash": 9}, "pointed_at.ash", "There are sentences 1 to 8."),
        (("experiences", 0, "account"), "x" * 2001, "experiences.0.account", "Please shorten it to 2"),
        (("questions", 1, "why"), "x" * 401, "questions.1.why", "Please shorten it to 400 characters."),
        (
            ("has_experience_for_chosen_question", 0),
            "mentor",
            "has_experience_for_chosen_question.0",
            "“mentor” is no participant of the cast.",
        ),
        (("cast", 1, "key"), "lead", "cast.1.key", "“lead” is in the cast twice."),
        (("cast", 0, "role"), "observer", "cast", "Exactly one of the cast is the facilitator."),
        (("scenario",), 2, "scenario", "format 1"),
        (("evaluation", 3, "by"), "oak", "evaluation.3.by", "“oak” is no participant of the cast."),
        (("questions", 2, "by"), "oak", "questions.2.by", "There is nobody called “oak” in the cast."),
        (("chosen", "experience"), "sea", "chosen.experience", "There is no experience “sea”."),
        (("preferences", "elm", 1), "sea", "preferences.elm.1", "There is no experience “sea”."),
        (("heated_point",), 9, "heated_point", "There are sentences 1 to 8."),
        (("core_statement", "rests_on", 0), "3b", "core_statement.rests_on.0", "There is no “3b”"),
        (("reasons", 0, "rests_on", 0), "u1", "reasons.0.rests_on.0", "There is no “u1” before it to rest on."),
        (("rules", 1, "key"), "r1", "rules.1.key", "There is something called “r1” already."),
        (("doubts", 0, "about"), "r9", "doubts.0.about", "There is no “r9” to doubt."),
        (("doubts", 1, "when"), "at night", "doubts.1.when", "A doubt is raised in"),
        (("doubts", 2, "closed_by"), "lead", "doubts.2.closed_by", "Only whoever raised a doubt closes it."),
        (("answers", 1, "version"), 3, "answers.1.version", "Versions count up from 1; this is version 2."),
        (("experiences", 1, "title"), "x" * 81, "experiences.1.title", "Please shorten it to 80 characters."),
        (("sentences", 6), " ", "sentences.6", "Write something first."),
        (("doubts", 0, "how"), "\u202egnorw", "doubts.0.how", "There is a character in it that nobody could read."),
    ],
)
def test_what_does_not_fit_is_told_by_line_and_field(
    path: tuple[str | int, ...], value: object, field: str, why: str
) -> None:
    text = changed(*path, to=value)
    sentence = refused(text)
    assert f", {field}: " in sentence
    assert why in sentence
    line = int(sentence.split("line ")[1].split(",")[0])
    named = text.splitlines()[line - 1]
    last = field.split(".")[-1]
    assert f'"{last}"' in named if not last.isdigit() else json.dumps(value) in named


def test_a_missing_field_is_told_by_the_line_of_what_it_is_missing_in() -> None:
    scenario = json.loads(TRUST)
    del scenario["questions"][1]["text"]
    text = json.dumps(scenario, indent=1)
    line = line_with(text, '"questions"') + 5
    assert text.splitlines()[line - 1].strip() == "{"
    assert refused(text) == f"mine.json, line {line}, questions.1.text: Missing data for required field."
