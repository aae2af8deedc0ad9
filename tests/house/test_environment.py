"""Making the environment where Python alone cannot: the person learns what to install."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from deploy.environment import RUNTIME, Environment, SetupError


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """An environment that does not exist yet and would hold nothing."""
    (tmp_path / RUNTIME).touch()
    return Environment(folder=tmp_path / ".venv", lists=tmp_path)


def test_a_python_without_venv_names_debians_package(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SetupError, match=rf"python3\.{sys.version_info.minor}-venv"):
        environment.prepare(RUNTIME)
    assert not environment.ready(RUNTIME)


def test_a_folder_that_cannot_hold_it_is_said_with_pythons_own_lines(environment: Environment) -> None:
    environment.folder.write_text("in the way", "utf-8")
    with pytest.raises(SetupError, match="could not be made"):
        environment.prepare(RUNTIME)


def test_an_interpreter_that_is_gone_makes_a_new_environment(environment: Environment) -> None:
    environment.prepare(RUNTIME)
    assert environment.ready(RUNTIME)
    environment.python.unlink()
    environment.python.symlink_to("/nowhere/python")
    assert not environment.ready(RUNTIME)
    assert environment.prepare(RUNTIME)
    assert environment.ready(RUNTIME)
