"""`python start.py` on a fresh machine: one sentence for an old Python, otherwise set up and run."""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

import start
from sessions.cli import dialogue
from tests.house.model_house import House, pebble
from tests.house.project import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house whose first set-up is done."""
    house = House(tmp_path_factory.mktemp("house"))
    first = house.start("--setup")
    assert first.returncode == 0, first.stdout + first.stderr
    assert first.stdout.splitlines()[-1] == "Dialogue is set up."
    return house


@pytest.fixture
def fresh(built: House, tmp_path: Path) -> House:
    """A house that is set up, with an environment of its own to fail in."""
    house = House(tmp_path / "house")
    shutil.copytree(built.folder / ".venv", house.folder / ".venv", symlinks=True)
    return house


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 99)])
def test_an_old_python_is_refused_with_one_sentence(version: tuple[int, int, int]) -> None:
    sentence = start.refusal(version)
    assert "3.11 or newer" in sentence
    assert f"this is Python {version[0]}.{version[1]}:" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 0), (4, 0, 0)])
def test_a_newer_python_is_not_refused(version: tuple[int, int, int]) -> None:
    assert start.refusal(version) == ""


def test_an_old_python_can_read_as_far_as_the_sentence() -> None:
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 4))
    kinds = {type(node) for node in ast.walk(tree)}
    assert kinds.isdisjoint({ast.JoinedStr, ast.AnnAssign, ast.NamedExpr})
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if node.returns or any(a.annotation for a in node.args.args)] == []


def test_the_help_names_every_command(built: House) -> None:
    told = built.start("--help").stdout
    for name in dialogue.commands:
        assert re.search(
            rf"^python start\.py{'' if name == 'serve' else f' {name}'}(?: [A-Z]+)? {{2,}}\S", told, re.M
        ), name


def test_the_command_knows_how_it_was_called(built: House) -> None:
    said = json.loads(built.start("doctor").stdout)
    assert said["typed_as"] == shlex.join(built.command([]))


def test_the_second_set_up_does_nothing(built: House) -> None:
    again = built.start("--setup", PIP_FIND_LINKS="/nowhere")
    assert again.stdout == "Dialogue is set up already.\n"


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ([], ["serve"]),
        (["--lan", "--port", "8080"], ["serve", "--lan", "--port", "8080"]),
        (["demo", "my.json"], ["demo", "my.json"]),
    ],
)
def test_arguments_reach_the_command_in_the_persons_own_folder(
    built: House, given: list[str], passed: list[str]
) -> None:
    done = built.start(*given)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["arguments"] == passed
    assert Path(said["folder"]) == built.folder / "elsewhere"
    assert Path(said["pebble"]).is_relative_to(built.folder / ".venv")


@pytest.mark.parametrize("given", [["--setup", "serve"], ["--dev"], ["--dev", "demo"]])
def test_setting_up_goes_without_a_command(built: House, given: list[str]) -> None:
    done = built.start(*given)
    assert done.returncode == 2
    assert "start.py [--setup [--dev]]" in done.stderr


def test_ctrl_c_reaches_the_command_and_gives_its_exit_status(built: House) -> None:
    running = subprocess.Popen(
        built.command(["serve", "wait"]),
        env=built.surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with running:
        assert running.stdout is not None
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 7
        assert running.stderr is not None
        assert running.stderr.read() == b""


def test_a_failed_installation_says_why_and_is_tried_again(fresh: House) -> None:
    good = pebble(fresh.wheels)
    assert fresh.stamps() == {"requirements.txt.installed"}
    fresh.pins("requirements-dev.txt", good + f"granite==2.0 --hash=sha256:{'0' * 64}\n")
    failed = fresh.start("--setup", "--dev")
    assert failed.returncode == 1
    assert "granite==2.0" in failed.stderr
    assert failed.stderr.endswith("Start again to retry.\n")
    assert fresh.stamps() == set()

    fresh.pins("requirements-dev.txt", good)
    assert fresh.start("--setup", "--dev").returncode == 0
    assert fresh.stamps() == {"requirements.txt.installed", "requirements-dev.txt.installed"}


def test_a_package_that_is_not_the_pinned_one_is_refused(fresh: House) -> None:
    fresh.pins("requirements.txt", f"pebble==1.0 --hash=sha256:{'0' * 64}\n")
    failed = fresh.start(PIP_FORCE_REINSTALL="1")
    assert failed.returncode == 1
    assert failed.stderr.endswith("A package is not the one that was pinned and was refused. Nothing was started.\n")


def test_without_a_network_a_sentence_says_so(fresh: House) -> None:
    fresh.pins("requirements.txt", f"granite==2.0 --hash=sha256:{'0' * 64}\n")
    nowhere = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
    failed = fresh.start("--setup", **nowhere)
    assert failed.returncode == 1
    assert "seems to be without internet" in failed.stderr.splitlines()[-1]
