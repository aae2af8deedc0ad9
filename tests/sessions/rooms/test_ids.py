"""Ids, tokens and join codes: random, and a code is read as people type it."""

from __future__ import annotations

import hmac
import re
from functools import partial

import pytest

from sessions.rooms.ids import ALPHABET, COMMAND_ID, new_code, new_id, new_token, read_code, return_code


def test_a_code_has_forty_bits_of_letters_that_nobody_mistakes() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", code) for code in codes)
    assert set("".join(codes)) - {"-"} == set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    ["K7F4-M201", "k7f4m201", " K7F4 M201 ", "K7F4–M201", "k7f4 - m20l", "K7F4-M2OI", "K7F4M2O1", "Ｋ７Ｆ４－Ｍ２０１"],
)
def test_a_code_is_read_whatever_the_case_dash_width_and_likeness(typed: str) -> None:
    assert read_code(typed) == "K7F4-M201"


@pytest.mark.parametrize(
    "typed", ["", "K7F4-M20", "K7F4-M2011", "K7F4-M20\x00", "ÄÖÜ", "K7F4-M201" + " " * 40, "K" * 90_000]
)
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_a_code_is_read_as_it_was_made() -> None:
    for _ in range(100):
        code = new_code()
        assert read_code(code.lower().replace("-", "")) == code


def test_ids_and_tokens_are_long_and_never_the_same() -> None:
    assert len({new_id() for _ in range(200)}) == len({new_token() for _ in range(200)}) == 200
    assert re.fullmatch(r"[0-9a-f]{20}", new_id())
    assert len(new_token()) == 43


@pytest.mark.parametrize("given", ["", "0" * 31, "0" * 33, "G" * 32, "A" * 32, "0" * 31 + "\n", "٠" * 32])
def test_a_command_id_is_32_hexadecimal_digits_and_nothing_else(given: str) -> None:
    assert COMMAND_ID.fullmatch(given) is None


def test_a_return_code_is_the_same_again_and_another_for_each_seat_generation_and_dialogue() -> None:
    here, there = (partial(hmac.digest, key, digest="sha256") for key in (b"here", b"there"))
    codes = {return_code(digest, seat, number) for digest in (here, there) for seat in "abc" for number in range(50)}
    assert len(codes) == 300
    assert all(read_code(code) == code for code in codes)
    assert set("".join(codes)) - {"-"} == set(ALPHABET)
    assert return_code(here, "a", 0) == return_code(here, "a", 0)
