"""Texts that somebody made to break or slow down what reads them."""

from __future__ import annotations

import time

import pytest

from bench.redaction.sets import parts, stored
from dialogue.redaction import applied, suggest
from tests.dialogue.redaction.given import told

LONGEST = 5_000  # characters, as nobody may write at once
PATTERNS = [
    "1", "12 ", "a@", "a.a", "A.", "Aa-", "a'", "+", "(1", "Ab ", "van ", "AA11", "1-", "cell ", "a\u0301", "\u202e",
    "👩‍👩‍👧", "A\u200d", "Їж", "only ", "riot 1", "Zz, ", "Mr ", "\n", "may 1 ", "a:a", "GB82 WEST ", "Qq'Qq-",
    " ", "№",
]  # fmt: skip
SLOWEST = 2.0  # seconds of the processor for a text that one could take for an attack: a machine that is shared


@pytest.mark.parametrize("language", ["en", "uk", "fi", "et", "de"])  # those with rules of their own
def test_no_text_takes_long(language: str) -> None:
    suggest("Anna.", language)  # reads the lists
    for pattern in PATTERNS:
        text = (pattern * LONGEST)[:LONGEST]
        began = time.process_time()
        suggestions = suggest(text, language, ["Birch", "Jean-Paul de la Tour"], ["Northfield House"])
        assert time.process_time() - began < SLOWEST, pattern
        applied(text, suggestions)


def test_twice_the_text_takes_about_twice_the_time() -> None:
    def cost(times: int) -> float:
        text = "Yesterday Zamir told Officer Krelani of cell 12, a@ 1-1-1-1 " * times
        return min(_timed(text) for _ in range(3))

    cost(1)
    assert cost(160) < 12 * cost(40), "four times the text"


def _timed(text: str) -> float:
    began = time.process_time()
    suggest(text, "en", ["Birch"])
    return time.process_time() - began


@pytest.mark.parametrize("language", ["en", "uk", "fi", "de"])
def test_a_long_contribution_is_quick_once_the_lists_are_read(language: str) -> None:
    text = " ".join(one.text for one in stored("published", language))[:2_000]
    told_of = parts("published", language)
    roster, local = told_of.first_forms("roster"), told_of.first_forms("local")
    suggest(text, language, roster, local)
    took = []
    for _ in range(5):
        began = time.process_time()
        suggest(text, language, roster, local)
        took.append(time.process_time() - began)
    assert min(took) < 0.1, "20 ms are wanted on a quiet machine; this one may be shared"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "👍", "\u202e\u202c", "\u0301", "123"])
def test_where_nothing_is_nothing_is_found(text: str) -> None:
    assert suggest(text, "en", ["Birch"], ["Northfield"]) == ()


def test_names_are_found_through_marks_and_unseen_characters() -> None:
    assert told("Then Zame\u0301ly came.", "en", ["Zamély"]) == "Then [person 1] came."
    assert told("Then Bi\u200brch and B\u00adirch came.", "en", ["Birch"]) == "Then [person 1] and [person 1] came."
    assert told("Then \u202eBirch\u202c came.", "en", ["Birch"]) == "Then \u202e[person 1]\u202c came."


def test_spans_count_code_points() -> None:
    text = "👩‍👩‍👧 Then Birch came."
    (one,) = suggest(text, "en", ["Birch"])
    assert text[one.start : one.end] == "Birch"


def test_hostile_rosters_find_nothing_that_is_not_there() -> None:
    roster = ["", " ", "a", "1", "👍", "\u202e", "-", "'", "the of", "x" * 5_000]
    assert suggest("The people of the house were asked.", "en", roster, roster) == ()


def test_the_same_text_gets_the_same_suggestions() -> None:
    text = "Zamir told Krelani. Krelani rang 07700 900123."
    assert suggest(text, "en", ["Birch"]) == suggest(text, "en", ["Birch"])
