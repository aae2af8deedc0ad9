"""The writer: what all rooms have waiting is committed together, and told on the hub in the order it came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from sessions import runtime
from sessions.storage import timings
from sessions.storage.appends import Append
from sessions.storage.log import EventLog
from sessions.storage.refusals import CommitFailed


class Commit:
    """An append on its way to the disk."""

    def __init__(self, append: Append, told: Callable[[Commit], None] | None) -> None:
        self.append = append
        self.error: CommitFailed | None = None
        self._told = told
        self._ended = runtime.Event()

    def wait(self, timeout: float | None = None) -> None:
        """Returns once the append is on disk. Raises CommitFailed, or TimeoutError where it is not known yet."""
        if not self._ended.wait(timeout):
            raise TimeoutError("the commit has not ended yet")
        if self.error is not None:
            raise self.error

    def settle(self, error: CommitFailed | None) -> None:
        """Told by the writer, on the hub, once."""
        self.error = error
        try:
            if self._told is not None:
                self._told(self)
        finally:
            self._ended.set()


class Writer:
    """The one way in. Group commit: while one batch is on its way to the disk, the next one gathers."""

    def __init__(self, thread: runtime.OwnedThread, log: EventLog) -> None:
        self._thread = thread
        self._log = log
        self._waiting: deque[Commit] = deque()
        self._called = False

    def submit(self, append: Append, told: Callable[[Commit], None] | None = None) -> Commit:
        """Hands `append` over. `told(commit)` runs on the hub when it is stored or not, and must not block.

        Calls for one dialogue must come from one greenlet or thread at a time: their order is the order stored.
        """
        commit = Commit(append, told)
        self._waiting.append(commit)
        if not self._called:
            self._called = True
            self._thread.post(self._flush, done=self._settle)
        return commit

    def _flush(self) -> list[tuple[Commit, CommitFailed | None]]:
        self._called = False  # before looking: whoever comes later calls again
        batch: list[Commit] = []
        while self._waiting:
            batch.append(self._waiting.popleft())
        return list(zip(batch, self._stored([commit.append for commit in batch]), strict=True))

    def _stored(self, appends: list[Append]) -> list[CommitFailed | None]:
        if not appends:
            return []
        try:
            return timings.timed(self._log.commit)(appends)
        except Exception as error:  # not foreseen; but nobody may be left waiting
            failed = CommitFailed("commit_failed", f"a {type(error).__name__} stopped the whole batch")
            failed.__cause__ = error
            return [failed] * len(appends)

    def _settle(self, batch: list[tuple[Commit, CommitFailed | None]], error: BaseException | None) -> None:
        if error is not None:
            raise error
        for commit, failed in batch:
            runtime.guarded("a commit's callback", commit.settle, failed)
