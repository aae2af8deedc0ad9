"""Imports are read with suspicion: whatever was done to a file on the way is refused, by its own code."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dialogue.transcript.narrowing import Part
from sessions.exports.data_file import SCHEMA, as_json, canonical, checksum
from sessions.exports.imports.reading import DEEPEST, LARGEST, ImportRefused, read_export
from tests.sessions.exports.given import SCENARIOS, hostile, narrow, usual


def refused(content: bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        read_export(content)
    assert "prisoner" not in str(caught.value)
    return caught.value.code


def signed(told: dict[str, Any]) -> bytes:
    """A file whose checksum is right, whatever it holds."""
    rest = {key: value for key, value in told.items() if key != "checksum"}
    return canonical({**rest, "checksum": checksum(rest)}) + b"\n"


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    told = json.loads(as_json(usual()))
    change(told)
    return signed(told)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("parts", [frozenset(), frozenset({Part.ANSWER}), frozenset(Part)])
def test_what_was_exported_is_read_as_it_was(scenario: str, parts: frozenset[Part]) -> None:
    made = narrow(scenario, parts)
    read = read_export(as_json(made))
    assert (read.parts, read.leaves_out) == (made.parts, made.leaves_out)
    assert as_json(read) == as_json(made)


def test_words_that_mean_harm_are_words_here_too() -> None:
    assert as_json(read_export(as_json(hostile()))) == as_json(hostile())


def test_a_file_that_was_cut_is_unreadable_wherever() -> None:
    whole = as_json(usual())
    assert {refused(whole[:end]) for end in range(0, len(whole) - 2, 997)} == {"import_unreadable"}


def test_every_flipped_bit_is_noticed() -> None:
    whole = as_json(usual())
    codes = set()
    for place in range(0, len(whole), 211):
        altered = bytearray(whole)
        altered[place] ^= 1
        codes.add(refused(bytes(altered)))
    assert codes <= {"import_altered", "import_unreadable", "import_not_an_export", "import_unknown_version"}


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[1", b'{"schema": NaN}', b"", b'"\\ud800'])
def test_what_is_no_text_is_unreadable(content: bytes) -> None:
    assert refused(content) == "import_unreadable"


@pytest.mark.parametrize(
    "content", [b"{}", b"[]", b"7", b"null", b'{"schema": 7}', b'{"schema": "dialogue-transcript/2"}']
)
def test_other_data_is_no_export(content: bytes) -> None:
    assert refused(content) == "import_not_an_export"


def test_bombs_are_refused_before_anything_is_built_of_them() -> None:
    assert refused(b" " * (LARGEST + 1)) == "import_too_large"
    assert refused(b"[" * 1_000_000) == "import_too_deep"
    assert refused(b'{"a":' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1)) == "import_too_deep"
    assert refused(canonical({"schema": SCHEMA, "text": "[" * 100}) + b"\n") == "import_altered", "brackets in a text"


def test_a_later_version_is_named() -> None:
    assert refused(changed(lambda told: told.update(schema="dialogue/export/2"))) == "import_unknown_version"


def test_the_same_said_otherwise_is_altered() -> None:
    told = json.loads(as_json(usual()))
    assert refused(json.dumps(told).encode()) == "import_altered"
    assert refused(as_json(usual()).rstrip(b"\n")) == "import_altered"
    twice = as_json(usual()).replace(b'{"checksum"', b'{"schema":"x","checksum"', 1)
    assert refused(twice) == "import_altered", "a key that comes twice"


WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "a field more": lambda told: told["transcript"].update(more=1),
    "a field less": lambda told: told["transcript"].pop("group"),
    "a number for a text": lambda told: told["transcript"].update(title=7),
    "a text without an end": lambda told: told["transcript"].update(title="a" * 20_001),
    "a kind that is none": lambda told: told["transcript"]["sections"][0]["entries"][0].update(kind="evil"),
    "a text for a list": lambda told: told["transcript"]["sections"][0].update(entries="none"),
    "a month too many": lambda told: told["transcript"].update(day="2026-13"),
    "fewer people than none": lambda told: told["transcript"]["group"].update(people=-1),
    "a yes for a number": lambda told: told["transcript"]["group"].update(people=True),
    "a part that is none": lambda told: told.update(parts=["everything"]),
    "no parts": lambda told: told.update(parts=None),
    "a list for the transcript": lambda told: told.update(transcript=[]),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_no_export_holds_is_refused_though_its_checksum_is_right(wrong: str) -> None:
    assert refused(changed(WRONG[wrong])) == "import_not_an_export"


def test_more_than_its_own_list_allows_was_never_exported() -> None:
    def smuggled(told: dict[str, Any]) -> None:
        told["transcript"]["why_chosen"] = "A story that its list leaves out."

    assert refused(changed(smuggled)) == "import_altered"
    assert refused(changed(lambda told: told["leaves_out"].remove("stories"))) == "import_altered"
    assert refused(changed(lambda told: told["transcript"].update(heated="nowhere"))) == "import_altered"
