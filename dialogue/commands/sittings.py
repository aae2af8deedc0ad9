"""Asking about the frame: options of the plan, the end of a sitting and the next one."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import PlanOption


@dataclass(frozen=True, slots=True)
class SwitchOption:
    """Switch an option of the plan on or off in the room."""

    option: PlanOption
    on: bool


@dataclass(frozen=True, slots=True)
class EndSitting:
    """Rest until the next sitting: seats and everything written are kept, the door is closed."""


@dataclass(frozen=True, slots=True)
class StartSitting:
    """Go on where the group stopped."""


SittingCommand = SwitchOption | EndSitting | StartSitting
