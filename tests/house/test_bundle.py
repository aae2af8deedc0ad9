"""The folder for computers without internet: made for this machine, unpacked elsewhere, started without a network."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from deploy.bundle import NotBundled, bundle, version
from deploy.bundle_texts import write_texts
from deploy.environment import RUNTIME, Environment, SetupError
from deploy.wheels import BY_KEY, PYTHONS, Target, WheelsMissing, pins_for, this_machine
from tests.house.model_house import House, pebble
from tests.house.project import ROOT
from tests.house.test_layout import REGISTRIES

WITHOUT = ROOT / "tests" / "house" / "without_network.py"
NOWHERE = "http://127.0.0.1:9/"
MOST_S = 240  # where pip's cache is empty and the network slow; 20 s otherwise


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle for this machine, as the zip that is carried to the other one."""
    to = tmp_path_factory.mktemp("made")
    command = [sys.executable, "-m", "deploy.bundle", "--to", str(to)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Made \S+\.zip: \d+ MB\.", done.stdout)
    return to / f"dialogue-{version()}.zip"


@pytest.fixture(scope="module")
def unpacked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder on the other computer. Nobody sets its files' rights right: some programs that unpack don't."""
    elsewhere = tmp_path_factory.mktemp("other computer")
    with ZipFile(made) as archive:
        archive.extractall(elsewhere)
    return elsewhere / made.stem


def without_any_network(folder: Path) -> list[str]:
    """The command that opens the bundle's page, in a network of its own where this machine lets us make one."""
    command = [sys.executable, str(WITHOUT), str(folder)]
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], check=False, capture_output=True).returncode:
        return command
    return [unshare, "-rn", *command, "--alone"]


