"""What leaves the house: only what was chosen, no end that leads nowhere, and a list of the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dialogue.transcript import ENGLISH, as_markdown
from dialogue.transcript.narrowing import NEVER, USUAL, Narrowed, Part, narrowed
from sessions.rehearsal.sample import played

EVERYTHING = frozenset(Part)
SCENARIOS = ("trust", "speaking-up")


def whole(scenario: str = "speaking-up") -> Mapping[str, Any]:
    """A transcript with signatures, earlier wordings, a talk about how we work, an evaluation with open words."""
    made: dict[str, Any] = json.loads(json.dumps(played(scenario)))
    talk = {
        "number": 1,
        "stage": "judgement",
        "state": "ended",
        "called_by": "Birch",
        "what_we_change": "Slower.",
        "notes": [],
    }
    made["meta"] = [talk]
    made["why_question"], made["why_chosen"] = "Canary why this question.", "Canary why this story."
    first = next(iter(entries(made)))
    first["versions"] = ["Canary earlier."]
    return made


def entries(transcript: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for section in transcript["sections"]:
        yield from section["entries"]


def texts(transcript: Mapping[str, Any], *kinds: str) -> set[str]:
    """The words of these kinds."""
    return {one["text"] for one in entries(transcript) if one["kind"] in kinds and one["text"]}


def ids_named(transcript: Mapping[str, Any]) -> set[str]:
    """Every id that something points at."""
    named: set[str] = {*transcript["pointed"], *([transcript["heated"]] if transcript["heated"] else [])}
    for one in entries(transcript):
        named |= {*one["rests_on"], one["about"], one["link"], one["answered_by"], one["experience"]} - {None}
    outcome = transcript["outcome"]
    if outcome:
        named |= {outcome["answer"], *outcome["reservations"], *outcome["dissents"], *outcome["open_doubts"]} - {None}
    return named


def written(left: Narrowed) -> str:
    return json.dumps(left.transcript, ensure_ascii=False)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_with_every_part_all_is_there_and_only_minutes_are_blurred(scenario: str) -> None:
    before = whole(scenario)
    left = narrowed(before, EVERYTHING)
    same = {key: value for key, value in before.items() if key != "course"}
    assert {key: value for key, value in left.transcript.items() if key != "course"} == same
    assert [one["stage"] for one in left.transcript["course"]] == [one["stage"] for one in before["course"]]
    assert {one["entered"] % 5 for one in left.transcript["course"]} == {0}
    assert left.leaves_out == NEVER


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_stories_stay_unless_they_are_chosen_with_all_that_was_said_about_them(scenario: str) -> None:
    before = whole(scenario)
    left = narrowed(before, USUAL)
    stories = texts(before, "experience", "sentence", "choice_reason", "clarification", "test")
    told = {one["id"] for one in entries(before) if one["kind"] in {"experience", "sentence"}}
    stories |= {one["text"] for one in entries(before) if one["kind"] == "doubt" and one["about"] in told}
    assert len(stories) > 10
    assert [words for words in stories if json.dumps(words, ensure_ascii=False) in written(left)] == []
    assert "Canary why this story." not in written(left)
    assert "stories" in left.leaves_out
    assert texts(left.transcript, "judgement", "reason", "answer") == texts(before, "judgement", "reason", "answer")


@pytest.mark.parametrize("part", list(Part))
def test_each_part_is_left_out_by_itself_and_named(part: Part) -> None:
    left = narrowed(whole(), EVERYTHING - {part})
    assert left.transcript != narrowed(whole(), EVERYTHING).transcript or part in {Part.OPEN_WORDS}
    assert left.leaves_out == (*NEVER, part.value)
    assert part.value not in left.parts


@pytest.mark.parametrize("part", list(Part))
def test_nothing_points_to_what_is_not_there(part: Part) -> None:
    for chosen in (EVERYTHING - {part}, frozenset({part}), USUAL):
        left = narrowed(whole(), chosen).transcript
        assert ids_named(left) <= {one["id"] for one in entries(left)}
        assert as_markdown(left), "and whoever writes it out finds every name"


def test_the_parts_are_what_their_names_say() -> None:
    before = whole()
    gone = {part: narrowed(before, EVERYTHING - {part}).transcript for part in Part}
    assert texts(gone[Part.DOUBTS], "doubt") == set()
    assert texts(gone[Part.ANSWER], "answer", "dissent", "reservation", "test") == set()
    assert gone[Part.ANSWER]["outcome"] is None
    assert texts(gone[Part.FINDINGS], "core_statement", "judgement", "reason", "rule", "principle") == set()
    assert gone[Part.QUESTION]["question"] == before["question"], "the wording that the group worked on stays"
    assert gone[Part.QUESTION]["why_question"] is None
    assert "Canary earlier." not in json.dumps(gone[Part.EARLIER])
    assert {one["signature"] for one in entries(gone[Part.SIGNATURES])} == {None}
    assert gone[Part.SIGNATURES]["meta"][0]["called_by"] is None
    assert gone[Part.DAY]["day"] == before["day"][:7]
    assert (gone[Part.META]["meta"], gone[Part.COURSE]["course"], gone[Part.EVALUATION]["evaluation"]) == ([], [], None)


def test_open_words_were_written_to_whoever_led_and_stay_unless_chosen() -> None:
    before = {
        **whole(),
        "evaluation": {"form": "three_items", "items": {}, "open_words": ["Canary open"], "screen_minutes": 4},
    }
    assert narrowed(before, USUAL).transcript["evaluation"] == {**before["evaluation"], "open_words": []}
    assert "Canary open" in written(narrowed(before, USUAL | {Part.OPEN_WORDS}))


def test_what_no_document_can_hold_is_taken_out_and_the_words_around_it_stay() -> None:
    before = {**whole(), "title": "A\x00B\x1bC\ud800D\uffffE\tF\r\nG\U0001f600"}
    assert narrowed(before, USUAL).transcript["title"] == "ABCDE\tF\nG\U0001f600"


def test_every_key_of_what_is_left_out_has_its_words_and_markdown_says_them() -> None:
    left = narrowed(whole(), frozenset())
    assert {f"leaves_out.{key}" for key in left.leaves_out} == {key for key in ENGLISH if key.startswith("leaves_out.")}
    page = as_markdown(left.transcript, leaves_out=left.leaves_out)
    listed = re.split("## What this leaves out\n", page)[1]
    assert listed.count("- ") == len(NEVER) + len(Part)
    assert "## Course" not in page
