"""The pinned requirements: exact, hashed, without addresses, and true to pyproject.toml."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.project import ROOT

RUNTIME, DEVELOPMENT, PDF = "requirements.txt", "requirements-dev.txt", "requirements-pdf.txt"
PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;]+)(?: ; [^\\]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def pins(name: str) -> dict[str, str]:
    """What a list pins: project name -> version."""
    return dict(parts for parts, _hashes in blocks(name))


def blocks(name: str) -> list[tuple[tuple[str, str], list[str]]]:
    """Each requirement of a list: its name and version, and the hashes it goes with."""
    text = (ROOT / "deploy" / name).read_text("utf-8").replace("\\\n", "")
    found = []
    for line in text.splitlines():
        requirement, *hashes = re.split(r"\s{2,}", line.strip())
        pin = PIN.fullmatch(requirement.strip())
        assert pin, f"{name}: not an exact pin: {line[:80]}"
        found.append(((str(canonicalize_name(pin[1])), pin[2]), hashes))
    return found


def declared() -> tuple[list[Requirement], list[Requirement]]:
    """The dependencies of pyproject.toml: those of the program, those of its development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return (
        [Requirement(line) for line in project["project"]["dependencies"]],
        [Requirement(line) for line in project["dependency-groups"]["dev"]],
    )


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT, PDF])
def test_every_pin_carries_hashes_and_nothing_else(name: str) -> None:
    assert blocks(name)
    for (project, _version), hashes in blocks(name):
        assert hashes, project
        assert [odd for odd in hashes if not HASH.fullmatch(odd)] == [], project


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT, PDF])
def test_no_list_names_an_address_or_an_index(name: str) -> None:
    text = (ROOT / "deploy" / name).read_text("utf-8")
    assert [sign for sign in ("://", "index-url", "find-links", "trusted-host", " @ ", "#") if sign in text] == []


@pytest.mark.parametrize("beside", [DEVELOPMENT, PDF])
def test_every_list_has_the_same_pins_as_what_is_served(beside: str) -> None:
    runtime, more = pins(RUNTIME), pins(beside)
    assert {name: more.get(name) for name in runtime} == runtime


def test_what_pdf_needs_is_pinned_as_it_is_tested() -> None:
    pdf, development = pins(PDF), pins(DEVELOPMENT)
    assert "weasyprint" in pdf
    assert {name: development.get(name) for name in pdf} == pdf


def test_every_dependency_is_pinned_within_its_floor() -> None:
    served, developed = declared()
    for requirement, pinned in [(r, pins(RUNTIME)) for r in served] + [(r, pins(DEVELOPMENT)) for r in developed]:
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} is pinned at {version}"


def test_the_security_floors_are_declared() -> None:
    floors = {requirement.name: str(requirement.specifier) for requirement in declared()[0]}
    assert floors["python-engineio"] == ">=4.13.2"
    assert floors["python-socketio"] == ">=5.16.2"


def test_what_is_served_needs_no_tool_of_the_tests() -> None:
    tools = {canonicalize_name(requirement.name) for requirement in declared()[1] if not requirement.extras}
    assert tools.isdisjoint(pins(RUNTIME))
