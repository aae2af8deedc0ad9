"""Deciding about quiet writing, and how what is written meanwhile is numbered."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import BeginQuietWriting, QuietCommand, ShowQuietWriting
from dialogue.events import Event, QuietWritingBegan, QuietWritingShown
from dialogue.refusals import AlreadyQuiet, NotQuiet
from dialogue.state import Dialogue
from dialogue.vocabulary import SeatId

HIDDEN = 0  # the number of what is not shown yet


def decide(state: Dialogue, command: QuietCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case BeginQuietWriting():
            if state.quiet:
                raise AlreadyQuiet
            return (QuietWritingBegan(),)
        case ShowQuietWriting():
            if not state.quiet:
                raise NotQuiet
            return shown(state)
        case _:
            assert_never(command)


def number(state: Dialogue, collection: str) -> int:
    """The number for a new item of a collection; none while the group writes quietly: it would tell who was first."""
    return HIDDEN if state.quiet else state.next_number(collection)


def shown(state: Dialogue) -> tuple[Event, ...]:
    """Everything that was written quietly, in the order of its random ids; nothing when nobody writes quietly."""
    if not state.quiet:
        return ()
    waiting = sorted(item.id for item in state.items() if item.hidden and item.up)
    return (QuietWritingShown(tuple(waiting)),)
