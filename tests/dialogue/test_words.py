"""Texts: counted as people count, kept as people wrote them, refused where nobody could read them."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.commands.limits import Limit
from dialogue.refusals import BadCharacter, NothingWrittenYet, Refusal, TooLong
from dialogue.rules.words import checked, graphemes, limited_fields
from dialogue.vocabulary import Words
from tests.dialogue.anything import COMMANDS

TEN = Limit(10)
LINES = Limit(100, lines=True)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize("filling", [" ", "\u00a0", "\u0301", "\n ", "a\u0300\u0316", "\u200b", "\ufdfa"])
@pytest.mark.parametrize("limit", [TEN, LINES, Limit(2000), Limit(2000, lines=True)])
def test_whatever_fits_into_a_request_is_looked_at_in_a_moment(filling: str, limit: Limit) -> None:
    for length in (limit.graphemes * 16 - 2, 250_000):
        text, began = "a" + (filling * length)[:length] + "b", time.perf_counter()
        with suppress(Refusal):
            checked(text, limit, "text")
        assert time.perf_counter() - began < 0.25


def test_a_line_that_breaks_is_one_line_and_other_blanks_stay() -> None:
    assert checked("one \n\t two  three\u2028four", Limit(100), "text") == "one two  three four"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("trust", 5),
        ("tillit på avdelingen", 20),
        (FAMILY, 1),
        (WALES, 1),
        ("👍🏽👍🏿", 2),
        ("e\u0301", 1),
        ("नमस्ते", 3),
        ("한국어", 3),
        ("довіра", 6),
    ],
)
def test_length_is_what_a_person_counts(text: str, length: int) -> None:
    assert graphemes(text) == length
    assert checked(text, Limit(length), "text") == text
    if length > 1:
        with pytest.raises(TooLong) as refused:
            checked(text, Limit(length - 1), "text")
        assert (refused.value.field, refused.value.limit) == ("text", length - 1)


def test_a_family_counts_once_each() -> None:
    assert checked(FAMILY * 10, TEN, "text") == FAMILY * 10
    with pytest.raises(TooLong):
        checked(FAMILY * 11, TEN, "text")


def test_no_tower_of_accents_hides_behind_one_letter() -> None:
    with pytest.raises(TooLong):
        checked("a" + "\u0301" * 1000, TEN, "text")


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\ud800",
        "\ue000",
        "\uffff",
        "\U0001fffe",
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_what_nobody_can_read_or_reads_differently_is_refused(character: str) -> None:
    with pytest.raises(BadCharacter) as refused:
        checked(f"a{character}b", TEN, "title")
    assert refused.value.field == "title"


@pytest.mark.parametrize("text", ["a\u200db", "שלום\u200f!", "\U0001faea ok", "a\u00a0!", "naïve", "„так“ …"])
def test_what_people_write_is_taken_as_it_is(text: str) -> None:
    assert checked(text, TEN, "text") == text


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u200b", "\u2060\u200d", "\u3164", "\u2800", "\u0301", "\u00ad"])
def test_what_shows_nothing_is_nothing(text: str) -> None:
    with pytest.raises(NothingWrittenYet) as refused:
        checked(text, TEN, "text")
    assert refused.value.field == "text"
    assert checked(text, Limit(10, may_be_empty=True), "text") == ""


def test_line_breaks_of_any_system_are_kept_where_lines_may_break() -> None:
    assert checked("  one\r\ntwo\rthree\n\nfour\t5 \n", LINES, "text") == "one\ntwo\nthree\n\nfour\t5"


def test_line_breaks_become_spaces_elsewhere() -> None:
    assert checked(" one \r\n two\u2028three\tfour", Limit(40), "text") == "one two three four"


def test_every_text_of_every_command_has_a_limit() -> None:
    kind: Any
    for kind in COMMANDS:
        limited = {name for name, _ in limited_fields(kind)}
        annotations = {name for name, hint in kind.__annotations__.items() if "Words" in str(hint)}
        # The code of the door is made by the server.
        assert annotations - limited <= {"code"}, kind


@given(st.text(), st.sampled_from([TEN, LINES, Limit(10, may_be_empty=True)]))
def test_what_was_taken_is_taken_again_unchanged(text: str, limit: Limit) -> None:
    try:
        once = checked(text, limit, "text")
    except Refusal:
        return
    assert checked(once, limit, "text") == once
    assert graphemes(once) <= limit.graphemes
    assert once == Words(once.strip())
