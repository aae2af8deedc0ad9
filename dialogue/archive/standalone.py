"""The verify.py of a package, made of the modules that `dialogue verify` runs, so that nothing is written twice."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

# In this order: each imports from those before it, and from Python alone.
MODULES = (
    "chain",
    "verification",
    "ed25519",
    "contents",
    "finding",
    "order",
    "events_found",
    "words_found",
    "consents_found",
    "manifest",
    "container",
    "checking",
    "telling",
)

_OWN = "dialogue.archive."
_HEAD = '''#!/usr/bin/env python3
"""Check a sealed package of a dialogue: python3 verify.py PACKAGE. Needs Python 3.9 or newer and nothing else.

Made of the program's own modules, in this order: {modules}.
It reads only, unpacks nothing and asks no network. VERIFY.txt says what it can tell and what it cannot.
Ends with 0 where nothing was altered, 1 where something was, 2 where the package could not be opened.

SPDX-License-Identifier: Apache-2.0
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 9):
    sys.exit("verify.py needs Python 3.9 or newer.")

'''
_FOOT = """
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


@cache
def verify_py() -> bytes:
    """The text of verify.py."""
    imports: set[str] = set()
    bodies = []
    for name in MODULES:
        source = (Path(__file__).parent / f"{name}.py").read_text("utf-8")
        body, wanted = _parted(source)
        imports |= wanted
        bodies.append(f"\n# {name}.py\n\n{body.strip()}\n\n")
    text = _HEAD.format(modules=", ".join(MODULES)) + "\n".join(sorted(imports)) + "\n\n"
    return (text + "\n".join(bodies) + _FOOT).encode()


def _parted(source: str) -> tuple[str, set[str]]:
    """A module without its docstring and imports; the imports of Python's own that it needs."""
    module = ast.parse(source)
    lines = source.split("\n")
    imports = set()
    for number, node in enumerate(module.body):
        own = isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_OWN)
        if isinstance(node, ast.Import | ast.ImportFrom):
            if not own and ast.unparse(node) != "from __future__ import annotations":
                imports.add(ast.unparse(node))
        elif number or not isinstance(node, ast.Expr):
            continue
        for at in range(node.lineno - 1, node.end_lineno or node.lineno):
            lines[at] = ""
    return "\n".join(lines), imports
