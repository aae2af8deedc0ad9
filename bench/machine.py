"""The machine as far as a benchmark needs it: cores, memory of a process, versions. Never its name."""

from __future__ import annotations

import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

PAGE = b"\0" * 4096
PAGES = 50


def cores() -> list[int]:
    """The cores that may be used; empty where the system doesn't tell."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def server_core() -> Callable[[], None] | None:
    """Run first in a server's process: it keeps to the first core. None where that can't be chosen."""
    return _keep_to(0)


def client_core() -> Callable[[], None] | None:
    """Likewise for whatever loads the server: the second core."""
    return _keep_to(1)


def _keep_to(place: int) -> Callable[[], None] | None:
    usable = cores()
    return partial(os.sched_setaffinity, 0, {usable[place]}) if len(usable) > 1 else None


def memory_kb(process: int) -> int:
    """Resident memory of a process in KB."""
    status = Path(f"/proc/{process}/status")
    if status.exists():
        return int(status.read_text("ascii").partition("VmRSS:")[2].split()[0])
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)  # noqa: S607  wherever ps is
    return int(told.stdout)


def described() -> dict[str, Any]:
    """What the numbers depend on; `load`, where the system tells, is how many others wanted a core just before."""
    return {
        "cores": os.cpu_count(),
        "pinned": server_core() is not None,
        "system": platform.system(),
        "python": platform.python_version(),
        "node": _node(),
        "disk_ms": _disk_ms(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def _disk_ms() -> float:
    """What it costs to have a page on the disk that commits go to; nearly nothing where it is no disk at all."""
    with tempfile.NamedTemporaryFile(buffering=0) as file:
        took = [_written(file.fileno()) for _ in range(PAGES)]
    return round(median(took) * 1000, 3)


def _written(file: int) -> float:
    os.write(file, PAGE)
    began = time.perf_counter()
    os.fsync(file)
    return time.perf_counter() - began


def _node() -> str:
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)  # noqa: S607  wherever node is
    return told.stdout.strip().removeprefix("v")
