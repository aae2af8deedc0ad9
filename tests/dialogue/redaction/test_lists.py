"""The bundled lists: what they were made from is written down, and they are as they were made."""

from __future__ import annotations

import hashlib
import re

import pytest

from bench.redaction.lists import DATA, NAMES, WHEEL_SHA256, WORDS
from dialogue.redaction.lists import LANGUAGES, family_names, given_names, vocabulary

PROVENANCE = (DATA / "PROVENANCE.md").read_text("utf-8")
MOST = 400_000  # bytes of all lists together
SECTIONS = {
    "ordinary", "doing", "titles", "roles", "ranks", "only", "someone", "nations", "incidents", "months", "cells",
    "badges", "codes", "ages", "whither", "noun", "heads", "past",
}  # fmt: skip


def test_every_list_of_names_and_every_taken_list_is_told_with_its_sum() -> None:
    told = dict(re.findall(r"^\| `([^`]+)` \| .* \| `([0-9a-f]{64})` \|$", PROVENANCE, re.MULTILINE))
    lists = [*(DATA / "names").iterdir(), *(DATA / "words").glob("frequent_*.txt")]
    assert told == {one.relative_to(DATA).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in lists}


def test_the_source_and_its_licence_are_told() -> None:
    assert WHEEL_SHA256 in PROVENANCE
    assert "Permission is hereby granted" in (DATA / "LICENSE.faker.txt").read_text("utf-8")
    named = {f"faker_{locale}.given.txt" for locale in NAMES} | {f"frequent_{language}.txt" for language in WORDS}
    assert {one for one in named if one not in PROVENANCE} == set()


def test_lists_are_small() -> None:
    assert sum(one.stat().st_size for one in DATA.rglob("*.txt")) < MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_every_sort(language: str) -> None:
    text = (DATA / "words" / f"{language}.txt").read_text("utf-8")
    sections = set(re.findall(r"^\[(.*)\]$", text, re.MULTILINE))
    assert sections <= SECTIONS
    assert SECTIONS - sections <= {"noun", "heads", "past"}
    assert "said" not in vocabulary(language).doing or language == "en"


def test_names_are_folded_as_the_words_of_the_language_are() -> None:
    assert {"arben", "dritan"} <= given_names("sq")
    assert {"djordje", "zivko"} <= given_names("sr")
    assert {"шевченко", "berisha"} <= family_names("uk")
