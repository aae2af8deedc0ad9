"""An installed Dialogue shows what a cloned one shows: the wheel carries all that is read at run time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.project import ROOT, project_files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel, built from the tree as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return ZipFile(next(folder.glob("dialogue-*.whl")))


def served(name: Path) -> str:
    """Where a file of the repository lies in the wheel."""
    return f"sessions/{name.as_posix()}" if name.parts[0] in {"templates", "static"} else name.as_posix()


@pytest.mark.parametrize("folder", ["dialogue", "sessions", "templates", "static"])
def test_every_file_of_the_folder_is_in_the_wheel(wheel: ZipFile, folder: str) -> None:
    expected = {served(name) for name in project_files() if name.parts[0] == folder}
    assert expected, f"{folder}/ is empty"
    assert expected - set(wheel.namelist()) == set()


def test_nothing_else_is_in_the_wheel(wheel: ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist()} == {
        "dialogue",
        "sessions",
        "dialogue-0.1.0.dist-info",
    }


def test_the_wheel_brings_its_licence_and_its_command(wheel: ZipFile) -> None:
    assert "Apache License" in wheel.read("dialogue-0.1.0.dist-info/licenses/LICENSE").decode()
    assert "dialogue = sessions.cli:main" in wheel.read("dialogue-0.1.0.dist-info/entry_points.txt").decode()
