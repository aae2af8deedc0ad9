"""Who asks for the word, who has it, rounds and silence."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue.state.whole import Dialogue
from dialogue.views.patches import View, lean
from dialogue.vocabulary import Audience, Hierarchy, PlanOption, SeatId


def hands(state: Dialogue, audience: Audience) -> View:
    """The queue. Names are for the facilitator; the others see that hands are up."""
    queue: View = {}
    for place, seat in enumerate(in_order(state, state.hands)):
        reason = state.hands[seat].value
        shown = {"reason": reason, "seat": seat} if audience is Audience.FACILITATOR else {"reason": reason}
        queue[f"h{place:04d}"] = shown
    speaker = state.speaker if audience is Audience.FACILITATOR else None
    return lean({"queue": queue, "speaker": speaker})


def in_order(state: Dialogue, waiting: Iterable[SeatId]) -> list[SeatId]:
    """As they asked; who was not heard yet first where the plan says so; who leads others here last (method.md, 6)."""
    heard_later = PlanOption.LEAST_HEARD_FIRST in state.options
    last = state.plan.hierarchy is Hierarchy.SPEAKS_LAST

    def place(seat: SeatId) -> tuple[bool, bool]:
        known = state.seats[seat]
        return last and known.leads_others, heard_later and known.heard

    return sorted(waiting, key=place)


def turns(state: Dialogue, audience: Audience) -> View:
    """The round that goes on, and the silence. Whose turn is left is for the facilitator."""
    view: View = {"silence_until": state.silence_until, "speaking": state.speaker is not None}
    if state.round is not None:
        view["round"] = {"left": len(state.round)}
        if audience is Audience.FACILITATOR:
            view["round"]["order"] = {seat: place for place, seat in enumerate(state.round)}
    return lean(view)
