"""Runs a script in a process of its own, on eventlet or on threads: pytest's own process is never patched."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODES = ("eventlet", "threading")
START = "import sys\nfrom sessions import runtime\nif sys.argv[1] == 'eventlet':\n    runtime.patch()\n"

both_modes = pytest.mark.parametrize("mode", MODES)


def start_in_mode(mode: str, script: str, *args: str, **environ: str) -> subprocess.Popen[str]:
    """The process that runs `script`, which finds `args` from sys.argv[2] on."""
    command = [sys.executable, "-W", "error", "-c", START + textwrap.dedent(script), mode]
    return subprocess.Popen(
        [*command, *args], cwd=ROOT, env=os.environ | environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run_in_mode(mode: str, script: str, *args: str, **environ: str) -> list[str]:
    """What `script` printed, line by line. It must end well and say nothing on standard error."""
    process = start_in_mode(mode, script, *args, **environ)
    try:
        said, complained = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0, complained
    assert complained == ""
    return said.splitlines()
