"""Wheels of the pinned packages for computers other than this one: which systems there are, and bringing what fits."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from deploy.environment import runs, tail

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
GLIBC = (28, 27, 26, 24, 17, 12, 5)  # 2.28: Debian 10, Ubuntu 20.04, RHEL 8 and all that came later
NONE_FITS = re.compile(r"No matching distribution found for (\S+)")


class WheelsMissing(Exception):
    """Wheels could not be brought; the text says which, or ends with pip's own lines."""


@dataclass(frozen=True, slots=True)
class System:
    """A kind of computer: its key and name for people, pip's tags for it, and what markers in the pins read of it."""

    key: str
    name: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_system: str
    platform_machine: str

    @property
    def os_name(self) -> str:
        """As Python's `os.name` there."""
        return "nt" if self.sys_platform == "win32" else "posix"


def _linux(machine: str) -> tuple[str, ...]:
    newest_first = [f"manylinux_2_{minor}_{machine}" for minor in GLIBC]
    older_names = [f"{name}_{machine}" for name in ("manylinux2014", "manylinux2010", "manylinux1")]
    return (*newest_first, *older_names)


SYSTEMS = (
    System("linux-x86_64", "Linux (x86-64)", _linux("x86_64"), "linux", "Linux", "x86_64"),
    System("linux-arm64", "Linux (arm64)", _linux("aarch64"), "linux", "Linux", "aarch64"),
    System("windows-x86_64", "Windows (x86-64)", ("win_amd64",), "win32", "Windows", "AMD64"),
    System("windows-arm64", "Windows (arm64)", ("win_arm64",), "win32", "Windows", "ARM64"),
    System("macos-x86_64", "macOS 11 or newer (Intel)", ("macosx_11_0_x86_64",), "darwin", "Darwin", "x86_64"),
    System("macos-arm64", "macOS 11 or newer (Apple)", ("macosx_11_0_arm64",), "darwin", "Darwin", "arm64"),
)
BY_KEY = {system.key: system for system in SYSTEMS}


@dataclass(frozen=True, slots=True)
class Target:
    """A system and a version of Python that the wheels shall fit."""

    system: System
    python: str

    def markers(self) -> dict[str, str]:
        """What a marker in the pins reads there."""
        return {
            "implementation_name": "cpython",
            "os_name": self.system.os_name,
            "platform_machine": self.system.platform_machine,
            "platform_python_implementation": "CPython",
            "platform_system": self.system.platform_system,
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": self.system.sys_platform,
        }


def this_machine() -> Target:
    """The system and Python that this runs on. Raises WheelsMissing for a computer that is none of SYSTEMS."""
    machine = platform.machine().lower()
    for system in SYSTEMS:
        if system.sys_platform == sys.platform and system.platform_machine.lower() == machine:
            return Target(system, own_python())
    known = ", ".join(BY_KEY)
    raise WheelsMissing(f"This computer ({sys.platform}, {machine}) is none of {known}. Name the systems you want.")


def own_python() -> str:
    """The version of the Python that this runs on: 3.12."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def pins_for(target: Target, pins: str) -> str:
    """The lines of a list of pins that count there, without their markers: pip would read those for this machine."""
    kept = []
    for block in re.split(r"\n(?=\S)", pins.strip()):
        first, *hashes = block.replace("\\\n", "").split("--hash=")
        requirement = Requirement(first.strip())
        if requirement.marker is None or requirement.marker.evaluate(target.markers()):
            found = "".join(f" --hash={one.strip()}" for one in hashes)
            kept.append(f"{requirement.name}{requirement.specifier}{found}\n")
    return "".join(kept)


def bring(target: Target, pins: Path, folder: Path) -> None:
    """Puts the wheels of all pins that fit `target` into `folder`. Raises WheelsMissing, and then puts none there."""
    with tempfile.TemporaryDirectory() as aside:
        wanted, brought = Path(aside) / "pins.txt", Path(aside) / "wheels"
        wanted.write_text(pins_for(target, pins.read_text("utf-8")), "utf-8")
        brought.mkdir()
        done = _download(target, wanted, brought)
        if done.returncode:
            missing = NONE_FITS.search(done.stdout)
            why = f"there is no wheel of {missing[1]}" if missing else f"pip says:\n{tail(done)}"
            raise WheelsMissing(f"{target.system.name}, Python {target.python}: {why}")
        folder.mkdir(parents=True, exist_ok=True)
        for wheel in brought.iterdir():
            (folder / wheel.name).write_bytes(wheel.read_bytes())


def _download(target: Target, pins: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    pip = [sys.executable, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    tags = [part for tag in target.system.tags for part in ("--platform", tag)]
    fitting = ["--implementation", "cp", "--python-version", target.python, *tags]
    exactly = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--requirement", str(pins)]
    return runs([*pip, "download", *exactly, *fitting, "--dest", str(folder)])


def size_of(files: Iterable[Path]) -> str:
    """How much these files are together, for people: 24 MB."""
    return f"{sum(file.stat().st_size for file in files) / 1e6:.0f} MB"
