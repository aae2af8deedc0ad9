"""One server for each way of waiting, and in it a dialogue with its door open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import pytest

from tests.sessions.in_mode import MODES
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared, server

_names = count(1)


@dataclass
class Hall:
    """A dialogue on a running server, and who leads it."""

    served: Served
    leader: Visitor
    dialogue: str
    code: str

    def someone(self, role: str = "participant") -> Visitor:
        """A new person in this dialogue."""
        return joined(self.served, self.code, f"Person {next(_names)}", role)

    def seat_of(self, visitor: Visitor) -> str:
        """The id of this person's seat."""
        snapshot = visitor.get(f"/d/{self.dialogue}/api/v1/snapshot").json
        return str(snapshot["me"]["seat"]["id"])


def _complains(line: str) -> bool:
    return "Traceback" in line or "client=" in line


@pytest.fixture(scope="session", params=MODES)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that is attacked by all tests in turn, and complains of none."""
    with server(tmp_path_factory.mktemp("live") / "data", request.param) as running:
        yield running
        assert running.process.poll() is None
        said = list(running.said)
        # With what follows it: the first line of a complaint tells nobody what happened.
        complaints = ["".join(said[at : at + 40]) for at, line in enumerate(said) if _complains(line)]
        assert complaints == []


@pytest.fixture(scope="session")
def leader(served: Served) -> Visitor:
    return facilitator(served)


@pytest.fixture(scope="module")
def hall(served: Served, leader: Visitor) -> Hall:
    return Hall(served, leader, *prepared(leader))
