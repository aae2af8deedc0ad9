"""Python and the packages: whether they are those that this version was tested with."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Scene

NEWEST_TESTED = (3, 14)
PINS = Path(__file__).resolve().parents[2] / "deploy" / "requirements.txt"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[ \t]*(;?)", re.MULTILINE)
INSTALL = "Start with start.py, which installs what is pinned; or run: python start.py --setup"
MOST_NAMED = 5


def check(scene: Scene) -> Iterator[Finding]:
    """Python, SQLite, and each pinned package."""
    yield _python()
    if PINS.is_file():
        yield from compared(PINS.read_text("utf-8"))
    else:
        yield fine("packages_left", "Left: comparing packages; this copy was installed without the list of pins.")


def _python() -> Finding:
    said = f"{platform.python_implementation()} {platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info[:2] > NEWEST_TESTED:
        newest = ".".join(map(str, NEWEST_TESTED))
        what = f"{said}: newer than {newest}, the newest that was tried."
        return care("python_untested", what, f"If anything fails, use Python {newest}.")
    return fine("python_tested", f"{said}, SQLite {sqlite3.sqlite_version}.")


def compared(pins: str) -> Iterator[Finding]:
    """The installed packages beside a list of pins. What is pinned for other systems only may be missing."""
    missing, other = [], []
    known = PIN.findall(pins)
    for name, pinned, conditional in known:
        try:
            installed = version(name)
        except PackageNotFoundError:
            if not conditional:
                missing.append(f"{name} {pinned}")
            continue
        if installed != pinned:
            other.append(f"{name} {installed} instead of {pinned}")
    if missing:
        yield wrong("packages_missing", f"Not installed: {_named(missing)}.", INSTALL)
    if other:
        yield care("packages_other", f"Not the versions that were tested: {_named(other)}.", INSTALL)
    if not missing and not other:
        yield fine("packages_pinned", f"All {len(known)} packages are the pinned ones.")


def _named(several: list[str]) -> str:
    more = len(several) - MOST_NAMED
    return ", ".join(several[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