@pytest.mark.timeout(MOST_S)
def test_it_starts_without_a_network_and_shows_its_sign_in_page(unpacked: Path) -> None:
    # Neither the settings of this machine's pip nor a proxy may help.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "DATA"))}
    nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": NOWHERE, "PIP_RETRIES": "0"}
    nowhere |= {"http_proxy": NOWHERE, "https_proxy": NOWHERE, "no_proxy": ""}
    done = subprocess.run(
        without_any_network(unpacked), env=own | nowhere, capture_output=True, text=True, check=False, timeout=MOST_S
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "<title>" in done.stdout
    assert 'action="/sign-in"' in done.stdout
    assert (unpacked / "data" / "dialogue.db").is_file(), "what people write is kept in the folder"


@pytest.mark.timeout(MOST_S)
def test_its_sums_are_those_of_all_its_files(made: Path) -> None:
    with ZipFile(made) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    lines = [line.split("  ") for line in inside.pop("SHA256SUMS").decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in inside.items()}
    assert {"start.py", "READ-ME-FIRST.txt", "LICENSE", "docs/bundle.md", f"deploy/{RUNTIME}"} <= sums.keys()
    assert not [name for name in sums if "__pycache__" in name or name.startswith(("data", ".venv", "tests"))]


@pytest.mark.timeout(MOST_S)
def test_it_names_no_place_to_download_from(made: Path) -> None:
    with ZipFile(made) as archive:
        texts = {name: archive.read(name) for name in archive.namelist() if not name.endswith(".whl")}
    assert [(name, host) for name, text in texts.items() for host in REGISTRIES if host.encode() in text] == []


def test_wheels_beside_start_py_are_enough(tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    house.wheels.rename(house.folder / "wheels")
    done = house.start("--setup", PIP_FIND_LINKS="", PIP_NO_INDEX="0", PIP_INDEX_URL=NOWHERE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Dialogue is set up.\n")


def test_on_a_computer_that_the_wheels_do_not_fit_a_sentence_says_so(tmp_path: Path) -> None:
    lists, wheels = tmp_path / "deploy", tmp_path / "wheels"
    for folder in (lists, wheels):
        folder.mkdir()
    fits = pebble(wheels)
    (wheels / "pebble-1.0-py3-none-any.whl").rename(wheels / "pebble-1.0-cp27-cp27m-win32.whl")
    (lists / RUNTIME).write_text(fits, "utf-8")
    with pytest.raises(SetupError, match=r"does not hold all packages for this computer with Python 3\.\d+\. READ-ME"):
        Environment(tmp_path / ".venv", lists, wheels).prepare(RUNTIME)


def started(folder: Path, *words: str, name: str = "start.sh", path: str = "") -> subprocess.CompletedProcess[str]:
    """A start script, run by a person who stands elsewhere. The program only says how it was called."""
    (folder / "start.py").write_text("import sys; print(sys.argv[1:])", "utf-8")
    environ = {**os.environ, "PATH": path or f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["/bin/sh", str(folder / name), *words]
    return subprocess.run(command, cwd="/", env=environ, capture_output=True, text=True, check=False)


def every(*keys: str, pythons: Sequence[str] = PYTHONS) -> list[Target]:
    return [Target(BY_KEY[key], python) for key in keys for python in pythons]


@pytest.mark.parametrize("name", ["start.sh", "start.command"])
def test_started_without_words_it_serves_the_network_and_words_are_given_on(tmp_path: Path, name: str) -> None:
    write_texts(tmp_path, every("linux-x86_64", "macos-arm64"), "1.0")
    assert started(tmp_path, name=name).stdout == "['--lan']\n"
    assert started(tmp_path, "doctor", "--data", "a b", name=name).stdout == "['doctor', '--data', 'a b']\n"


def test_where_no_fitting_python_is_found_the_script_names_those_that_fit(tmp_path: Path) -> None:
    write_texts(tmp_path, every("linux-x86_64", pythons=["3.11"]), "1.0")
    (tmp_path / "bin").mkdir()
    for tool in ("dirname", "sh"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    old = tmp_path / "bin" / "python3"
    old.write_text("#!/bin/sh\necho 3.8\n", "ascii")
    old.chmod(0o755)
    done = started(tmp_path, path=str(tmp_path / "bin"))
    assert done.returncode == 1
    assert "in one of these versions: 3.11. None of them" in done.stderr


def test_each_system_has_its_script_and_the_leaflet_names_what_fits(tmp_path: Path) -> None:
    write_texts(tmp_path, every("windows-x86_64", "macos-arm64", pythons=["3.12", "3.13"]), "1.0")
    assert {path.name for path in tmp_path.iterdir()} == {"start.bat", "start.command", "READ-ME-FIRST.txt"}
    batch = (tmp_path / "start.bat").read_bytes()
    assert batch.count(b"\r\n") == batch.count(b"\n"), "Windows reads scripts by its own ends of lines"
    assert b'set "FITTING=3.13 3.12"\r\n' in batch
    leaflet = (tmp_path / "READ-ME-FIRST.txt").read_text("utf-8")
    assert "Windows (x86-64), with Python 3.12, 3.13" in leaflet
    assert "macOS 11 or newer (Apple), with Python 3.12, 3.13" in leaflet
    assert "Linux (" not in leaflet
    assert "@" not in leaflet


def test_pins_are_read_for_the_other_system_and_not_for_this_one() -> None:
    hashed = " --hash=sha256:" + "0" * 64
    pins = (
        f"pebble==1.0 \\\n   {hashed} \\\n   {hashed}\n"
        f"shell==2.0 ; sys_platform == 'win32' \\\n   {hashed}\n"
        f"sand==3.0 ; python_full_version < '3.12' \\\n   {hashed}\n"
    )
    names = {
        (key, python): [line.split("==")[0] for line in pins_for(Target(BY_KEY[key], python), pins).splitlines()]
        for key in ("linux-x86_64", "windows-x86_64")
        for python in ("3.11", "3.12")
    }
    assert names == {
        ("linux-x86_64", "3.11"): ["pebble", "sand"],
        ("linux-x86_64", "3.12"): ["pebble"],
        ("windows-x86_64", "3.11"): ["pebble", "shell", "sand"],
        ("windows-x86_64", "3.12"): ["pebble", "shell"],
    }
    assert pins_for(this_machine(), pins).count("--hash=sha256:" + "0" * 64) >= 2


def test_a_folder_that_somebody_uses_is_left_alone(tmp_path: Path) -> None:
    used = tmp_path / f"dialogue-{version()}"
    (used / "data").mkdir(parents=True)
    with pytest.raises(NotBundled, match="holds a data folder"):
        bundle([this_machine()], tmp_path)
    assert used.is_dir()


def test_a_system_without_a_wheel_is_named_and_not_made_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    with pytest.raises(WheelsMissing, match=r"Windows \(x86-64\), Python 3\.12: there is no wheel of \S+==\S+"):
        bundle(every("windows-x86_64", pythons=["3.12"]), tmp_path)
    with pytest.raises(WheelsMissing, match="not all wheels for any of the systems"):
        bundle(every("windows-x86_64", pythons=["3.12"]), tmp_path, leave_out=True)
