"""What letters look like: the excerpt of Unicode's confusables, and the letters that people here write with."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from pathlib import Path

import dialogue.rules.confusables as excerpt
from dialogue.rules.confusables import PROTOTYPES
from dialogue.rules.names import resembles
from tests.house.project import ROOT
from tests.sessions.pages.test_pseudonyms import LETTERS

WRITTEN = {case for letters in LETTERS.values() for letter in letters for case in (letter, letter.upper())}


def test_the_excerpt_leaves_the_letters_in_use_here_to_the_table_that_was_made_by_hand() -> None:
    assert WRITTEN & PROTOTYPES.keys() == set()


def test_the_excerpt_says_of_single_characters_that_nothing_else_decomposes_what_they_look_like() -> None:
    assert len(PROTOTYPES) > 650
    assert {source for source in PROTOTYPES if len(source) != 1} == set()
    assert {source for source in PROTOTYPES if unicodedata.normalize("NFKD", source) != source} == set()
    assert {look for look in PROTOTYPES.values() if not (look.isalnum() and len(look) <= 3)} == set()


def test_letters_of_one_alphabet_are_told_apart_but_for_accents_strokes_and_the_soft_sign() -> None:
    alike = set[str]()
    for letters in LETTERS.values():
        bare = sorted(letter for letter in letters if unicodedata.normalize("NFKD", letter) == letter)
        alike |= {one + other for one, other in combinations(bare, 2) if resembles(f"a{one}a", f"a{other}a")}
    assert alike == {"oø", "dđ", "вь"}


def test_the_excerpt_brings_its_licence_and_its_source() -> None:
    folder = Path(excerpt.__file__).parent
    assert "Copyright © 2020 Unicode, Inc." in (folder / "LICENSE").read_text("utf-8")
    page = (ROOT / "docs" / "vendored.md").read_text("utf-8")
    assert f"text in `{(folder / 'LICENSE').relative_to(ROOT).as_posix()}`" in page
