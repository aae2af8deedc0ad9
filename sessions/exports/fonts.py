"""The house's own fonts for what is drawn without a browser: of each only the alphabets that a text needs."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FACE = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a font: as fonts.css declares it, and where it lies."""

    family: str
    declared: str
    file: Path

    @property
    def embedded(self) -> str:
        """The declaration with the font inside, for a file that goes elsewhere alone."""
        content = base64.b64encode(self.file.read_bytes()).decode()
        return re.sub(r'url\("[^"]+"\)', f'url("data:font/woff2;base64,{content}")', self.declared)


def faces_for(text: str, static: Path) -> Iterator[Face]:
    """The faces that have letters of this text."""
    letters = {ord(letter) for letter in set(text)}
    folder = static / "fonts"
    for declared in _FACE.finditer((folder / "fonts.css").read_text("utf-8")):
        family, file = re.search(r'font-family: "([^"]+)"', declared[1]), re.search(r'url\("([^"]+)"\)', declared[1])
        if family and file and any(_has(declared[1], letter) for letter in letters):
            yield Face(family[1], declared[0], folder / file[1])


def _has(declared: str, letter: int) -> bool:
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", declared)
    return any(int(first, 16) <= letter <= int(last or first, 16) for first, last in ranges)
