"""A state machine over the write path: commands at once, repeated, in conflict; commits that fail; restarts.

Invariants 1 to 4 of docs/architecture.md: acked ⊆ stored ⊆ attempted, the same id the same ack, no gap in the log,
nothing shown before its commit, old snapshot + updates == fresh snapshot.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dialogue.state import fold
from dialogue.views import merged, view_for
from dialogue.vocabulary import Audience, SeatId
from sessions.rooms.answers import Accepted, Answer, Refused
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.room import event_of
from sessions.rooms.service import Service
from sessions.rooms.streams import Update
from tests.sessions.rooms.given import accepted, ask, begun, command_id, opened, seated

PEOPLE = 3


class WritePath(RuleBasedStateMachine):
    """One dialogue under fire, and a second one that must never notice."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.attempted: dict[str, tuple[SeatId, str]] = {}
        self.acked: dict[str, str] = {}
        self.failing = False
        self.screens: dict[Audience, Any] = {}
        self._open()
        self.place = begun(self.service)
        self.other = begun(self.service)
        self.seats = [seated(self.service, self.place, f"Person {number}") for number in range(PEOPLE)]
        leader = self.place.room.committed.facilitator
        accepted(ask(self.place.room, leader, "move_to_stage", stage="experiences"))
        self._watch()

    def _open(self) -> None:
        self.service = Service(Rooms(opened(self.folder)))
        self.service.rooms.publish = self._shown
        self.service.rooms.storage.log.fault = self._fault

    def _fault(self, where: str, dialogue: str) -> None:
        if where == "part" and self.failing and dialogue == self.place.room.id:
            raise OSError("planted")

    def _shown(self, place: Place, updates: list[Update]) -> None:
        """Called with the place's lock held, as the live layer is."""
        if hasattr(self, "place") and place is self.place:
            for update in updates:
                if update.audience in self.screens:
                    self.screens[update.audience] = merged(self.screens[update.audience], update.payload["changes"])

    def _watch(self) -> None:
        self.screens = {audience: self.place.streams.snapshot(audience, None)["view"] for audience in Audience}

    def _tell(self, asked: tuple[str, SeatId, str]) -> tuple[str, Answer]:
        command, seat, title = asked
        return command, ask(self.place.room, seat, "tell_experience", command, title=title)

    def _note(self, command: str, answer: Answer) -> None:
        if isinstance(answer, Accepted):
            assert self.acked.setdefault(command, answer.receipt) == answer.receipt
        else:
            assert isinstance(answer, Refused)
            assert answer.temporary
            assert command not in self.acked

    @rule(who=st.lists(st.integers(0, PEOPLE - 1), min_size=1, max_size=5))
    def tell_at_once(self, who: list[int]) -> None:
        so_far = len(self.attempted)
        asked = [(command_id(), self.seats[index], f"title {so_far}.{n}") for n, index in enumerate(who)]
        self.attempted |= {command: (seat, title) for command, seat, title in asked}
        with ThreadPoolExecutor(5) as people:
            for command, answer in people.map(self._tell, asked):
                self._note(command, answer)

    @precondition(lambda self: self.attempted)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        command = data.draw(st.sampled_from(sorted(self.attempted)))
        seat, title = self.attempted[command]
        self._note(*self._tell((command, seat, title)))

    @precondition(lambda self: self.acked)
    @rule(data=st.data())
    def send_something_else_under_the_same_id(self, data: st.DataObject) -> None:
        command = data.draw(st.sampled_from(sorted(self.acked)))
        answer = ask(self.place.room, self.attempted[command][0], "tell_experience", command, title="another")
        assert isinstance(answer, Refused)
        assert answer.code in {"idempotency_conflict", "try_again"}

    @rule()
    def commits_begin_to_fail(self) -> None:
        self.failing = True

    @rule()
    def commits_work_again(self) -> None:
        self.failing = False
        self._wait_until_it_goes_on()

    def _wait_until_it_goes_on(self) -> None:
        for _ in range(200):
            answer = ask(self.place.room, self.seats[0], "lower_hand")
            if isinstance(answer, Refused) and answer.code == "hand_not_raised":
                return
            time.sleep(0.02)
        raise AssertionError("the room did not recover")

    @rule()
    def restart(self) -> None:
        self.service.rooms.storage.close()
        self._open()
        place = self.service.rooms.place(self.place.room.id)
        assert place is not None
        self.place = place
        other = self.service.rooms.place(self.other.room.id)
        assert other is not None
        self.other = other
        self._watch()

    @invariant()
    def the_other_room_goes_on(self) -> None:
        leader = self.other.room.committed.facilitator
        accepted(ask(self.other.room, leader, "close_door"))

    @invariant()
    def acked_is_stored_and_stored_was_attempted(self) -> None:
        rows = self.service.rooms.storage.load(self.place.room.id)
        assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
        state = fold((event_of(row), row.at) for row in rows)
        stored = {item.text for item in state.experiences.values()}
        titles = {title for _, title in self.attempted.values()}
        assert {self.attempted[command][1] for command in self.acked} <= stored <= titles
        assert len(state.experiences) == len(stored)

    @invariant()
    def screens_show_what_is_on_disk(self) -> None:
        rows = self.service.rooms.storage.load(self.place.room.id)
        with self.place.lock:
            self._shown(self.place, list(self.place.streams.advance()))
        fresh = fold((event_of(row), row.at) for row in rows)
        for audience, shown in self.screens.items():
            assert _without_nulls(shown) == _without_nulls(view_for(fresh, audience))

    def teardown(self) -> None:
        if hasattr(self, "service"):
            self.failing = False
            self.service.rooms.storage.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def _without_nulls(view: Any) -> Any:
    if isinstance(view, dict):
        return {key: _without_nulls(value) for key, value in view.items() if value is not None}
    return view


WritePath.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWritePath = WritePath.TestCase
