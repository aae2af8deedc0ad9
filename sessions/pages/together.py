"""A room's own modules in one file, so that a phone on weak wireless asks once instead of fifteen times.

The folder of a room's main.js belongs to that room alone. Its modules travel inside main.js, each in a function of its
own, in the order in which a browser would run them; what rooms share (js/live/, js/wall/, vendor/) is asked for as
ever. Nothing is written to disk, and each source is still served under its own name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.[^"]+)";', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_ANY = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
# Answers for the file in which it stands: in another folder, it would answer something else.
_PLACED = re.compile(r"\bimport\.meta\b")
# Brings a room's module once more beside the one inside: two of each, with two memories.
_LATER = re.compile(r"\bimport\(")


@dataclass
class _Joining:
    """What has been joined so far."""

    read: Callable[[str], str]
    folder: str
    names: dict[str, str] = field(default_factory=dict)  # path of a module -> the name that holds its exports
    begun: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)  # the imports that remain
    modules: list[str] = field(default_factory=list)

    def add(self, path: str) -> str:
        """The name that holds a module's exports."""
        if path in self.names:
            return self.names[path]
        if not path.startswith(f"{self.folder}/"):
            self.names[path] = name = f"$shared{len(self.asked)}"
            self.asked.append(f'import * as {name} from "{posixpath.relpath(path, self.folder)}";')
            return name
        if path in self.begun:
            raise ValueError(f"{path} and what it imports import each other")
        self.begun.add(path)
        code = _IMPORT.sub(lambda found: self._imported(path, found), self.read(path))
        exported = _EXPORT.findall(code)
        code = _EXPORT.sub("", code)
        if left := _ANY.search(code):
            raise ValueError(f"{path}: only plain named imports and exports can be joined, not {left[0]!r}")
        if _LATER.search(code):
            raise ValueError(f"{path}: a room that brings modules later with import() travels in parts")
        if _PLACED.search(code) and posixpath.dirname(path) != self.folder:
            raise ValueError(f"{path}: import.meta belongs outside the folders within a room")
        self.names[path] = name = f"$own{len(self.modules)}"
        shown = posixpath.relpath(path, self.folder)
        self.modules.append(
            f"/*! {shown} */ const {name} = (() => {{ {code}\nreturn {{ {', '.join(exported)} }};\n}})();"
        )
        return name

    def _imported(self, path: str, found: re.Match[str]) -> str:
        name = self.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2])))
        lines = "\n" * found[0].count("\n")
        wanted = " ".join((found[1] or "").split()).replace(" as ", ": ")
        return f"const {{ {wanted} }} = {name};{lines}" if wanted else lines


def together(entry: str, read: Callable[[str], str]) -> str:
    """A room's main module with all modules of its folder inside. `read` gives the source at a path below static/.

    Raises ValueError where a module can't be joined faithfully: circles, default exports, import().
    """
    joining = _Joining(read, posixpath.dirname(entry))
    joining.add(entry)
    return "\n".join((*joining.asked, *joining.modules, ""))
