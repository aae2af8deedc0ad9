"""What an experienced facilitator would notice now: hints, computed from the record alone.

A hint is for the facilitator's eyes and is never a gate: nothing waits for it, and what it says may be left as it is.
It speaks of how the dialogue stands, never of what anybody said or meant: the facilitator has no opinion in the matter
(Heckmann), and neither has the coach. Whether a room is coached at all (PlanOption.COACH) is its caller's to decide.
"""

from __future__ import annotations

from dialogue.coach.hint import Hint, HintKey
from dialogue.coach.stages import MOST, hints

__all__ = ["MOST", "Hint", "HintKey", "hints"]
