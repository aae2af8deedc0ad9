"""Which way this process waits: on eventlet's hub once patched, on plain threads otherwise."""

from __future__ import annotations

import sys
import threading
import warnings
from types import ModuleType
from typing import Literal

_mode: list[str] = []


def async_mode() -> Literal["eventlet", "threading"]:
    """The mode this process is in: "eventlet" or "threading"."""
    return "eventlet" if green() else "threading"


def green() -> bool:
    """Whether this process waits on eventlet's hub."""
    return bool(_mode)


def patch() -> None:
    """Makes this process wait on eventlet's hub. Call it before other imports; a second call does nothing."""
    if green():
        return
    with warnings.catch_warnings():
        # Known and decided: eventlet is in maintenance, which is why this is the one place that imports it.
        warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
        import eventlet  # here and below, not at the top: plain threads do without it

    eventlet.monkey_patch()
    # A job that comes back from the disk needs the interpreter lock, which a busy hub gives up only after
    # this interval. The default of 5 ms would be added to every commit under load.
    sys.setswitchinterval(0.001)
    _mode.append("eventlet")


def native_threading() -> ModuleType:
    """The threading module of real threads, in either mode."""
    if not green():
        return threading
    from eventlet import patcher

    original: ModuleType = patcher.original("threading")
    return original
