"""What docs/method.md tells facilitators is what the product has: labels, stages, methods, options, the example."""

from __future__ import annotations

import json
import re

import pytest

from dialogue.methods import DEFAULT_METHOD, METHODS
from dialogue.vocabulary import OutcomeKind, PlanOption, StageKey
from tests.house.project import ROOT

PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")
SCENARIO = ROOT / "sessions" / "rehearsal" / "scenarios" / "trust.json"
LENGTHS = (90, 180, 210, 390)


def _section(number: int) -> str:
    found = re.search(rf"^## {number}\. .*?\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, number
    return found[1]


def _rows(section: str, columns: int) -> list[list[str]]:
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    return [row for row in rows if len(row) == columns]


def _said_on_screens() -> set[str]:
    """Every sentence that a template or a screen's module hands to its catalogue."""
    pages = (path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    modules = (path.read_text("utf-8") for path in (ROOT / "static" / "js").rglob("*.js"))
    called = re.compile(r'(?:\b_|\bt|gettext)\(\s*"((?:[^"\\]|\\.)*)"')
    return {said for text in (*pages, *modules) for said in called.findall(text)}


def test_every_label_in_bold_stands_on_a_screen() -> None:
    labels = {" ".join(label.split()) for label in re.findall(r"\*\*(.+?)\*\*", PAGE, re.DOTALL)} - {"bold"}
    assert len(labels) > 20
    assert {label.rstrip(".") for label in labels} <= {said.rstrip(".") for said in _said_on_screens()}


def test_every_stage_is_explained_with_its_step() -> None:
    rows = [row for row in _rows(_section(5), 8) if row[1].startswith("`")]
    steps = {stage.key.value: stage.step.value for stage in DEFAULT_METHOD.stages}
    assert {row[1].strip("`"): row[2] for row in rows} == steps
    assert len(rows) == len(StageKey)
    headings = re.findall(r"^### (.+)$", _section(5), re.MULTILINE)
    assert [*headings[:-1], "Closing", "Closed"] == [row[0] for row in rows]


@pytest.mark.parametrize("minutes", LENGTHS)
def test_minutes_are_those_of_the_ready_plans(minutes: int) -> None:
    column = 3 + LENGTHS.index(minutes)
    rows = [row for row in _rows(_section(5), 8) if row[1].startswith("`")]
    told = {row[1].strip("`"): row[column] for row in rows if row[column].isdecimal()}
    planned = {stage.key.value: str(stage.minutes) for stage in DEFAULT_METHOD.plans[minutes].stages if stage.minutes}
    assert told == planned


def test_every_method_and_option_is_explained_and_no_other() -> None:
    section = _section(14)
    assert {row[0].strip("`") for row in _rows(section, 4) if row[0].startswith("`")} == {key for key, _ in METHODS}
    told = {row[0].strip("`"): row[2] for row in _rows(section, 3) if row[0].startswith("`")}
    plans = DEFAULT_METHOD.plans
    assert told == {
        option.value: ", ".join(str(minutes) for minutes in LENGTHS if option in plans[minutes].options)
        for option in PlanOption
    }


def test_every_outcome_is_explained() -> None:
    rows = [row for row in _rows(_section(8), 3) if row[0] != "Outcome"]
    names = {"Consensus", "Consensus with reservations", "Open", "Not reached in the time we had"}
    assert {row[0] for row in rows if not row[0].startswith("-")} == names
    assert len(names) == len(OutcomeKind)
    assert names <= _said_on_screens()


def test_the_worked_example_says_what_the_scenario_says() -> None:
    example = _section(6).split("A worked example", 1)[1].split("\nTesting,", 1)[0]
    scenario = json.dumps(json.loads(SCENARIO.read_text("utf-8")), ensure_ascii=False)
    quoted = [" ".join(words.split()).rstrip(".") for words in re.findall(r"\*([^*|]+)\*", example)]
    assert len(quoted) > 12
    assert [words for words in quoted if words not in scenario] == []


def test_every_screen_names_what_it_serves_and_where_that_comes_from() -> None:
    rows = [row for row in _rows(_section(15), 3) if row[0] != "Screen" and not row[0].startswith("-")]
    places = {re.split(r"[ :,]", row[0])[0] for row in rows}
    assert {"Planner", "Door", "Console", "Flipchart", "Phone", "One", "Paper", "Observer's", "Archive"} == places
    assert all(serves and re.search(r"\[(?:E|\d+)\]|this tool", source) for _screen, serves, source in rows)


def test_every_citation_has_its_source_and_every_source_is_cited() -> None:
    sources = re.findall(r"^- \[(\w+)\] ", _section(19), re.MULTILINE)
    text = PAGE.replace(_section(19), "")
    assert len(sources) == len(set(sources))
    assert set(re.findall(r"\[(E|\d+)\]", text)) == set(sources)


def test_links_lead_to_pages_that_are_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert links
    assert all((ROOT / "docs" / link).is_file() for link in links)
    assert "(docs/method.md)" in (ROOT / "README.md").read_text("utf-8")
