"""The chain: what is the same, what is different, and what verification says about each way to tamper."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.archive import (
    Flaw,
    Head,
    Header,
    Line,
    NotCanonical,
    Opened,
    canonical,
    commitment,
    day_of,
    first_link,
    verify,
)

INTEGERS = st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


@given(VALUES)
def test_canonical_json_reads_back_and_is_stable(value: object) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == canonical({"a": None, "b": [1, "é"]}) == '{"a":null,"b":[1,"é"]}'


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 2**53, {1: "x"}, {"x": {2.0}}, [b"x"]])
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)


def test_a_commitment_hides_behind_its_salt_and_binds_to_its_text() -> None:
    one = commitment(Opened(b"a" * 16, "yes"))
    assert one == commitment(Opened(b"a" * 16, "yes"))
    assert len({one, commitment(Opened(b"b" * 16, "yes")), commitment(Opened(b"a" * 16, "no"))}) == 3


def test_a_day_is_utc() -> None:
    assert day_of(1_763_855_999_999) == "2025-11-22"
    assert day_of(1_763_856_000_000) == "2025-11-23"


def test_the_short_form_of_a_head_is_four_groups_of_four() -> None:
    assert Head(3, bytes(range(32))).short_form() == "0001-0203-0405-0607"


def chain(length: int = 5, dialogue: str = "d1") -> list[Line]:
    lines: list[Line] = []
    prev = first_link(dialogue)
    for seq in range(1, length + 1):
        opened = {"title": Opened(bytes([seq]) * 16, f"title {seq}"), "@at": Opened(b"t" * 16, str(seq))}
        commitments = {name: commitment(value) for name, value in opened.items()}
        header = Header(seq, "experience_told", 1, "2026-11-22", commitments, prev)
        prev = header.link()
        lines.append(Line(header, prev, dict(opened)))
    return lines


def head_of(lines: list[Line]) -> Head:
    return Head(lines[-1].header.seq, lines[-1].link)


def without(line: Line, name: str, *, erased: bool) -> Line:
    return replace(line, opened={key: value for key, value in line.opened.items() if key != name}, erased=erased)


def first_bad(lines: list[Line], head: Head | None = None, dialogue: str = "d1") -> tuple[int, str]:
    report = verify(dialogue, lines, head)
    assert report.altered > 0
    assert isinstance(report.first_bad, Flaw)
    return report.first_bad.seq, report.first_bad.code


def test_an_untouched_chain_is_whole() -> None:
    lines = chain()
    assert str(verify("d1", lines, head_of(lines))) == "5 present, 0 erased, 0 altered"


def test_an_empty_record_is_whole() -> None:
    assert verify("d1", [], Head(0, first_link("d1"))).first_bad is None


def test_erased_words_are_counted_and_nothing_is_altered() -> None:
    lines = chain()
    lines[2] = without(lines[2], "title", erased=True)
    report = verify("d1", lines, head_of(lines))
    assert (report.present, report.erased, report.altered, report.first_bad) == (4, 1, 0, None)


def test_what_is_the_records_own_may_be_left_out() -> None:
    lines = [without(line, "@at", erased=False) for line in chain()]
    assert verify("d1", lines, head_of(lines)).present == 5


def test_words_that_are_gone_without_a_note_are_named() -> None:
    lines = chain()
    lines[2] = without(lines[2], "title", erased=False)
    assert first_bad(lines) == (3, "missing_words")


def test_changed_words_are_named() -> None:
    lines = chain()
    lines[1] = replace(lines[1], opened={"title": Opened(b"\x02" * 16, "another")})
    assert first_bad(lines) == (2, "altered_words")


def test_words_that_do_not_open_are_named() -> None:
    lines = chain()
    lines[1] = replace(lines[1], opened={"title": None})
    assert first_bad(lines) == (2, "altered_words")


def test_added_words_are_named() -> None:
    lines = chain()
    lines[3] = replace(lines[3], opened={**lines[3].opened, "account": Opened(b"x" * 16, "more")})
    assert first_bad(lines) == (4, "added_words")


CHANGES: list[Callable[[Header], Header]] = [
    lambda header: replace(header, type="doubt_raised"),
    lambda header: replace(header, v=2),
    lambda header: replace(header, day="2026-11-23"),
    lambda header: replace(header, commitments={**header.commitments, "title": "0" * 64}),
    lambda header: replace(header, v=2**60),
]


@pytest.mark.parametrize("change", CHANGES, ids=["type", "version", "day", "commitment", "not canonical"])
def test_a_changed_header_is_named(change: Callable[[Header], Header]) -> None:
    lines = chain()
    lines[2] = replace(lines[2], header=change(lines[2].header))
    assert first_bad(lines) == (3, "altered_line")


def test_a_header_rewritten_with_its_own_link_breaks_the_next_one() -> None:
    lines = chain()
    header = replace(lines[2].header, type="doubt_raised")
    lines[2] = replace(lines[2], header=header, link=header.link())
    assert first_bad(lines) == (4, "broken_link")


def test_a_missing_line_is_named_and_the_others_are_still_counted() -> None:
    lines = chain()
    head = head_of(lines)
    del lines[2]
    report = verify("d1", lines, head)
    assert report.first_bad is not None
    assert (report.first_bad.seq, report.first_bad.code) == (3, "missing_line")
    assert (report.present, report.altered) == (4, 1)


def test_swapped_lines_are_named() -> None:
    lines = chain()
    lines[1], lines[2] = lines[2], lines[1]
    assert first_bad(lines) == (3, "swapped_line")


def test_a_repeated_line_is_named() -> None:
    lines = chain()
    assert first_bad([*lines[:3], lines[1], *lines[3:]]) == (2, "swapped_line")


def test_a_cut_tail_is_named_by_the_head_that_is_kept_apart() -> None:
    lines = chain()
    assert first_bad(lines[:3], head_of(lines)) == (4, "cut_tail")
    assert verify("d1", lines[:3]).first_bad is None


def test_lines_beyond_the_head_are_named() -> None:
    lines = chain()
    assert first_bad(lines, head_of(lines[:4])) == (5, "other_head")


def test_a_chain_does_not_belong_to_another_dialogue() -> None:
    assert first_bad(chain(dialogue="d2")) == (1, "broken_link")


@given(st.integers(0, 4), st.integers(0, 255))
def test_any_flipped_bit_of_a_link_is_noticed(position: int, bit: int) -> None:
    lines = chain()
    head = head_of(lines)
    flipped = bytearray(lines[position].link)
    flipped[bit // 8] ^= 1 << bit % 8
    lines[position] = replace(lines[position], link=bytes(flipped))
    assert first_bad(lines, head) == (position + 1, "altered_line")
