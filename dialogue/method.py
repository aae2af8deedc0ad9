"""The shape of a method, and what makes one well formed.

A method is data with a key and a version; a dialogue records both in its first event, so that an old record replays
under the rules it was led by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue.vocabulary import Kind, PlanOption, StageKey, Step, Task


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: the step it belongs to, the tasks it invites to and the kinds of statement written in it."""

    key: StageKey
    step: Step
    tasks: frozenset[Task]
    kinds: tuple[Kind, ...] = ()
    needs: PlanOption | None = None


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage as one plan uses it, with its suggested length in minutes (0 = not timed)."""

    key: StageKey
    minutes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How one dialogue is meant to run: suggested minutes per stage, options and the language of the flipchart."""

    stages: tuple[PlannedStage, ...]
    options: tuple[PlanOption, ...] = ()
    language: str = "en"

    @property
    def minutes(self) -> int:
        """Suggested length of the whole, in minutes."""
        return sum(stage.minutes for stage in self.stages)

    def has(self, stage: StageKey) -> bool:
        """Whether the plan uses this stage."""
        return any(planned.key is stage for planned in self.stages)


@dataclass(frozen=True, slots=True)
class Method:
    """A tradition of Socratic dialogue as data: its stages in order, and its ready plans by length in minutes."""

    key: str
    version: int
    stages: tuple[Stage, ...]
    plans: Mapping[int, Plan]

    def stage(self, key: StageKey) -> Stage:
        """The stage with this key; KeyError when the method does not have it."""
        for stage in self.stages:
            if stage.key is key:
                return stage
        raise KeyError(key)

    def order(self, key: StageKey) -> int:
        """Place of a stage in the usual order, from 0."""
        return [stage.key for stage in self.stages].index(key)


def flaws(method: Method) -> list[str]:
    """Sentences naming what is wrong with a method; empty when it is well formed."""
    found: list[str] = []
    keys = [stage.key for stage in method.stages]
    if len(set(keys)) != len(keys):
        found.append(f"{method.key}: a stage stands twice")
    if keys[:1] != [StageKey.OPENING] or keys[-2:] != [StageKey.CLOSING, StageKey.CLOSED]:
        found.append(f"{method.key}: it must begin with opening and end with closing, closed")
    for task in Task:
        if not any(task in stage.tasks for stage in method.stages):
            found.append(f"{method.key}: no stage invites to {task.value}")
    for stage in method.stages:
        if stage.kinds and Task.WRITE_STATEMENTS not in stage.tasks:
            found.append(f"{method.key}: {stage.key.value} has kinds of statement but does not invite to write them")
        if stage.key is not StageKey.CLOSED and not stage.tasks:
            found.append(f"{method.key}: {stage.key.value} is a dead end")
        if stage.key is StageKey.CLOSED and stage.tasks:
            found.append(f"{method.key}: closed still invites to something")
    for minutes, plan in method.plans.items():
        if plan.minutes != minutes:
            found.append(f"{method.key}: the plan of {minutes} minutes adds up to {plan.minutes}")
        found.extend(plan_flaws(method, plan))
    return found


def plan_flaws(method: Method, plan: Plan) -> list[str]:
    """Sentences naming where a plan does not fit its method; empty when it fits."""
    found: list[str] = []
    name = f"{method.key}: the plan of {plan.minutes} minutes"
    order = [stage.key for stage in method.stages]
    planned = [stage.key for stage in plan.stages]
    if planned != [key for key in order if key in planned]:
        found.append(f"{name} leaves the order of the method")
    if not {StageKey.OPENING, StageKey.CLOSING} <= set(planned):
        found.append(f"{name} does not open or does not close")
    for stage in method.stages:
        if plan.has(stage.key) and stage.needs is not None and stage.needs not in plan.options:
            found.append(f"{name} has {stage.key.value} without the option {stage.needs.value}")
    return found
