"""How the ladder and the doubts on it change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import DoubtClosed, DoubtRaised, LinksSet, StatementEvent, StatementReworded, StatementWritten
from dialogue.state.items import Answer, Doubt, Statement
from dialogue.state.whole import Dialogue


def evolve(state: Dialogue, event: StatementEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case StatementWritten():
            return state.with_item(_statement(event))
        case StatementReworded(statement, text):
            return state.with_item(replace(state.statements[statement], text=text))
        case LinksSet(wanted, rests_on):
            item = state.item(wanted)
            if isinstance(item, Statement | Answer):
                return state.with_item(replace(item, rests_on=rests_on))
            return state
        case DoubtRaised():
            return state.with_item(_doubt(state, event))
        case DoubtClosed(doubt, how):
            return state.with_item(replace(state.doubts[doubt], open=False, how=how))
        case _:
            assert_never(event)


def _statement(event: StatementWritten) -> Statement:
    return Statement(
        id=event.statement,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        kind=event.kind,
        rests_on=event.rests_on,
        hidden=event.number == 0,
    )


def _doubt(state: Dialogue, event: DoubtRaised) -> Doubt:
    return Doubt(
        id=event.doubt,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        about=event.about,
        link=event.link,
        signature=state.seats[event.owner].pseudonym if event.signed else None,
        hidden=event.number == 0,
    )
