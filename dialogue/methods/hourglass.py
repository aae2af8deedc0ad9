"""The hourglass of the Dutch tradition, after Kessels and Delnoij (method.md section 1, sources 5 and 6).

From a broad question down to the heated point of one story and the narrator's core statement there; then everyone's
own version of it, what holds these versions, and out again to the essence.
"""

from __future__ import annotations

from dialogue.method import Method, Stage
from dialogue.methods.parts import (
    BEGINNING,
    END,
    JUDGEMENT_KINDS,
    JUDGEMENT_TASKS,
    NARRATIVE,
    PRINCIPLES_KINDS,
    PRINCIPLES_TASKS,
    plans,
)
from dialogue.vocabulary import Kind, PlanOption, StageKey, Step

_CENTRAL = frozenset({PlanOption.OWN_VERSIONS})

HOURGLASS = Method(
    key="hourglass",
    version=1,
    stages=(
        *BEGINNING,
        NARRATIVE,
        # What holds the versions is found while they stand there, in a short sitting too.
        Stage(StageKey.JUDGEMENT, Step.NARRATIVE, JUDGEMENT_TASKS, (*JUDGEMENT_KINDS, Kind.PRINCIPLE)),
        Stage(StageKey.PRINCIPLES, Step.NARRATIVE, PRINCIPLES_TASKS, PRINCIPLES_KINDS, needs=PlanOption.PRINCIPLES),
        *END,
    ),
    plans=plans(_CENTRAL),
    central=_CENTRAL,
)
