"""An operator at a terminal: `dialogue …` as a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass
class Told:
    """How a command ended, and what it said."""

    status: int
    said: str
    complained: str

    def is_one_sentence(self, code: str, *words: str) -> None:
        """Ended with 2, the code and one sentence for a person, nothing else."""
        assert (self.status, self.said) == (2, "")
        assert re.fullmatch(rf"{code}: [^\n]+\.\n", self.complained), self.complained
        for word in words:
            assert word in self.complained


def dialogue(*arguments: str, **environ: str) -> Told:
    """`dialogue …` as a command of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATA", "PORT", "HOST", "LAN"}}
    done = subprocess.run(
        [sys.executable, "-m", "sessions.cli", *arguments],
        cwd=ROOT, env=kept | {"PORT": "0"} | environ, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return Told(done.returncode, done.stdout, done.stderr)
