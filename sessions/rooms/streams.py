"""What each audience and each seat was shown last, and the numbered changes since: published from committed state.

An audience's updates are counted per audience and a seat's slice per seat, so that what one may not see leaves no
hole in another's count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from dialogue.state import Dialogue
from dialogue.views import View, basis, because, changes, items_by_seat, mine_for, same_basis, view_for
from dialogue.vocabulary import Audience, SeatId
from sessions import runtime


@dataclass(slots=True)
class _Shown:
    """What was shown last, and how many changes led there."""

    state: Dialogue
    view: View
    n: int = 0
    basis: tuple[object, ...] | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """A change for an audience, or for one seat's slice where `seat` is given."""

    audience: Audience | None
    seat: SeatId | None
    payload: dict[str, Any]


@dataclass(slots=True)
class Streams:
    """The views of one room. `stream` is new with each start of the server, so that screens know to begin anew."""

    stream: str
    committed: Callable[[], Dialogue]
    _audiences: dict[Audience, _Shown] = field(default_factory=dict)
    _seats: dict[SeatId, _Shown] = field(default_factory=dict)

    def snapshot(self, audience: Audience, seat: SeatId | None) -> dict[str, Any]:
        """Everything a screen shows, with the counts that later changes continue from."""
        shown = self._audiences.get(audience)
        if shown is None:
            state = self.committed()
            shown = self._audiences[audience] = _Shown(state, view_for(state, audience))
        payload: dict[str, Any] = {"stream": self.stream, "audience": audience.value}
        payload |= {"n": shown.n, "m": 0, "view": shown.view, "me": None}
        if seat is not None:
            mine = self._seats.get(seat)
            if mine is None:
                state = self.committed()
                mine = self._seats[seat] = _Shown(state, mine_for(state, seat))
            payload["m"], payload["me"] = mine.n, mine.view
        return payload

    def counts(self, audience: Audience, seat: SeatId | None) -> tuple[int, int]:
        """How far the audience's and the seat's changes are."""
        shown, mine = self._audiences.get(audience), self._seats.get(seat) if seat else None
        return (shown.n if shown else 0, mine.n if mine else 0)

    def advance(self) -> Iterable[Update]:
        """The changes from what was shown last to what is committed now; nothing where nothing differs."""
        state = self.committed()
        for audience, shown in self._audiences.items():
            if shown.state is state:
                continue
            view = view_for(state, audience, (shown.state, shown.view))
            patch = changes(shown.view, view)
            why = because(shown.view, patch)
            shown.state, shown.view = state, view
            if patch:
                shown.n += 1
                payload = {"stream": self.stream, "n": shown.n, "because": why, "changes": patch}
                yield Update(audience, None, payload)
        yield from self._advance_slices(state)

    def _advance_slices(self, state: Dialogue) -> Iterable[Update]:
        belonging = items_by_seat(state)
        for seat, shown in self._seats.items():
            items = belonging.get(seat, [])
            now = basis(state, seat, items)
            if same_basis(shown.basis, now):
                continue
            view = mine_for(state, seat, items)
            patch = changes(shown.view, view)
            shown.basis, shown.view = now, view
            if patch:
                shown.n += 1
                yield Update(None, seat, {"stream": self.stream, "m": shown.n, "changes": patch})


class Pace:
    """Publishes at once in a quiet room; in a busy one again when the last round is out. Never two rounds at once."""

    def __init__(self, round_: Callable[[], None]) -> None:
        self._round = round_
        self._lock = runtime.Lock()
        self._running = False
        self._wanted = False

    def want(self) -> None:
        """There is something to publish."""
        with self._lock:
            self._wanted = True
            if self._running:
                return
            self._running = True
        runtime.spawn(self._run)

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._running = False
                    return
                self._wanted = False
            runtime.guarded("publishing", self._round)
