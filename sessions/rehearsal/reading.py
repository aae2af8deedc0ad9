"""Reading a scenario: from the shipped ones by name, or from a file; what does not fit is named by line and field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sessions.rehearsal import lengths, references
from sessions.rehearsal.places import line_of
from sessions.rehearsal.scenario import Scenario
from sessions.rehearsal.schemas import Misfit, load_scenario

SHIPPED = Path(__file__).resolve().parent / "scenarios"
LARGEST = 1_000_000  # bytes


class ScenarioInvalid(Exception):
    """A scenario that can't be played: `code`, and a sentence for whoever named it."""

    def __init__(self, why: str, code: str = "scenario_invalid") -> None:
        super().__init__(why)
        self.code = code


def shipped() -> list[str]:
    """Names of the scenarios that come along."""
    return sorted(path.stem for path in SHIPPED.glob("*.json"))


def read(named: str) -> Scenario:
    """The scenario of this name or in this file. Raises ScenarioInvalid."""
    path = SHIPPED / f"{named}.json" if named in shipped() else Path(named)
    try:
        raw = path.read_bytes()
    except OSError:
        known = ", ".join(shipped())
        why = f"There is no scenario {named}. Name one of these: {known}; or a file."
        raise ScenarioInvalid(why, "scenario_unknown") from None
    if len(raw) > LARGEST:
        raise ScenarioInvalid(f"{path.name} is larger than {LARGEST:,} bytes; that is no scenario.")
    try:
        return parse(raw.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ScenarioInvalid(f"{path.name}, line {line}: not UTF-8 text. Save the file as UTF-8.") from None


def parse(text: str, name: str) -> Scenario:
    """The scenario in a JSON text; `name` is what a refusal calls the file. Raises ScenarioInvalid."""
    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        raise ScenarioInvalid(f"{name}, line {error.lineno}: not JSON ({error.msg}).") from None
    except RecursionError:
        raise ScenarioInvalid(f"{name}, line 1: nested too deeply to be a scenario.") from None
    try:
        scenario = load_scenario(given)
        for misfit in _misfits(scenario):
            raise misfit
    except Misfit as misfit:
        field = ".".join(str(part) for part in misfit.path) or "the whole"
        raise ScenarioInvalid(f"{name}, line {line_of(text, misfit.path)}, {field}: {misfit.why}") from None
    return scenario


def _misfits(scenario: Scenario) -> Iterator[Misfit]:
    for path, why in (*references.broken(scenario), *lengths.unfit(scenario)):
        yield Misfit(path, why)
