"""Real operating-system threads beside the hub: what blocks or computes for long runs there."""

from __future__ import annotations

import os
import sys
import threading
from _queue import SimpleQueue  # the one in C: it works between real threads even where `queue` is patched
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

from sessions.runtime.mode import green, native_threading
from sessions.runtime.waiting import Event, Waitable, guarded, report

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Done = Callable[[Any, BaseException | None], None]

# Argon2 takes a core and much memory for each call: more at once than cores would only take turns.
BLOCKING_THREADS = 2


class _Job:
    """One call on its way to a real thread and back."""

    __slots__ = ("args", "done", "error", "fn", "home", "result")

    def __init__(
        self, fn: Callable[..., object], args: tuple[object, ...], done: Done, home: Callable[[_Job], None]
    ) -> None:
        self.fn, self.args, self.done, self.home = fn, args, done, home
        self.result: object = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self.fn(*self.args)
        except BaseException as error:  # SystemExit too: the thread lives on, and whoever asked is told
            self.error = error
        self.home(self)

    def tell(self) -> None:
        guarded("a callback", self.done, self.result, self.error)


class _ThreadMailbox:
    """Where finished jobs are told: one thread, in the order they ended."""

    def __init__(self, name: str) -> None:
        self._finished: SimpleQueue[_Job | None] = SimpleQueue()
        threading.Thread(target=self._deliver, name=f"{name}-told", daemon=True).start()

    def here(self) -> bool:
        return False  # any thread may wait natively

    def put(self, job: _Job) -> None:
        self._finished.put(job)

    def close(self) -> None:
        self._finished.put(None)

    def _deliver(self) -> None:
        while (job := self._finished.get()) is not None:
            job.tell()


class _HubMailbox:
    """Where finished jobs are told: a greenlet that a byte through a socket pair wakes."""

    def __init__(self) -> None:
        self._finished: deque[_Job | None] = deque()
        self._woken = False
        import eventlet

        self._reader, self._writer = eventlet.patcher.original("socket").socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._hub_thread = native_threading().get_ident()
        eventlet.spawn_n(self._deliver)

    def here(self) -> bool:
        return bool(native_threading().get_ident() == self._hub_thread)

    def put(self, job: _Job | None) -> None:
        self._finished.append(job)
        if not self._woken:  # one byte wakes for all that come until the greenlet looks
            self._woken = True
            self._writer.send(b"\0")

    def close(self) -> None:
        self.put(None)

    def _deliver(self) -> None:
        from eventlet.hubs import trampoline

        while True:
            trampoline(self._reader, read=True)
            self._reader.recv(4096)
            self._woken = False  # before looking: what comes later wakes again
            while self._finished:
                job = self._finished.popleft()
                if job is None:
                    self._reader.close()
                    self._writer.close()
                    return
                job.tell()


class _Threads:
    """Real operating-system threads with one queue of jobs."""

    def __init__(self, name: str, size: int, *, yields: bool = False) -> None:
        native = native_threading()
        self._yields = yields
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._mailbox = _HubMailbox() if green() else _ThreadMailbox(name)
        self._native_event: Callable[[], Waitable] = native.Event
        self._ident: Callable[[], int] = native.get_ident
        self._inside: set[int] = set()
        for _ in range(size):
            native.Thread(target=self._work, name=name, daemon=True).start()

    def _work(self) -> None:
        self._inside.add(self._ident())
        if self._yields:
            _let_others_go_first()
        while (job := self._jobs.get()) is not None:
            job.run()
            del job  # or it would be kept, with the words in it, until the next one comes

    def call(self, fn: Callable[[*Ts], T], *args: *Ts) -> T:
        """Runs `fn(*args)` there, gives its result or raises its error. The caller waits, not the hub."""
        if self._ident() in self._inside:
            return fn(*args)  # already there: to wait for oneself would be for ever
        on_hub = self._mailbox.here()  # not so: a command, or a real thread beside the hub
        ended = Event() if on_hub else self._native_event()
        job = _Job(fn, args, lambda result, error: ended.set(), self._mailbox.put if on_hub else _Job.tell)
        self._jobs.put(job)
        ended.wait()
        try:
            if job.error is not None:
                raise job.error
            return job.result  # type: ignore[return-value]  # what fn returned, after a detour through object
        finally:
            job.error = None  # the traceback holds this frame: without this, a circle

    def post(self, fn: Callable[[*Ts], object], *args: *Ts, done: Done | None = None) -> None:
        """Runs `fn(*args)` there without waiting; then `done(result, error)` on the hub, never blocking."""
        self._jobs.put(_Job(fn, args, done or _report_failure, self._mailbox.put))


def _let_others_go_first() -> None:
    """This thread, and those it starts, compute only where nobody else would: on few processors a hash would hold up
    the hub for as long as the system lets a thread go on. Only Linux counts this by the thread."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, 0, 19)


def _report_failure(_result: object, error: BaseException | None) -> None:
    if error is not None:
        report("a job", error)


class OwnedThread(_Threads):
    """One real thread that owns something which only it may touch, such as a database connection."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 1)
        self.stopped = False

    def call(self, fn: Callable[[*Ts], T], *args: *Ts) -> T:
        self._refuse_when_stopped()
        return super().call(fn, *args)

    def post(self, fn: Callable[[*Ts], object], *args: *Ts, done: Done | None = None) -> None:
        self._refuse_when_stopped()
        super().post(fn, *args, done=done)

    def _refuse_when_stopped(self) -> None:
        if self.stopped:
            raise RuntimeError("this thread has been stopped")

    def stop(self) -> None:
        """Takes nothing new, finishes what was asked for, tells it, and ends. Not for the thread itself."""
        if self.stopped:
            return
        ended = Event()
        self.post(lambda: None, done=lambda result, error: ended.set())
        self.stopped = True
        ended.wait()
        self._jobs.put(None)
        self._mailbox.close()


_blocking: _Threads | None = None
_blocking_lock = threading.Lock()


def run_blocking(fn: Callable[[*Ts], T], *args: *Ts) -> T:
    """Runs what computes for long (argon2) on a real thread, so that the hub goes on: result or error."""
    global _blocking
    with _blocking_lock:
        if _blocking is None:
            _blocking = _Threads("blocking", BLOCKING_THREADS, yields=True)
    return _blocking.call(fn, *args)
