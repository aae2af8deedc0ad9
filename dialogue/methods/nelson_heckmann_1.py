"""Version 1 of the neo-Socratic dialogue after Nelson and Heckmann: kept as it was for the records led by it."""

from __future__ import annotations

from dialogue.method import Method, Plan, PlannedStage, Stage
from dialogue.vocabulary import Kind, PlanOption, StageKey, Step, Task

_STAGES = (
    Stage(StageKey.OPENING, Step.QUESTION, frozenset({Task.AGREE, Task.WORD_QUESTION})),
    Stage(StageKey.QUESTION, Step.QUESTION, frozenset({Task.AGREE, Task.WORD_QUESTION})),
    Stage(StageKey.EXPERIENCES, Step.EXPERIENCES, frozenset({Task.AGREE, Task.TELL_EXPERIENCES})),
    Stage(
        StageKey.SELECTION,
        Step.EXPERIENCES,
        # A title that comes late, while the group is choosing, is still welcome.
        frozenset({Task.AGREE, Task.TELL_EXPERIENCES, Task.CHOOSE_EXPERIENCE}),
    ),
    Stage(
        StageKey.NARRATIVE,
        Step.NARRATIVE,
        frozenset({Task.AGREE, Task.WRITE_NARRATIVE, Task.DOUBT}),
    ),
    Stage(
        StageKey.JUDGEMENT,
        Step.NARRATIVE,
        # Facts still come up while the judgement is examined: they become inserted sentences (3a).
        frozenset({Task.AGREE, Task.WRITE_NARRATIVE, Task.WRITE_STATEMENTS, Task.DOUBT}),
        (Kind.CORE_STATEMENT, Kind.OWN_VERSION, Kind.JUDGEMENT, Kind.REASON),
    ),
    Stage(
        StageKey.PRINCIPLES,
        Step.NARRATIVE,
        frozenset({Task.AGREE, Task.WRITE_STATEMENTS, Task.DOUBT}),
        (Kind.REASON, Kind.RULE, Kind.PRINCIPLE),
        needs=PlanOption.PRINCIPLES,
    ),
    Stage(
        StageKey.CONSENSUS,
        Step.CONSENSUS,
        frozenset({Task.AGREE, Task.DOUBT, Task.WORD_ANSWERS, Task.CONCLUDE}),
    ),
    Stage(StageKey.EVALUATION, Step.EVALUATION, frozenset({Task.EVALUATE, Task.DOUBT, Task.CONCLUDE})),
    Stage(StageKey.CLOSING, Step.EVALUATION, frozenset({Task.EVALUATE, Task.DOUBT, Task.CONCLUDE})),
    Stage(StageKey.CLOSED, Step.EVALUATION, frozenset()),
)

_SITTING_OF_90_MINUTES = Plan(
    stages=(
        PlannedStage(StageKey.OPENING, 10),
        PlannedStage(StageKey.QUESTION, 0),
        PlannedStage(StageKey.EXPERIENCES, 20),
        PlannedStage(StageKey.SELECTION, 5),
        PlannedStage(StageKey.NARRATIVE, 20),
        PlannedStage(StageKey.JUDGEMENT, 20),
        PlannedStage(StageKey.CONSENSUS, 8),
        PlannedStage(StageKey.EVALUATION, 5),
        PlannedStage(StageKey.CLOSING, 2),
    ),
)

NELSON_HECKMANN_1 = Method(
    key="nelson_heckmann",
    version=1,
    stages=_STAGES,
    plans={90: _SITTING_OF_90_MINUTES},
)
