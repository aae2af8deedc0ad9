"""What is wrong with a package, and where.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something wrong in `file` at `line` (from 1; 0 for the file as a whole): a stable code and a sentence."""

    file: str
    line: int
    code: str
    sentence: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.sentence} ({self.code})"
