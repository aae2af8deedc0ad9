"""How slips change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from dialogue.events import SlipEvent
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import SeatId

T = TypeVar("T")


def evolve(state: Dialogue, event: SlipEvent) -> Dialogue:
    """The state after an event of this family."""
    for item in tuple(state.items()):
        if item.owner == event.slip:
            state = state.with_item(replace(item, owner=event.owner))
    claimed = state.with_seat(replace(state.seats[event.slip], gone=True))
    return claimed.but(
        marks=_handed_over(state.marks, event),
        has_experience=_handed_over(state.has_experience, event),
        pointing=_handed_over(state.pointing, event),
        positions=_handed_over(state.positions, event),
    )


def _handed_over(choices: Mapping[SeatId, T], event: SlipEvent) -> Mapping[SeatId, T]:
    """Choices, the slip's become the person's who has made none; whoever has made one keeps that."""
    if event.slip not in choices:
        return choices
    left = {seat: choice for seat, choice in choices.items() if seat != event.slip}
    left.setdefault(event.owner, choices[event.slip])
    return left
