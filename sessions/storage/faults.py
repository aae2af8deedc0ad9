"""Numbered points at which a test lets this process die. Without DIALOGUE_FAILPOINT in the environment: nothing.

DIALOGUE_FAILPOINT="after_commit:17" kills the process, as a power cut would, when it reaches `after_commit` for the
seventeenth time.
"""

from __future__ import annotations

import os
import signal
from collections import Counter


class _Failpoint:
    """Where to die, and how often that place was passed."""

    def __init__(self, armed: str | None) -> None:
        name, _, number = (armed or "").partition(":")
        if armed and not (name and number.isdigit() and int(number) > 0):
            raise SystemExit("DIALOGUE_FAILPOINT is a name and a number from 1, e.g. after_commit:17.")
        self._name = name
        self._number = int(number or 0)
        self._passed: Counter[str] = Counter()

    def reach(self, name: str) -> None:
        if name != self._name:
            return
        self._passed[name] += 1
        if self._passed[name] == self._number:
            # SIGKILL leaves no time for tidying up, which is the point; Windows has only its like.
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


reach = _Failpoint(os.environ.get("DIALOGUE_FAILPOINT")).reach
