"""A method is data with a key and a version: its shape, and what makes it well formed.

A dialogue records both in its first event, so that an old record replays under the rules it was led by.
"""

from __future__ import annotations

from dialogue.method.shape import Method, Plan, PlannedStage, Stage
from dialogue.method.wellformed import CORE_TASKS, flaws, minutes_flaws, plan_flaws

__all__ = ["CORE_TASKS", "Method", "Plan", "PlannedStage", "Stage", "flaws", "minutes_flaws", "plan_flaws"]
