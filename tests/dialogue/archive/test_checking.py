"""What verification of a package finds: any flipped bit, any line that is missing, doubled or out of place."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue.archive.checking import checked
from dialogue.archive.contents import (
    CHECKER,
    CONSENTS,
    EVENTS,
    HEAD,
    MANIFEST,
    OUTCOME,
    SIGNATURE,
    TAG_MANIFEST,
    WORDS,
    Word,
    event_line,
    read_event,
    read_word,
    signed_bytes,
    word_line,
)
from dialogue.archive.package import bagged
from tests.dialogue.archive.given import KEY, closing, first_bad, flipped, lines, package, with_lines

WHOLE = package()
LINED = [EVENTS, WORDS, CONSENTS]
SIGNED = [*LINED, HEAD, SIGNATURE]


def test_a_package_as_it_was_made_is_whole() -> None:
    found = checked(WHOLE)
    assert (found.present, found.erased, found.altered, found.findings) == (10, 2, 0, ())
    assert (found.texts, found.left_out) == (11, 1)
    assert found.closed == closing()


@pytest.mark.parametrize("name", sorted(WHOLE))
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_flipped_bit_is_found_and_its_file_named(name: str, data: st.DataObject) -> None:
    bit = data.draw(st.integers(0, len(WHOLE[name]) * 8 - 1))
    found = first_bad({**WHOLE, name: flipped(WHOLE[name], bit)})
    assert name in str(found)


@pytest.mark.parametrize("name", LINED)
@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_any_flipped_bit_of_a_line_is_found_at_that_line_whoever_made_the_bag_anew(
    name: str, data: st.DataObject
) -> None:
    bit = data.draw(st.integers(0, len(WHOLE[name]) * 8 - 1))
    changed = bagged({**WHOLE, name: flipped(WHOLE[name], bit)})
    line = WHOLE[name][: bit // 8].count(b"\n") + 1
    found = first_bad(changed)
    assert (found.file, found.line) == (name, line)


@pytest.mark.parametrize("name", SIGNED)
def test_digits_in_capitals_are_a_change_too(name: str) -> None:
    content = WHOLE[name]
    letters = [at for at, byte in enumerate(content[:900]) if chr(byte) in "abcdef"]
    for at in letters[::7]:
        found = first_bad(bagged({**WHOLE, name: flipped(content, at * 8 + 5)}))
        assert found.file in {name, SIGNATURE}


def test_of_an_altered_event_neither_words_nor_consents_are_accused() -> None:
    all_lines = lines(WHOLE, EVENTS)
    for at in range(len(all_lines)):
        changed = [*all_lines[:at], all_lines[at].replace(b'"v":1', b'"v":3'), *all_lines[at + 1 :]]
        found = checked(with_lines(WHOLE, EVENTS, changed))
        assert [(one.file, one.line, one.code) for one in found.findings] == [(EVENTS, at + 1, "altered_line")]
        assert found.altered == 1


def test_an_event_with_another_number_is_altered_and_no_other_one_is_missing() -> None:
    all_lines = lines(WHOLE, EVENTS)
    for number in (b"1", b"4", b"7", b"99"):
        changed = [*all_lines[:4], all_lines[4].replace(b'"seq":5', b'"seq":' + number), *all_lines[5:]]
        found = checked(with_lines(WHOLE, EVENTS, changed))
        assert [(one.file, one.line, one.code) for one in found.findings] == [(EVENTS, 5, "altered_line")]


def test_a_head_of_another_format_is_no_head_even_if_it_is_signed() -> None:
    head = WHOLE[HEAD].replace(b"dialogue-head/1", b"dialogue-head/2")
    signature = KEY.sign(signed_bytes(head)).hex().encode() + b"\n"
    assert first_bad(bagged({**WHOLE, HEAD: head, SIGNATURE: signature})).code == "head_unreadable"


def test_where_the_signature_is_wrong_nothing_is_proven_by_it() -> None:
    changed = {
        **WHOLE,
        SIGNATURE: flipped(WHOLE[SIGNATURE], 0),
        MANIFEST: b"%x" % (15 - int(WHOLE[MANIFEST][:1], 16)) + WHOLE[MANIFEST][1:],
    }
    found = checked(changed).findings
    assert [(one.file, one.code) for one in found][:2] == [(SIGNATURE, "bad_signature"), (CONSENTS, "not_as_listed")]


@pytest.mark.parametrize("name", [HEAD, SIGNATURE])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_flipped_bit_of_what_is_signed_and_of_the_signature_is_found_in_a_new_bag(
    name: str, data: st.DataObject
) -> None:
    changed = bagged({**WHOLE, name: flipped(WHOLE[name], data.draw(st.integers(0, len(WHOLE[name]) * 8 - 1)))})
    assert first_bad(changed).code in {"bad_signature", "head_unreadable"}


@pytest.mark.parametrize("name", LINED)
def test_any_line_that_is_dropped_is_named(name: str) -> None:
    all_lines = lines(WHOLE, name)
    for at in range(len(all_lines)):
        found = first_bad(with_lines(WHOLE, name, all_lines[:at] + all_lines[at + 1 :]))
        last = at == len(all_lines) - 1
        assert (found.file, found.line, found.code) == (name, at + 1, "cut_tail" if last else "missing_line")


@pytest.mark.parametrize("name", LINED)
def test_any_two_lines_that_are_swapped_are_named(name: str) -> None:
    all_lines = lines(WHOLE, name)
    for one in range(len(all_lines)):
        for other in range(one + 1, len(all_lines)):
            changed = list(all_lines)
            changed[one], changed[other] = changed[other], changed[one]
            found = first_bad(with_lines(WHOLE, name, changed))
            assert (found.file, found.line, found.code) == (name, one + 1, "swapped_line")


@pytest.mark.parametrize("name", LINED)
def test_any_line_that_is_doubled_is_named(name: str) -> None:
    all_lines = lines(WHOLE, name)
    for at in range(len(all_lines)):
        found = first_bad(with_lines(WHOLE, name, all_lines[: at + 1] + all_lines[at:]))
        assert (found.file, found.line, found.code) == (name, at + 2, "swapped_line")


@pytest.mark.parametrize("name", LINED)
def test_any_cut_tail_is_named_where_it_begins_also_inside_a_line(name: str) -> None:
    content = WHOLE[name]
    for end in {0, 1, len(content) // 2, content.index(b"\n") + 1, len(content) - 1}:
        found = first_bad(bagged({**WHOLE, name: content[:end]}))
        line = content[:end].count(b"\n") + 1
        assert (found.file, found.line) == (name, line)
        cut = "cut_tail" if content[:end].endswith(b"\n") or not end else "altered_line"
        assert found.code == cut


def test_a_file_that_is_missing_is_named() -> None:
    for name in sorted(set(WHOLE) - {OUTCOME}):
        found = first_bad({other: content for other, content in WHOLE.items() if other != name})
        assert (found.file, found.code) == (name, "missing_file")
    # The outcome can be left out by whoever makes the bag anew; but not in silence.
    found = first_bad({name: content for name, content in WHOLE.items() if name != OUTCOME})
    assert (found.file, found.code) == (MANIFEST, "altered_line")


def erased(files: dict[str, bytes], seq: int) -> dict[str, bytes]:
    changed = []
    for line in lines(files, WORDS):
        word = read_word(line.rstrip(b"\n"))
        gone = Word(word.seq, word.field, absent="erased")
        changed.append((word_line(gone) + "\n").encode() if word.seq == seq else line)
    return with_lines(files, WORDS, changed)


def test_words_that_are_erased_in_a_package_leave_it_valid_under_the_same_signature() -> None:
    forgetful = erased(WHOLE, 3)
    found = checked(forgetful)
    assert (found.present, found.erased, found.altered, found.findings) == (9, 3, 0, ())
    assert (forgetful[HEAD], forgetful[SIGNATURE]) == (WHOLE[HEAD], WHOLE[SIGNATURE])
    assert "№ 3".encode() in WHOLE[WORDS]
    assert not any("№ 3".encode() in content for content in forgetful.values())


def test_other_words_cannot_be_put_in_the_place_of_erased_ones() -> None:
    all_lines = lines(WHOLE, WORDS)
    at, word = next((at, word) for at, line in enumerate(all_lines) if (word := read_word(line.rstrip())).absent)
    invented = (word_line(Word(word.seq, word.field, bytes(16), "never said")) + "\n").encode()
    found = first_bad(with_lines(WHOLE, WORDS, [*all_lines[:at], invented, *all_lines[at + 1 :]]))
    assert (found.file, found.line, found.code) == (WORDS, at + 1, "altered_words")


def test_words_that_no_event_promised_are_named() -> None:
    invented = (word_line(Word(3, "motive", bytes(16), "never said")) + "\n").encode()
    all_lines = lines(WHOLE, WORDS)
    found = first_bad(with_lines(WHOLE, WORDS, [*all_lines, invented]))
    assert (found.file, found.line, found.code) == (WORDS, len(all_lines) + 1, "added_line")


def test_the_records_own_fields_are_promised_and_never_expected() -> None:
    assert b'"@at"' in WHOLE[EVENTS]
    assert b'"@at"' not in WHOLE[WORDS]
    shown = (word_line(Word(1, "@at", bytes(16), "1")) + "\n").encode()
    assert first_bad(with_lines(WHOLE, WORDS, [shown, *lines(WHOLE, WORDS)])).code in {"added_line", "altered_line"}


def test_a_chain_that_was_written_anew_after_a_line_does_not_end_in_its_head() -> None:
    all_lines = lines(WHOLE, EVENTS)
    changed, prev = all_lines[:4], read_event(all_lines[3].rstrip())[1]
    for line in all_lines[4:]:
        header, _ = read_event(line.rstrip())
        header = replace(header, prev=prev, day="2026-11-23")
        prev = header.link()
        changed.append((event_line(header, prev) + "\n").encode())
    found = first_bad(with_lines(WHOLE, EVENTS, changed))
    assert (found.file, found.line, found.code) == (EVENTS, len(all_lines), "other_head")


def test_a_head_that_somebody_else_signed_is_told_by_its_key_alone() -> None:
    other = package(5)
    mixed = bagged({**WHOLE, HEAD: other[HEAD], SIGNATURE: other[SIGNATURE]})
    assert first_bad(mixed).file == EVENTS


def test_a_manifest_that_is_wrong_about_what_was_signed_is_itself_named() -> None:
    lied = lines(WHOLE, MANIFEST)
    lied[0] = flipped(lied[0], 3)
    found = first_bad({**WHOLE, MANIFEST: b"".join(lied)})
    assert (found.file, found.line) == (MANIFEST, 1)


def test_a_checker_that_was_changed_is_found_by_the_bag() -> None:
    found = first_bad({**WHOLE, CHECKER: b"print('Nothing was altered.')\n"})
    assert (found.file, found.code) == (CHECKER, "not_as_listed")
    assert TAG_MANIFEST in found.sentence


@pytest.mark.parametrize(
    "line",
    [
        b"", b"null", b"[]", b"{}", b"{" * 5000, b"[" * 100_000, b'{"seq":1e999}', b'{"seq":NaN}', b"\xff",
        b'{"absent":"erased","field":"text","seq":true}', b'{"absent":"erased","field":"text","seq":1.0}',
        b'{"absent":"forgotten","field":"text","seq":1}', b'{"absent":"erased","field":7,"seq":1}',
        b'{"absent":"erased", "field":"text","seq":1}', b'{"seq":1,"absent":"erased","field":"text"}',
        b'{"absent":"erased","absent":"erased","field":"text","seq":1}', b'{"field":"\\u0061","seq":1}',
        b'{"field":"text","salt":"00","seq":1,"text":""}', b'{"field":"text","seq":' + b"9" * 5000 + b"}",
        b'{"absent":"erased","field":"text","seq":999999999999}',
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", LINED)
def test_what_is_no_line_is_named_and_harms_nobody(name: str, line: bytes) -> None:
    found = first_bad(with_lines(WHOLE, name, [line + b"\n", *lines(WHOLE, name)[1:]]))
    assert (found.file, found.line, found.code) == (name, 1, "altered_line")


@pytest.mark.parametrize("name", [*LINED, MANIFEST])
@pytest.mark.parametrize("line", [b"\n", b"[" + b"{}," * 2**20, b'{"seq":' + b"9" * 2**21])
def test_endless_lines_and_endlessly_many_are_found_in_seconds(name: str, line: bytes) -> None:
    began = time.process_time()
    found = first_bad(bagged({**WHOLE, name: line * (2**23 // len(line))}) | {name: line * (2**23 // len(line))})
    assert found.file == name
    assert found.line == 1 or name == MANIFEST
    assert time.process_time() - began < 5


def test_bytes_at_random_are_told_apart_from_a_package() -> None:
    noise = random.Random(5)
    for _ in range(20):
        name = noise.choice(SIGNED)
        assert first_bad({**WHOLE, name: noise.randbytes(noise.randrange(300))}).line <= 1
