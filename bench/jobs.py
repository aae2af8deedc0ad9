"""What the load client is told: which screens to open where, and what they say."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from bench.processes import Serving


@dataclass(frozen=True, slots=True)
class Scenario:
    """A load. `rate` is contributions per second over all rooms; with `once` everyone says one within `seconds`.

    `coalescing` lists the relays it runs beside: milliseconds for which a relay gathers texts, 0 for one at a time.
    """

    name: str
    rooms: int
    screens: int
    rate: float
    seconds: float
    warm_up: float
    once: bool = False
    coalescing: tuple[int, ...] = (0,)
    characters: int = 180

    def told(self) -> dict[str, Any]:
        """As the client reads it."""
        return {**{name: value for name, value in asdict(self).items() if name != "warm_up"}, "warmUp": self.warm_up}


def at_dialogue(serving: Serving, scenario: Scenario | None) -> dict[str, Any]:
    """A screen for each seat of the prepared rooms; they raise doubts about the first sentence."""
    said = serving.said
    screens = [[_seat(serving.url, said, room, token) for token in room["tokens"]] for room in said["rooms"]]
    return {"scenario": scenario.told() if scenario else None, "screens": screens, "envelope": "raise_doubt"}


def at_relay(serving: Serving, scenario: Scenario) -> dict[str, Any]:
    """As many screens in as many rooms, with the same texts."""
    screens = [[_relayed(serving.url, room)] * scenario.screens for room in range(scenario.rooms)]
    return {"scenario": scenario.told(), "screens": screens, "envelope": None}


def _seat(url: str, said: dict[str, Any], room: dict[str, Any], token: str) -> dict[str, Any]:
    return {
        "url": url,
        "path": f"/d/{room['dialogue']}/live/",
        "headers": {"Cookie": f"form={said['form']}; seat={token}"},
        "auth": {"protocol": 1, "surface": "participant", "csrf": said["csrf"]},
        "event": "command",
        "shows": ["update", "snapshot"],
        "data": {"about": room["sentence"]},
    }


def _relayed(url: str, room: int) -> dict[str, Any]:
    return {
        "url": url,
        "path": "/socket.io/",
        "headers": {},
        "auth": {"room": room},
        "event": "say",
        "shows": ["said"],
        "data": {},
    }
