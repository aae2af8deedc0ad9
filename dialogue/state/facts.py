"""How questions of fact change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import FactAnswered, FactAsked, FactEvent
from dialogue.state.items import Clarification
from dialogue.state.whole import Dialogue


def evolve(state: Dialogue, event: FactEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case FactAsked():
            return state.with_item(_asked(state, event))
        case FactAnswered(clarification, answered_by):
            return state.with_item(replace(state.clarifications[clarification], answered_by=answered_by))
        case _:
            assert_never(event)


def _asked(state: Dialogue, event: FactAsked) -> Clarification:
    return Clarification(
        id=event.clarification,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        experience=state.chosen,
        about=event.about,
        signature=state.seats[event.owner].pseudonym if event.signed else None,
    )
