"""A right that ends while a screen is connecting: the screen is shown nothing, and cut off."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.sessions.in_mode import MODES
from tests.sessions.live.conftest import Hall
from tests.sessions.live.given import Line, line, screen
from tests.sessions.pages.given import PASSWORD, Visitor, facilitator, prepared, server

HOLDING = ("-m", "tests.sessions.live.serve_holding")
GAPS = pytest.mark.parametrize("gap", ["HOLD_LOOKING", "HOLD_WELCOME"])


@dataclass
class Held(Hall):
    """A dialogue on a server that holds up whoever connects, at a place of the test's choice."""

    folder: Path

    @contextmanager
    def late(self, visitor: Visitor, surface: str, gap: str) -> Iterator[Line]:
        """A screen that is held up in this gap while the block runs, and let go on at its end."""
        file, before = self.folder / gap, self._held()
        file.touch()
        with line(visitor, self.dialogue) as opened:
            opened.send("40" + json.dumps({"protocol": 1, "surface": surface, "csrf": visitor.csrf}))
            try:
                until = time.monotonic() + 10
                while self._held() == before and time.monotonic() < until:
                    time.sleep(0.01)
                assert self._held() == before + 1
                yield opened
            finally:
                file.unlink()
            assert opened.is_cut(4)
            assert {"snapshot", "update", "mine"}.isdisjoint(name for name, _ in opened.heard)

    def _held(self) -> int:
        return self.served.said.count("held\n")


@pytest.fixture(scope="module", params=MODES)
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    folder = tmp_path_factory.mktemp("held")
    gaps = {gap: str(folder / gap) for gap in ("HOLD_LOOKING", "HOLD_WELCOME")}
    with server(folder / "data", request.param, HOLDING, **gaps) as served:
        leader = facilitator(served)
        yield Held(served, leader, *prepared(leader), folder)
        assert not [said for said in served.said if "Traceback" in said]


@GAPS
@pytest.mark.parametrize("surface", ["participant", "flipchart"])
def test_whoever_is_removed_while_connecting_is_shown_nothing(held: Held, surface: str, gap: str) -> None:
    person = held.someone()
    seat = held.seat_of(person)
    with screen(held.leader, held.dialogue, "console") as other, held.late(person, surface, gap) as late:
        assert held.leader.command(held.dialogue, "remove_seat", {"seat": seat}).status == 200
        while seat not in other.next("update")["changes"].get("seats", {}):
            pass  # until all who were there have been told
    assert ("reload", {"reason": "removed"}) in late.heard


def _signed_in(held: Held) -> Visitor:
    leader = Visitor(held.served)
    leader.get("/sign-in")
    assert leader.post("/sign-in", {"name": "Lead", "password": PASSWORD}).status == 302
    leader.get(f"/d/{held.dialogue}/console")
    return leader


@GAPS
@pytest.mark.parametrize("surface", ["console", "flipchart"])
def test_whoever_signs_out_while_connecting_is_shown_nothing(held: Held, surface: str, gap: str) -> None:
    leader = _signed_in(held)
    with held.late(leader, surface, gap) as late:
        leader.post("/sign-out", {})
    assert ("reload", {"reason": "signed_out"}) in late.heard


def test_a_screen_that_is_known_and_not_yet_welcome_goes_with_its_seat_at_once(held: Held) -> None:
    person = held.someone()
    seat = held.seat_of(person)
    with held.late(person, "participant", "HOLD_WELCOME") as late:
        assert held.leader.command(held.dialogue, "remove_seat", {"seat": seat}).status == 200
        assert late.next("reload", 4) == {"reason": "removed"}
