"""How the level of the talk changes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    ChairAssigned,
    ContentResumed,
    LevelEvent,
    MetaBegun,
    MetaCalled,
    MetaEnded,
    MetaNoteWritten,
    StrategyMarked,
)
from dialogue.state.items import Meta, MetaNote
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import NOBODY, NOTHING_WRITTEN, Level, MetaState


def evolve(state: Dialogue, event: LevelEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case StrategyMarked(text):
            return state.but(level=Level.STRATEGY, strategy=text)
        case ContentResumed():
            return state.but(level=Level.CONTENT, strategy=NOTHING_WRITTEN)
        case MetaCalled():
            return state.with_item(_called(state, event)).but(meta=event.meta)
        case MetaBegun(meta):
            begun = state.with_item(replace(state.metas[meta], state=MetaState.OPEN))
            return begun.but(level=Level.META, speaker=None, silence_until=None)
        case ChairAssigned(meta, seat):
            return state.with_item(replace(state.metas[meta], chair=seat))
        case MetaNoteWritten():
            return state.with_item(_note(event))
        case MetaEnded(meta, what_we_change, share_notes):
            ended = replace(state.metas[meta], state=MetaState.ENDED, text=what_we_change, shared=share_notes)
            level = Level.STRATEGY if state.strategy else Level.CONTENT
            return state.with_item(ended).but(meta=None, level=level, speaker=None, standings=state.standings + 1)
        case _:
            assert_never(event)


def _called(state: Dialogue, event: MetaCalled) -> Meta:
    caller = event.caller or NOBODY
    return Meta(
        id=event.meta,
        number=event.number,
        text=NOTHING_WRITTEN,
        owner=caller,
        writer=caller,
        state=MetaState.CALLED,
        stage=state.stage,
        signature=state.seats[caller].pseudonym if event.caller else None,
    )


def _note(event: MetaNoteWritten) -> MetaNote:
    return MetaNote(
        id=event.meta_note,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        meta=event.meta,
    )
