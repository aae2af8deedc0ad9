"""The poster: the answer on top, the ladder below, every word in its place, fonts inside, nothing that runs."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from dialogue.transcript import ENGLISH
from dialogue.transcript.narrowing import USUAL, Narrowed, Part
from sessions.exports.poster_file import SHEET, as_svg, drawings
from sessions.exports.wall import wall_of
from sessions.poster.rows import Look
from tests.sessions.exports.given import SCENARIOS, STATIC, entries, flat, hostile, narrow, usual

SVG = "{http://www.w3.org/2000/svg}"


def texts(drawn: str | bytes) -> str:
    """What stands on it, line after line."""
    root = ElementTree.fromstring(drawn)  # noqa: S314  our own file
    return flat(" ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text")))


def said(made: Narrowed, *kinds: str) -> list[str]:
    return [flat(one["text"]) for one in entries(made.transcript) if one["kind"] in kinds and one["text"]]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_ladder_and_what_stands_beside_the_answer_are_on_it(scenario: str) -> None:
    made = narrow(scenario)
    text = texts(as_svg(made, ENGLISH, STATIC))
    ladder = said(made, "sentence", "core_statement", "own_version", "judgement", "reason", "rule", "principle")
    assert len(ladder) > 15
    answer = made.transcript["outcome"]["answer"]
    beside = [flat(one["text"]) for one in entries(made.transcript)
              if one["kind"] in {"reservation", "dissent"} and one["about"] == answer]  # fmt: skip
    assert beside
    assert [one for one in (*ladder, *beside, flat(made.transcript["question"])) if one not in text] == []


def test_without_stories_the_ladder_stands_alone_and_says_what_is_missing() -> None:
    made = usual()
    text = texts(as_svg(made, ENGLISH, STATIC))
    assert [one for one in said(narrow(), "sentence", "experience") if one in text and one != "The warning"] == []
    assert [key for key in made.leaves_out if flat(ENGLISH[f"leaves_out.{key}"]) not in text] == []
    looks = {row.look for column in wall_of(made, ENGLISH).columns for row in column}
    assert Look.SENTENCE not in looks
    assert ENGLISH["stage.principles"] in text


def test_where_only_the_answer_is_chosen_only_that_is_drawn() -> None:
    made = narrow("trust", frozenset({Part.ANSWER}))
    text = texts(as_svg(made, ENGLISH, STATIC))
    assert said(made, "answer")[-1] in text
    assert [one for one in said(narrow(), "judgement", "reason", "principle") if one in text] == []


def test_a_drawing_runs_nothing_and_asks_for_nothing() -> None:
    drawn = as_svg(hostile(), ENGLISH, STATIC).decode()
    root = ElementTree.fromstring(drawn)  # noqa: S314  our own file
    names = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert names <= {"svg", "title", "style", "g", "rect", "path", "circle", "text", "tspan"}
    assert {name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name} == set()
    assert set(re.findall(r'url\("?([a-z:/0-9]+)', drawn)) == {"data:font/woff2"}


def test_fonts_come_along_as_far_as_they_are_needed() -> None:
    latin = as_svg(usual(), ENGLISH, STATIC).decode()
    told = {**usual().transcript, "question": "Коли довіряти?"}
    cyrillic = as_svg(Narrowed((), (), told), ENGLISH, STATIC).decode()
    assert "U+0400-045F" not in latin
    assert "U+0400-045F" in cyrillic


def test_each_page_is_an_a3_and_one_file_holds_them_below_each_other() -> None:
    long = narrow("trust", USUAL)
    reasons = [one for one in entries(long.transcript) if one["kind"] == "reason"]
    section = {
        "stage": "judgement",
        "id": "stage-judgement",
        "entries": [{**reasons[0], "id": str(n)} for n in range(300)],
    }
    made = Narrowed(long.parts, long.leaves_out, {**long.transcript, "sections": [section], "outcome": None})
    pages = drawings(made, ENGLISH)
    assert len(pages) > 1
    assert {re.search(r'viewBox="([^"]*)"', page)[1] for page in pages} == {f"0 0 {SHEET[0]} {SHEET[1]}"}  # type: ignore[index]
    whole = as_svg(made, ENGLISH, STATIC).decode()
    assert f'viewBox="0 0 {SHEET[0]} {len(pages) * SHEET[1]:.1f}"' in whole
    assert texts(whole).count(flat(reasons[0]["text"])) == 300
