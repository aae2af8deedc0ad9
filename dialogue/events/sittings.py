"""What happened to the frame: options switched, a sitting ended, the next one started."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import PlanOption


@dataclass(frozen=True, slots=True)
class OptionSwitched:
    """An option of the plan is on or off in the room from now on."""

    option: PlanOption
    on: bool


@dataclass(frozen=True, slots=True)
class SittingEnded:
    """The group rests until its next sitting."""

    sitting: int


@dataclass(frozen=True, slots=True)
class SittingStarted:
    """The group goes on where it stopped."""

    sitting: int


SittingEvent = OptionSwitched | SittingEnded | SittingStarted
