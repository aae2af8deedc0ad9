"""The shape of a method and of its plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dialogue.vocabulary import Hierarchy, Kind, PlanOption, StageKey, Step, Task

_TASK_OF: Final[Mapping[PlanOption, Task]] = {
    PlanOption.QUESTION_SUGGESTIONS: Task.WORD_QUESTION,
    PlanOption.POINTING: Task.POINT,
    PlanOption.TESTS: Task.TEST,
    PlanOption.POSITIONS: Task.TAKE_POSITIONS,
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the step it belongs to, the tasks it invites to and the kinds of statement written in it.

    A stage that `needs` an option stands only in plans that have it; a plan may do without an `optional` one.
    """

    key: StageKey
    step: Step
    tasks: frozenset[Task]
    kinds: tuple[Kind, ...] = ()
    needs: PlanOption | None = None
    optional: bool = False

    @property
    def may_be_left_out(self) -> bool:
        """Whether a plan can do without this stage."""
        return self.optional or self.needs is not None


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage as one plan uses it: suggested length in minutes (0 = not timed), and the sitting it is held in."""

    key: StageKey
    minutes: int
    sitting: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How one dialogue is meant to run: suggested minutes per stage, options and the language of the flipchart.

    `available` are the minutes that the group has together, over all sittings; 0 where nobody said.
    """

    stages: tuple[PlannedStage, ...]
    options: tuple[PlanOption, ...] = ()
    language: str = "en"
    available: int = 0
    hierarchy: Hierarchy = Hierarchy.NONE

    @property
    def minutes(self) -> int:
        """Suggested length of the whole, in minutes."""
        return sum(stage.minutes for stage in self.stages)

    @property
    def sittings(self) -> int:
        """How many meetings the plan takes."""
        return max((stage.sitting for stage in self.stages), default=1)

    @property
    def overrun(self) -> int:
        """Minutes that the steps take beyond those the group has; 0 when they fit, or when nobody said."""
        return max(self.minutes - self.available, 0) if self.available > 0 else 0

    def minutes_of(self, sitting: int) -> int:
        """Suggested length of one sitting, in minutes."""
        return sum(stage.minutes for stage in self.stages if stage.sitting == sitting)

    def has(self, stage: StageKey) -> bool:
        """Whether the plan uses this stage."""
        return any(planned.key is stage for planned in self.stages)


@dataclass(frozen=True, slots=True)
class Method:
    """A tradition of Socratic dialogue as data: its stages in order, and its ready plans by length in minutes.

    `central` are the options that the method lives from: no plan and no room can switch them off.
    """

    key: str
    version: int
    stages: tuple[Stage, ...]
    plans: Mapping[int, Plan]
    central: frozenset[PlanOption] = frozenset()

    @property
    def keys(self) -> tuple[StageKey, ...]:
        """The stages in their usual order."""
        return tuple(stage.key for stage in self.stages)

    def stage(self, key: StageKey) -> Stage:
        """The stage with this key; KeyError when the method does not have it."""
        for stage in self.stages:
            if stage.key is key:
                return stage
        raise KeyError(key)

    def order(self, key: StageKey) -> int:
        """Place of a stage in the usual order, from 0."""
        return [stage.key for stage in self.stages].index(key)

    def offers(self, option: PlanOption) -> bool:
        """Whether the method has a place for what this option switches on."""
        if option is PlanOption.PRINCIPLES:
            return any(stage.needs is option for stage in self.stages)
        if option is PlanOption.OWN_VERSIONS:
            return any(Kind.OWN_VERSION in stage.kinds for stage in self.stages)
        task = _TASK_OF.get(option)
        return task is None or any(task in stage.tasks for stage in self.stages)
