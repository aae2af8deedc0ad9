"""A small house that the real start.py sets up, from a folder of wheels and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from tests.house.project import ROOT

# Stands in for the real command: says how it was called, then waits until it is interrupted.
COMMAND = """\
import json, os, signal, sys, time
signal.signal(signal.SIGINT, lambda *_: sys.exit(7))
import pebble
typed = os.environ["DIALOGUE_TYPED_AS"]
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd(), "pebble": pebble.__file__, "typed_as": typed}))
sys.stdout.flush()
while "wait" in sys.argv:
    time.sleep(0.05)
"""


def pebble(folder: Path) -> str:
    """Writes a wheel of one module into `folder`, always the same bytes, and gives the line that pins it."""
    path = folder / "pebble-1.0-py3-none-any.whl"
    inside = {
        "pebble.py": "",
        "pebble-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: pebble\nVersion: 1.0\n",
        "pebble-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "pebble-1.0.dist-info/RECORD": "pebble.py,,\n",
    }
    with ZipFile(path, "w") as wheel:
        for name, text in inside.items():
            wheel.writestr(ZipInfo(name), text)  # a ZipInfo holds no clock
    return f"pebble==1.0 --hash=sha256:{sha256(path.read_bytes()).hexdigest()}\n"


class House:
    """A small project that is set up by the real start.py, from a folder of wheels and without a network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheels = folder / "shelf"  # of this name nothing is found by itself, as it is in a bundle
        for name in ("deploy", "sessions", "shelf", "elsewhere"):
            (folder / name).mkdir(parents=True)
        shutil.copy(ROOT / "start.py", folder)
        for name in ("__init__.py", "environment.py"):
            shutil.copy(ROOT / "deploy" / name, folder / "deploy")
        (folder / "sessions/__init__.py").touch()
        (folder / "sessions/cli.py").write_text(COMMAND, "utf-8")
        self.pins("requirements.txt", pebble(self.wheels))
        self.pins("requirements-dev.txt", pebble(self.wheels))

    def pins(self, name: str, lines: str) -> None:
        (self.folder / "deploy" / name).write_text(lines, "utf-8")

    def surroundings(self, **more: str) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
        return {
            **own,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            **more,
        }

    def command(self, arguments: Sequence[str]) -> list[str]:
        return [sys.executable, str(self.folder / "start.py"), *arguments]

    def start(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(arguments),
            cwd=self.folder / "elsewhere",
            env=self.surroundings(**more),
            capture_output=True,
            text=True,
            check=False,
        )

    def stamps(self) -> set[str]:
        return {path.name for path in (self.folder / ".venv").glob("*.installed")}
