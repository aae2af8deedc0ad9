"""Who may import whom: the contracts hold, and each of them notices what it forbids."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.project import ROOT

LINT = "import sys; from importlinter.cli import lint_imports as lint; sys.exit(lint(no_cache=True))"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the contracts of the pyproject.toml in `folder` over the packages in it."""
    surroundings = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    """The two packages with a module per layer and without any import."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    inside = "archive transcript records rules views visibility state commands events refusals methods method"
    outside = "cli pages live accounts exports rehearsal rooms storage config"
    for package, names in (("dialogue", inside + " vocabulary"), ("sessions", outside + " runtime")):
        for name in names.split():
            (tmp_path / package / name).mkdir(parents=True)
            (tmp_path / package / name / "__init__.py").touch()
        (tmp_path / package / "__init__.py").touch()
    for name in ("live/schemas.py", "accounts/tables.py", "accounts/service.py", "storage/log.py"):
        (tmp_path / "sessions" / name).touch()
    return tmp_path


def test_the_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("dialogue/rules/__init__.py", "dialogue.state"),
        ("dialogue/archive/__init__.py", "dialogue.transcript"),
        ("sessions/cli/__init__.py", "sessions.pages"),
        ("sessions/live/__init__.py", "dialogue.views"),
        ("sessions/live/schemas.py", "marshmallow"),
        ("sessions/accounts/tables.py", "sqlalchemy"),
        ("sessions/storage/log.py", "sqlalchemy"),
        ("sessions/accounts/service.py", "sessions.storage.log"),
        ("sessions/runtime/mode.py", "eventlet"),
    ],
)
def test_an_import_along_the_layers_is_kept(sketch: Path, module: str, imported: str) -> None:
    (sketch / module).write_text(f"import {imported}\n", "utf-8")
    (sketch / "sessions/storage/log.py").write_text("import sqlalchemy\n", "utf-8")
    done = lint(sketch)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "imported", "contract"),
    [
        ("dialogue/state/__init__.py", "dialogue.rules", "dialogue's layers"),
        ("dialogue/rules/__init__.py", "dialogue.views", "dialogue's layers"),
        ("dialogue/vocabulary/__init__.py", "random", "dialogue is pure"),
        ("dialogue/views/__init__.py", "flask", "dialogue is pure"),
        ("dialogue/records/__init__.py", "sessions.storage", "dialogue is pure"),
        ("sessions/rooms/__init__.py", "sessions.live", "sessions' layers"),
        ("sessions/accounts/service.py", "sessions.exports", "sessions' layers"),
        ("sessions/accounts/service.py", "sqlalchemy", "SQLAlchemy only"),
        ("sessions/live/__init__.py", "marshmallow", "marshmallow only"),
        ("sessions/storage/log.py", "eventlet", "eventlet only"),
    ],
)
def test_an_import_against_a_contract_breaks_it(sketch: Path, module: str, imported: str, contract: str) -> None:
    (sketch / module).write_text(f"import {imported}\n", "utf-8")
    done = lint(sketch)
    assert done.returncode != 0
    assert any(line.startswith(contract) and line.endswith("BROKEN") for line in done.stdout.splitlines()), done.stdout


@pytest.mark.parametrize("module", ["dialogue/helpers.py", "sessions/helpers.py"])
def test_a_module_without_a_layer_is_noticed(sketch: Path, module: str) -> None:
    (sketch / module).touch()
    assert lint(sketch).returncode != 0
