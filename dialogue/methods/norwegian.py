"""The Norwegian way (method.md section 1, sources 3 and 4).

Once the story is up, everyone points at the sentences that answer the question. Trial answers start there, so they
are worded from the judgement on, and the ladder is built to carry or to correct them.
"""

from __future__ import annotations

from dialogue.method import Method, Stage
from dialogue.methods.parts import (
    BEGINNING,
    END,
    JUDGEMENT_TASKS,
    NARRATIVE,
    PRINCIPLES_KINDS,
    PRINCIPLES_TASKS,
    plans,
)
from dialogue.vocabulary import Kind, PlanOption, StageKey, Step, Task

_CENTRAL = frozenset({PlanOption.POINTING})

NORWEGIAN = Method(
    key="norwegian",
    version=1,
    stages=(
        *BEGINNING,
        NARRATIVE,
        Stage(
            StageKey.JUDGEMENT,
            Step.NARRATIVE,
            JUDGEMENT_TASKS | {Task.WORD_ANSWERS},
            # What was judged right comes first: it is what people point at.
            (Kind.JUDGEMENT, Kind.REASON, Kind.CORE_STATEMENT, Kind.OWN_VERSION),
        ),
        Stage(
            StageKey.PRINCIPLES,
            Step.NARRATIVE,
            PRINCIPLES_TASKS | {Task.WORD_ANSWERS},
            PRINCIPLES_KINDS,
            needs=PlanOption.PRINCIPLES,
        ),
        *END,
    ),
    plans=plans(_CENTRAL),
    central=_CENTRAL,
)
