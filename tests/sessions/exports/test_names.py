"""File names: whatever a title says, a name that every system takes and that tells nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.exports.names import file_name

HARMFUL = (
    "../../etc/passwd",
    "C:\\boot",
    "con",
    'a"; filename="evil.exe',
    "a\r\nSet-Cookie: x=1",
    "\u202egpj.exe",
    ".",
    "",
    "~",
    "a" * 999,
)


@pytest.mark.parametrize("title", HARMFUL)
def test_a_harmful_title_gives_a_harmless_name(title: str) -> None:
    name = file_name(title, "2026-12", "docx")
    assert re.fullmatch(r"dialogue-2026-12(-[a-z0-9-]+)?\.docx", name)
    assert len(name) < 100


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Trust on the wing", "dialogue-2026-12-trust-on-the-wing.md"),
        ("Довіра у відділенні", "dialogue-2026-12-довіра-у-відділенні.md"),
        ("Ærlighet: når?", "dialogue-2026-12-ærlighet-når.md"),
    ],
)
def test_letters_of_every_alphabet_stay(title: str, name: str) -> None:
    assert file_name(title, "2026-12", "md") == name


@given(st.text(max_size=200))
def test_any_title_at_all(title: str) -> None:
    name = file_name(title, "2026-12", "odt")
    assert name.startswith("dialogue-2026-12")
    assert name.endswith(".odt")
    assert not re.search(r"""[\\/:*?"<>|\s\x00-\x1f\u202a-\u202e\u2066-\u2069]""", name)
    assert len(name.encode()) < 255
