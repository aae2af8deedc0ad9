"""Writes one export in a process of its own: `python -m sessions.exports.worker FILE`, the order as JSON on its input.

The server's hub goes on meanwhile, and to cancel is to end this process. The file appears whole or not at all, sealed
with a key that only this order and the server's memory hold: what is left on a disk by a power cut is nobody's to
read. Each byte on the output is one more hundredth done. Errors are told by their place, never by their words.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sessions.exports.refusals import ExportRefusal, TooLarge
from sessions.exports.sealed import sealed

LARGEST = 20_000_000  # bytes of a file: the server opens it in a few milliseconds


def main() -> int:
    """The exit status: 0, or that of a refusal."""
    if sys.platform != "win32":
        os.nice(10)  # people in a dialogue go first
    done = _Progress(lambda: os.write(1, b"."))
    try:
        order = json.loads(sys.stdin.buffer.read())
        done(10)
        content = _written(order)
        done(90)
        _put(Path(sys.argv[1]), sealed(content, base64.b64decode(order["key"])))
        done(100)
    except ExportRefusal as refusal:
        return refusal.status
    except Exception as error:
        where = "".join(traceback.format_tb(error.__traceback__))
        sys.stderr.write(f"an export failed: {type(error).__name__}\n{where}")
        return ExportRefusal.status
    return 0


class _Progress:
    """How far it is, told once for each hundredth."""

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell, self._told = tell, 0

    def __call__(self, percent: int) -> None:
        for _ in range(percent - self._told):
            self._tell()
        self._told = percent


def _written(order: Mapping[str, Any]) -> bytes:
    from dialogue.transcript.narrowing import Narrowed
    from sessions.exports.formats import FORMATS

    narrow = Narrowed(tuple(order["parts"]), tuple(order["leaves_out"]), order["transcript"])
    content = FORMATS[order["format"]].write(narrow, order["words"], Path(order["static"]))
    if len(content) > LARGEST:
        raise TooLarge
    return content


def _put(target: Path, content: bytes) -> None:
    """All of it under its name, or nothing."""
    unfinished = target.with_suffix(".unfinished")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    unfinished.replace(target)


if __name__ == "__main__":
    sys.exit(main())
