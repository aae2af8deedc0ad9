"""How long people take: a play at this pace can be watched."""

from __future__ import annotations

from sessions.rehearsal.steps import Asks, Comes, Step

COMES_S = 0.8
TAP_S = 1.2
MOVE_S = 3.5
TYPED_S = 1.5
LETTERS_A_SECOND = 25.0  # read along on the wall; nobody types as fast


def seconds_before(step: Step, speed: float) -> float:
    """Seconds from the step before to this one; `speed` 10 is ten times as fast as people are."""
    if isinstance(step, Comes):
        usual = COMES_S
    elif step.type == "move_to_stage":
        usual = MOVE_S
    else:
        words = step.words()
        usual = TYPED_S + len(words) / LETTERS_A_SECOND if words else TAP_S
    return usual / speed


def is_typed(step: Step) -> bool:
    """Whether someone types a while before this step."""
    return isinstance(step, Asks) and bool(step.words())
