"""Which level the talk is on, and how far people are with their positions."""

from __future__ import annotations

from dialogue.state.whole import Dialogue
from dialogue.views.patches import View, lean
from dialogue.vocabulary import Audience, PlanOption


def level(state: Dialogue, audience: Audience) -> View:
    """Content, strategy or meta; which meta-dialogue is called or goes on; who chairs it, for the facilitator."""
    meta = state.metas[state.meta] if state.meta else None
    view: View = {
        "now": state.level.value,
        "strategy": state.strategy or None,
        "meta": state.meta,
        "meta_state": meta.state.value if meta else None,
        "chaired": (meta.chair is not None) if meta else None,
    }
    return lean(view)


def positions(state: Dialogue) -> View:
    """How many have taken a position on which wording; where anyone stands is never shown, let alone counted."""
    if PlanOption.POSITIONS not in state.options or state.answer is None:
        return {}
    present = [seat.id for seat in state.group() if seat.in_the_room]
    return {
        "answer": state.answer.id,
        "taken": sum(seat in state.positions for seat in present),
        "of": len(present),
        "shown": state.positions_shown,
    }
