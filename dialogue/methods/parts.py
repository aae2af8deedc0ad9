"""What the methods have in common: how a dialogue begins and ends, ready plans by length, their options.

A dialogue replays under the method it was led by. So whoever changes anything here gives every method that uses it
a new version, and keeps the old one beside it as a module of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogue.method import Plan, PlannedStage, Stage
from dialogue.vocabulary import Kind, PlanOption, StageKey, Step, Task

BEGINNING = (
    Stage(StageKey.OPENING, Step.QUESTION, frozenset({Task.AGREE, Task.WORD_QUESTION})),
    Stage(StageKey.QUESTION, Step.QUESTION, frozenset({Task.AGREE, Task.WORD_QUESTION})),
    Stage(StageKey.EXPERIENCES, Step.EXPERIENCES, frozenset({Task.AGREE, Task.TELL_EXPERIENCES})),
    # A title that comes late, while the group is choosing, is still welcome.
    Stage(StageKey.SELECTION, Step.EXPERIENCES, frozenset({Task.AGREE, Task.TELL_EXPERIENCES, Task.CHOOSE_EXPERIENCE})),
)
NARRATIVE = Stage(
    StageKey.NARRATIVE, Step.NARRATIVE, frozenset({Task.AGREE, Task.WRITE_NARRATIVE, Task.POINT, Task.DOUBT})
)
# Facts still come up while the judgement is examined: they become inserted sentences (3a).
JUDGEMENT_TASKS = frozenset({Task.AGREE, Task.WRITE_NARRATIVE, Task.WRITE_STATEMENTS, Task.POINT, Task.DOUBT})
JUDGEMENT_KINDS = (Kind.CORE_STATEMENT, Kind.OWN_VERSION, Kind.JUDGEMENT, Kind.REASON)
PRINCIPLES_TASKS = frozenset({Task.AGREE, Task.WRITE_STATEMENTS, Task.DOUBT})
PRINCIPLES_KINDS = (Kind.REASON, Kind.RULE, Kind.PRINCIPLE)
END = (
    # What rests on what is written where the ladder is: a group that needs another rung goes back to it.
    Stage(
        StageKey.CONSENSUS,
        Step.CONSENSUS,
        frozenset({Task.AGREE, Task.DOUBT, Task.WORD_ANSWERS, Task.TEST, Task.TAKE_POSITIONS, Task.CONCLUDE}),
    ),
    Stage(
        StageKey.EVALUATION,
        Step.EVALUATION,
        frozenset({Task.EVALUATE, Task.DOUBT, Task.CONCLUDE}),
        optional=True,  # who is asked at the closing can answer there
    ),
    Stage(StageKey.CLOSING, Step.EVALUATION, frozenset({Task.EVALUATE, Task.DOUBT, Task.CONCLUDE})),
    Stage(StageKey.CLOSED, Step.EVALUATION, frozenset()),
)

_COURSE = tuple(key for key in StageKey if key is not StageKey.CLOSED)

# Whoever leads for the first time is led: the coach is on until somebody switches it off.
_LED = frozenset({PlanOption.TIMERS, PlanOption.COACH})
_LONGER = _LED | {PlanOption.QUESTION_SUGGESTIONS, PlanOption.PRINCIPLES, PlanOption.TESTS}
_A_DAY = _LONGER | {
    PlanOption.QUIET_WRITING,
    PlanOption.OWN_VERSIONS,
    PlanOption.POSITIONS,
    PlanOption.FIVE_ITEM_EVALUATION,
}


def course(*minutes: int | None, again_at: StageKey | None = None) -> tuple[PlannedStage, ...]:
    """Stages with their minutes, in the usual order; None leaves one out. A second sitting begins at `again_at`."""
    second = _COURSE.index(again_at) if again_at else len(_COURSE)
    return tuple(
        PlannedStage(key, length, sitting=1 if place < second else 2)
        for place, (key, length) in enumerate(zip(_COURSE, minutes, strict=True))
        if length is not None
    )


def sitting_of_90(central: frozenset[PlanOption] = frozenset()) -> Plan:
    """One sitting: the question is given, and the answer is one to be tried (method.md section 0)."""
    return _plan(course(10, 0, 20, 5, 20, 20, None, 8, 5, 2), _LED | central)


def plans(central: frozenset[PlanOption] = frozenset()) -> Mapping[int, Plan]:
    """One sitting, two sittings of 90 minutes, half a day, a day (method.md section 1)."""
    return {
        90: sitting_of_90(central),
        180: _plan(course(10, 10, 25, 10, 35, 30, 25, 20, 10, 5, again_at=StageKey.JUDGEMENT), _LONGER | central),
        210: _plan(course(15, 15, 35, 10, 35, 35, 40, 15, 10, 0), _LONGER | central),
        390: _plan(course(30, 30, 60, 20, 60, 60, 75, 35, 20, 0), _A_DAY | central),
    }


def _plan(stages: tuple[PlannedStage, ...], options: frozenset[PlanOption]) -> Plan:
    return Plan(stages, tuple(option for option in PlanOption if option in options))
