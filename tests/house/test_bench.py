"""The benchmark: its page names every part, its report every target, and it measures what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bench import __main__ as bench
from bench import door, processes, report, visiting
from tests.house.project import ROOT

PAGE = (ROOT / "bench" / "README.md").read_text("utf-8")


def test_every_part_is_named_and_explained_and_reported() -> None:
    for said in (PAGE, bench.__doc__ or ""):
        listed = re.search(r"(?:a part \(|any of )([a-z,\s]+?)(?:\)|;)", said)
        assert listed is not None
        assert set(re.split(r",\s*", listed[1])) == set(bench.PARTS)
    assert set(re.findall(r"\*\*(\w+)\*\*:", PAGE)) == set(bench.PARTS)
    assert set(report.WRITERS) == set(bench.PARTS)


SCREENS = {"quiet": [10.0, 12.0, 11.0], "guessed": [11.0, 14.0, 12.0]}


def guessed(*per_minute: int, found: int = 0) -> list[dict[str, Any]]:
    """What the guesser told of each turn; what it found, in the first."""
    return [{"per_minute": one, "p50_ms": 31.0, "found": 0 if turn else found} for turn, one in enumerate(per_minute)]


@pytest.mark.parametrize(
    ("screens", "told", "met"),
    [
        (SCREENS, guessed(9_900, 9_500, 10_000), True),
        (SCREENS, guessed(9_499, 10_000, 10_000), False),
        (SCREENS, guessed(10_000, 10_000, 10_000, found=1), False),
        ({**SCREENS, "guessed": [15.0, 15.0, 15.0]}, guessed(10_000, 10_000, 10_000), False),
    ],
)
def test_guessing_counts_only_where_enough_was_guessed_in_every_turn_and_nothing_found(
    screens: dict[str, list[float]], told: list[dict[str, Any]], met: bool
) -> None:
    judged = door.judged(screens, told)
    assert judged["met"] is met
    assert judged["guesses"]["least_per_minute"] == min(one["per_minute"] for one in told)
    assert door.LEAST_GUESSES == 0.95 * door.GUESSES_A_MINUTE


def targets(told: Any) -> Iterator[float]:
    """Every target anywhere in what was measured, and the least that it hangs on."""
    if isinstance(told, dict):
        for name, value in told.items():
            yield from [value] if name in {"target", "least"} else targets(value)


def test_the_report_of_the_door_prints_every_target_and_what_has_none() -> None:
    measured = {
        "check": {"actions": 11, "us": 0.5, "request_us": 321.5, "command_us": 0.75, "target": 5.25, "met": True},
        "sign_in": {
            "sign_ins": 40,
            "sign_in_ms": 200,
            "hub_late_ms": {"quiet": 1.0, "p99": 4.0, "most": 9.0},
            "target": 30.5,
            "met": True,
        },
        "guessing": {"scenario": "two rooms", **door.judged(SCREENS, guessed(9_400)), "target": 1.25},
        "joining": {"people": 9, "seconds": 2.0, "p50_s": 0.2, "p95_s": 0.4, "target": 1.5, "met": True},
    }
    told = "\n".join(report.WRITERS["door"](measured))
    assert [one for one in targets(measured) if f"{one:,}" not in told] == []
    assert (told.count("; met)"), told.count("**missed**")) == (3, 1)
    assert "321.5 µs" in told
    assert "0.75 µs" in told
    assert "9,400 guessed codes" in told


def test_a_real_server_tells_what_checks_cost_and_who_joins_is_timed_until_the_room_can_be_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    got: list[tuple[str, str]] = []
    get = visiting.Browser.get

    def noted(browser: visiting.Browser, path: str) -> tuple[int, str, str]:
        answer = get(browser, path)
        got.append((path, answer[2]))
        return answer

    monkeypatch.setattr(visiting.Browser, "get", noted)
    with processes.dialogue(1, 1, CHECKS="1") as serving:
        cost = serving.said["checks"]
        room = serving.said["rooms"][0]
        assert visiting.joins(serving, room["code"], "Guest") > 0
    path, told = got[-1]
    assert path.startswith(f"/d/{room['dialogue']}/api/v1/snapshot")
    assert json.loads(told)["view"]["group"]["people"] == 2, "who was seated before, and the guest"
    assert json.loads(told)["me"]["seat"], "it is their own"
    assert 0 < cost["us"] < cost["request_us"], "the map is asked within every request"
    assert cost["command_us"] > 0
