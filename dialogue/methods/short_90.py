"""One sitting of ninety minutes (method.md section 0).

The question is given, there are no principles, and the answer is one to be tried: it may be worded as soon as a
judgement stands.
"""

from __future__ import annotations

from dialogue.method import Method, Stage
from dialogue.methods.parts import BEGINNING, END, JUDGEMENT_KINDS, JUDGEMENT_TASKS, NARRATIVE, sitting_of_90
from dialogue.vocabulary import StageKey, Step, Task

SHORT_90 = Method(
    key="short_90",
    version=1,
    stages=(
        *BEGINNING,
        NARRATIVE,
        Stage(StageKey.JUDGEMENT, Step.NARRATIVE, JUDGEMENT_TASKS | {Task.WORD_ANSWERS}, JUDGEMENT_KINDS),
        *END,
    ),
    plans={90: sitting_of_90()},
)
