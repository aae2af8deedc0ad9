"""How this program waits: on eventlet's greenlets or on plain threads. The only importer of eventlet.

Everything else asks here for sleep, locks, events and background work, so that leaving eventlet changes one
folder. `patch()`, called first of all by a serving process, chooses eventlet; without it plain threads serve,
as in commands and tests. The *hub* is where waiting is cheap: eventlet's loop, or simply any thread.
"""

from __future__ import annotations

from sessions.runtime.mode import async_mode, green, patch
from sessions.runtime.patience import Patience
from sessions.runtime.plain import Answer, Plain, Shortcut
from sessions.runtime.serving import Port, listen, serve
from sessions.runtime.threads import OwnedThread, run_blocking
from sessions.runtime.tls import TlsSocket, context
from sessions.runtime.unmasking import unmask
from sessions.runtime.waiting import Event, Lock, Waitable, guarded, report, sleep, spawn

__all__ = [
    "Answer",
    "Event",
    "Lock",
    "OwnedThread",
    "Patience",
    "Plain",
    "Port",
    "Shortcut",
    "TlsSocket",
    "Waitable",
    "async_mode",
    "context",
    "green",
    "guarded",
    "listen",
    "patch",
    "report",
    "run_blocking",
    "serve",
    "sleep",
    "spawn",
    "unmask",
]
