"""The neo-Socratic dialogue after Leonard Nelson and Gustav Heckmann (method.md section 1).

From the narrative the group climbs by regressive abstraction: judgement, reasons, rules, principles, answer.
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
from dialogue.vocabulary import PlanOption, StageKey, Step

NELSON_HECKMANN = Method(
    key="nelson_heckmann",
    version=2,
    stages=(
        *BEGINNING,
        NARRATIVE,
        Stage(StageKey.JUDGEMENT, Step.NARRATIVE, JUDGEMENT_TASKS, JUDGEMENT_KINDS),
        Stage(StageKey.PRINCIPLES, Step.NARRATIVE, PRINCIPLES_TASKS, PRINCIPLES_KINDS, needs=PlanOption.PRINCIPLES),
        *END,
    ),
    plans=plans(),
)
