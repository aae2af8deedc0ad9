"""What a screen costs in memory: the server's growth over idle screens, each with its snapshot."""

from __future__ import annotations

import time
from typing import Any

from bench import jobs, machine, processes

TARGET_KB = 80
PEOPLE = 25
SETTLE_S = 3.0


def measure(screens: int) -> dict[str, Any]:
    """KB per screen, over `screens` screens in rooms of 25. A first load, let go again, warms what all share."""
    rooms = max(1, screens // PEOPLE)
    with processes.dialogue(rooms, PEOPLE) as serving:
        job = {**jobs.at_dialogue(serving, None), "idle": True}
        _held({**job, "screens": job["screens"][:1]}, serving.process.pid)
        before = machine.memory_kb(serving.process.pid)
        opened, after = _held(job, serving.process.pid)
    per_screen = round((after - before) / opened, 1)
    return {
        "screens": opened,
        "before_kb": before,
        "after_kb": after,
        "kb_per_screen": per_screen,
        "target": TARGET_KB,
        "met": per_screen <= TARGET_KB,
    }


def _held(job: dict[str, Any], server: int) -> tuple[int, int]:
    """How many screens were open, and the server's memory while they were."""
    with processes.client(job) as client:
        opened = int(processes.line_of(client)["open"])
        time.sleep(SETTLE_S)
        return opened, machine.memory_kb(server)
