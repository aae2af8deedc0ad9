"""The write path against a model: whatever fails or restarts, the acknowledged events are the stored ones."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sessions.storage.appends import Append
from sessions.storage.refusals import CommitFailed
from sessions.storage.store import open_storage
from tests.sessions.storage.given import tells, withdraws

NAMES = st.sampled_from(["a", "b", "c"])


class WritePath(RuleBasedStateMachine):
    """Rooms gather appends; the storage commits them in batches, some of which are made to fail."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.storage = open_storage(self.folder)
        self.stored: dict[str, int] = {"a": 0, "b": 0, "c": 0}
        self.erased: dict[str, set[int]] = {"a": set(), "b": set(), "c": set()}
        self.waiting: list[Append] = []

    def _next(self, name: str) -> int:
        return self.stored[name] + sum(len(append.records) for append in self.waiting if append.dialogue == name)

    @rule(name=NAMES)
    def someone_tells(self, name: str) -> None:
        self.waiting.append(tells(name, self._next(name)))

    @rule(name=NAMES, number=st.integers(1, 8))
    def someone_withdraws(self, name: str, number: int) -> None:
        if number <= self._next(name):
            self.waiting.append(withdraws(name, self._next(name), f"e{number}"))

    @precondition(lambda self: self.waiting)
    @rule(failing=st.sets(NAMES), stale=st.none() | NAMES, whole=st.booleans())
    def the_batch_is_committed(self, failing: set[str], stale: str | None, whole: bool) -> None:
        def fault(place: str, dialogue: str) -> None:
            if dialogue in failing or (whole and place == "commit"):
                raise OSError("planted")

        batch, self.waiting = self.waiting, []
        if stale is not None:
            batch = [*batch, tells(stale, 1000)]
        self.storage.log.fault = fault
        errors = self.storage.thread.call(self.storage.log.commit, batch)
        self.storage.log.fault = lambda place, dialogue: None
        for append, error in zip(batch, errors, strict=True):
            expected = whole or append.dialogue in failing or append.dialogue == stale
            assert isinstance(error, CommitFailed) == expected
            if error is None:
                self.stored[append.dialogue] += len(append.records)
                self.erased[append.dialogue] |= {int(item[1:]) for item in append.records[0].erases}

    @rule()
    def the_server_restarts(self) -> None:
        self.waiting.clear()
        self.storage.close()
        self.storage = open_storage(self.folder)

    @invariant()
    def the_acknowledged_are_the_stored(self) -> None:
        for name, length in self.stored.items():
            events = self.storage.load(name)
            assert [event.seq for event in events] == list(range(1, length + 1))
            assert len(self.storage.receipts(name)) == length
            told = {event.seq for event in events if event.type == "experience_told"}
            assert {event.seq for event in events if event.words} == told - self.erased[name]
            if length:
                report = self.storage.verify(name)
                assert (report.altered, report.erased) == (0, len(told & self.erased[name]))

    def teardown(self) -> None:
        self.storage.close()
        shutil.rmtree(self.folder)


TestWritePath = WritePath.TestCase
TestWritePath.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
