"""A room's own modules in one file, so that a phone on weak wireless asks once instead of fifty times.

Everything of ours that a room's main.js imports travels inside it, each module in a function of its own, in the order
in which a browser would run them; what others wrote (vendor/) is asked for as ever. What the room brings later with
`import()` from its own folder is a second such file, which takes from the first what is already there. Nothing is
written to disk, and each source is still served under its own name.
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
_LATER = re.compile(r"\bimport\(([\"`])(\.[^\"`]*)\1\)")
_OURS = "js/"  # below static/


@dataclass
class _Joining:
    """What one of a room's files has so far."""

    read: Callable[[str], str]
    entry: str
    there: frozenset[str] = frozenset()  # modules that main.js has inside already
    names: dict[str, str] = field(default_factory=dict)  # path of a module -> the name that holds its exports
    begun: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)  # the imports that remain
    modules: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)  # what the room brings later, of its own folder
    exported: dict[str, list[str]] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.entry)

    def add(self, path: str, main: str) -> str:
        """The name that holds a module's exports."""
        if path in self.names:
            return self.names[path]
        if path in self.begun:
            raise ValueError(f"{path} and what it imports import each other")
        name = _name(path)
        if name in self.names.values():
            raise ValueError(f"{path}: another module has the same name in writing")
        if path in self.there:
            return self._asks_for(path, f"{{ {name} }}", main)
        if not path.startswith(_OURS):
            return self._asks_for(path, f"* as {name}", path)
        self.begun.add(path)
        code = _IMPORT.sub(lambda found: self._imported(path, main, found), self.read(path))
        exported = _EXPORT.findall(code)
        code = _LATER.sub(lambda found: self._brought(path, found), _EXPORT.sub("", code))
        if left := _ANY.search(code):
            raise ValueError(f"{path}: only plain named imports and exports can be joined, not {left[0]!r}")
        if _PLACED.search(code) and posixpath.dirname(path) != self.folder:
            raise ValueError(f"{path}: import.meta belongs outside the folders within a room")
        self.names[path] = name
        self.exported[path] = exported
        shown = path.removeprefix(_OURS)
        self.modules.append(
            f"/*! {shown} */ const {name} = (() => {{ {code}\nreturn {{ {', '.join(exported)} }};\n}})();"
        )
        return name

    def _asks_for(self, path: str, what: str, place: str) -> str:
        self.asked.append(f'import {what} from "{self._seen_from_here(place)}";')
        self.names[path] = _name(path)
        return self.names[path]

    def _imported(self, path: str, main: str, found: re.Match[str]) -> str:
        name = self.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2])), main)
        lines = "\n" * found[0].count("\n")
        wanted = " ".join((found[1] or "").split()).replace(" as ", ": ")
        return f"const {{ {wanted} }} = {name};{lines}" if wanted else lines

    def _brought(self, path: str, found: re.Match[str]) -> str:
        """import() as it has to be written where the module stands now."""
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[2]))
        if wanted.startswith(f"{self.folder}/") and "${" not in wanted:
            self.later.append(wanted)
        elif "${" not in wanted and _IMPORT.search(self.read(wanted)):
            # It would bring once more what is inside: two of each, with two memories.
            raise ValueError(f"{path}: what stands outside a room and comes later can't import anything")
        return f"import({found[1]}{self._seen_from_here(wanted)}{found[1]})"

    def _seen_from_here(self, path: str) -> str:
        seen = posixpath.relpath(path, self.folder)
        return seen if seen.startswith("../") else f"./{seen}"


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removeprefix(_OURS).removesuffix(".js"))


def together(entry: str, read: Callable[[str], str]) -> dict[str, str]:
    """A room's main module with all that it imports inside, and what it brings later: {path below static/: source}.

    `read` gives the source at a path. Raises ValueError where a module can't be joined faithfully: circles, default
    exports, import() of what imports anything and stands outside the room.
    """
    main = _Joining(read, entry)
    main.add(entry, entry)
    files: dict[str, str] = {}
    for path in main.later:
        part = _Joining(read, path, there=frozenset(main.exported))
        name = part.add(path, entry)
        if part.later:
            raise ValueError(f"{path}: what is brought later brings nothing later still")
        given = f"export const {{ {', '.join(part.exported[path])} }} = {name};"
        files[path] = "\n".join((*part.asked, *part.modules, given, ""))
    lent = [f"export {{ {', '.join(main.names[path] for path in main.exported)} }};"] if files else []
    files[entry] = "\n".join((*main.asked, *main.modules, *lent, ""))
    return files


def asked(joined: str, entry: str) -> list[str]:
    """Paths below static/ of what a joined file asks for before it can run."""
    return [
        posixpath.normpath(posixpath.join(posixpath.dirname(entry), found))
        for found in re.findall(r'^import [^\n"]+ from "(\.[^"]+)";', joined, re.MULTILINE)
    ]
