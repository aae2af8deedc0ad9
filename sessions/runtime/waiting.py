"""Events, locks, pauses and background work, in either mode."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from typing import Protocol, TypeVarTuple

from sessions.runtime.mode import green

Ts = TypeVarTuple("Ts")

IDLE_ROUND_S = 0.0003  # in which everybody had a turn and hardly anybody anything to do

log = logging.getLogger(__name__)


class Waitable(Protocol):
    """What Event() gives: happens once, and whoever waits for it goes on."""

    def set(self) -> None: ...
    def is_set(self) -> bool: ...
    def wait(self, timeout: float | None = None) -> bool: ...


class _GreenEvent:
    def __init__(self) -> None:
        from eventlet.event import Event as GreenEvent

        self._event = GreenEvent()

    def set(self) -> None:
        if not self._event.ready():
            self._event.send(True)

    def is_set(self) -> bool:
        return bool(self._event.ready())

    def wait(self, timeout: float | None = None) -> bool:
        return bool(self._event.wait(timeout))


def Event() -> Waitable:
    """A new event. Under eventlet it is set and waited for on the hub alone; real threads use `post`."""
    return _GreenEvent() if green() else threading.Event()


def Lock() -> threading.Lock:
    """A new lock, to be held with `with`. Under eventlet the patched module gives a green one."""
    return threading.Lock()


def sleep(seconds: float) -> None:
    """Lets others work for `seconds`; 0 only gives way."""
    time.sleep(seconds)


def give_way(at_most_s: float) -> None:
    """Lets others work until nobody has anything to do, or for that long."""
    now = time.monotonic()
    until = now + at_most_s
    while now < until:
        began = now
        sleep(0)
        now = time.monotonic()
        if now - began < IDLE_ROUND_S:
            return


def spawn(fn: Callable[[*Ts], object], *args: *Ts) -> Waitable:
    """Runs `fn(*args)` in the background. The event that it gives is set when `fn` has ended, well or not."""
    ended = Event()

    def run() -> None:
        guarded("background work", fn, *args)
        ended.set()

    if green():
        import eventlet

        eventlet.spawn_n(run)
    else:
        threading.Thread(target=run, daemon=True).start()
    return ended


def guarded(what: str, fn: Callable[[*Ts], object], *args: *Ts) -> None:
    """Runs `fn(*args)`; an error is logged and goes no further, because others wait for the caller to go on."""
    try:
        fn(*args)
    except Exception as error:
        report(what, error)


def report(what: str, error: BaseException) -> None:
    """Logs where something failed, but not the message of the error: it may hold what a person wrote."""
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s failed: %s\n%s", what, type(error).__name__, where)
