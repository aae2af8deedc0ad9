"""Who leads and who helps to lead act in the same instant: every command is decided on what the other one left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier
from typing import Any

import pytest

from dialogue.vocabulary import SeatId
from sessions.rooms.limits import Bucket
from tests.sessions.live.given import Line
from tests.sessions.matrix.furnished import Furnished
from tests.sessions.matrix.test_rights_end import console
from tests.sessions.matrix.world import World

ROUNDS = 10
Asked = tuple[str, dict[str, Any]]


class Two:
    """The facilitator and a co-facilitator at their consoles, and what they were answered."""

    def __init__(self, here: Furnished, lines: list[Line]) -> None:
        self.here = here
        self._lines = lines
        self._threads = ThreadPoolExecutor(2)

    def ask(self, first: Asked, second: Asked) -> tuple[str, str]:
        """Both at once; the codes of the refusals, empty for what was taken."""
        together = Barrier(2)

        def asks(line: Line, asked: Asked) -> str:
            together.wait(10)
            answer = line.command(*asked)
            return "" if answer["ok"] else str(answer["error"]["code"])

        one, other = self._threads.map(asks, self._lines, (first, second))
        return one, other

    def happened(self, seat: str) -> list[str]:
        """The events that name this seat, without the knock."""
        rows = self.here.world.storage.load(self.here.place.room.id)
        return [row.type for row in rows if row.data.get("seat") == seat and row.type != "knocked"]

    def knocks(self, number: int) -> SeatId:
        """Somebody at the door."""
        return self.here.world.comes(self.here.place, f"Canary late {number}", knocks=True)[0]

    def close(self) -> None:
        """Both threads end."""
        self._threads.shutdown()


@pytest.fixture
def two(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    """Both; in the end no row is missing, and the chain holds."""
    monkeypatch.setattr(Bucket, "take", lambda _bucket, _at: True)  # limits have tests of their own
    here = Furnished(world, "A", world.leads_a)
    lead, helper, *_others = here.senders
    with ExitStack() as lines:
        made = Two(here, [lines.enter_context(console(world, one.someone, here.place)) for one in (lead, helper)])
        yield made
        made.close()
    rows = world.storage.load(here.place.room.id)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert world.storage.verify(here.place.room.id).first_bad is None


def test_one_moves_the_group_while_the_other_seats_people(two: Two) -> None:
    for number in range(ROUNDS):
        moves = ("move_to_stage", {"stage": "narrative" if number % 2 else "judgement"})
        assert two.ask(moves, ("seat_someone", {"pseudonym": f"Canary {number}"})) == ("", "")
    rows = Counter(row.type for row in two.here.world.storage.load(two.here.place.room.id)[-2 * ROUNDS :])
    assert rows == {"stage_entered": ROUNDS, "seat_taken": ROUNDS}


def test_of_two_who_let_the_same_person_in_both_are_right_and_it_happens_once(two: Two) -> None:
    for number in range(ROUNDS):
        seat = two.knocks(number)
        asked = ("admit_seat", {"seat": seat})
        assert two.ask(asked, asked) == ("", "")
        assert two.happened(seat) == ["seat_taken"]


def test_of_two_who_decide_differently_about_a_knock_one_is_heard(two: Two) -> None:
    for number in range(ROUNDS):
        seat = two.knocks(number)
        lets_in, turns_away = two.ask(("admit_seat", {"seat": seat}), ("turn_away", {"seat": seat}))
        assert (lets_in, turns_away) in {("", "unknown_seat"), ("unknown_seat", "")}
        assert two.happened(seat) == ["turned_away" if lets_in else "seat_taken"]


def test_two_who_seat_the_same_name_seat_one_person(two: Two) -> None:
    for number in range(ROUNDS):
        name = f"Canary twin {number}"
        asked = ("seat_someone", {"pseudonym": name})
        assert sorted(two.ask(asked, asked)) == ["", "name_taken"]
        assert sum(seat.pseudonym == name for seat in two.here.state.seats.values()) == 1


def test_one_removes_whom_the_other_lets_in(two: Two) -> None:
    for number in range(ROUNDS):
        seat = two.knocks(number)
        removes, lets_in = two.ask(("remove_seat", {"seat": seat}), ("admit_seat", {"seat": seat}))
        assert lets_in == ""
        assert removes in {"", "unknown_seat"}
        assert two.happened(seat) == (["seat_taken"] if removes else ["seat_taken", "seat_removed"])
        assert two.here.state.seats[seat].gone == (not removes)
