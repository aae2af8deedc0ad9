"""The data: as it is described, canonical, and with a checksum that notices every change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pytest

from dialogue.transcript.narrowing import NEVER, Part
from sessions.exports.data_file import SCHEMA, as_json
from tests.dialogue.structure import faults
from tests.house.project import ROOT
from tests.sessions.exports.given import SCENARIOS, hostile, narrow, usual


def described(name: str) -> Mapping[str, Any]:
    made: Mapping[str, Any] = json.loads((ROOT / "docs" / f"{name}.schema.json").read_text("utf-8"))
    return made


EXPORT, TRANSCRIPT = described("export"), described("transcript")


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("parts", [frozenset(), frozenset({Part.ANSWER}), frozenset(Part)])
def test_it_is_as_it_is_described(scenario: str, parts: frozenset[Part]) -> None:
    made = json.loads(as_json(narrow(scenario, parts)))
    assert list(faults(made, EXPORT, EXPORT)) == []
    assert list(faults(made["transcript"], TRANSCRIPT, TRANSCRIPT)) == []
    assert made["schema"] == SCHEMA == EXPORT["title"]


def test_every_part_is_described() -> None:
    assert EXPORT["properties"]["parts"]["items"]["enum"] == [part.value for part in Part]
    assert EXPORT["properties"]["leaves_out"]["items"]["enum"] == [*NEVER, *(part.value for part in Part)]


def test_it_is_canonical() -> None:
    file = as_json(hostile())
    made = json.loads(file)
    assert file == json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    assert file == as_json(hostile())


def test_whoever_has_the_description_can_check_the_checksum() -> None:
    made = json.loads(as_json(usual()))
    told = made.pop("checksum")
    rest = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert told == f"sha256:{sha256(rest).hexdigest()}"
