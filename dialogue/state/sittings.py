"""How the frame changes: options, sittings."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import OptionSwitched, SittingEnded, SittingEvent, SittingStarted
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import PlanOption

FORMS = frozenset({PlanOption.FIVE_ITEM_EVALUATION, PlanOption.SEVEN_ITEM_EVALUATION})
"""Options of which one excludes the other: the length of the closing form."""


def evolve(state: Dialogue, event: SittingEvent, at: int) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case OptionSwitched(option, on):
            # There is one form at a time.
            others = state.options - (FORMS if option in FORMS else {option})
            return state.but(options=others | {option} if on else state.options - {option})
        case SittingEnded():
            quiet = state.but(resting=True, code=None, kept_code=None)
            return quiet.but(hands={}, speaker=None, round=None, silence_until=None)
        case SittingStarted(sitting):
            return state.but(resting=False, sitting=sitting, stage_since=at)
        case _:
            assert_never(event)
