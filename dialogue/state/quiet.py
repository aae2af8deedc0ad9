"""How quiet writing changes what stands on the wall."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import QuietEvent, QuietWritingBegan, QuietWritingShown
from dialogue.state.items import AnyItem
from dialogue.state.whole import COLLECTION_OF, Dialogue


def evolve(state: Dialogue, event: QuietEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case QuietWritingBegan():
            return state.but(quiet=True)
        case QuietWritingShown(items):
            for wanted in items:
                item = state.item(wanted)
                if item is not None:
                    state = _appearing(state, item)
            return state.but(quiet=False, standings=state.standings + 1)
        case _:
            assert_never(event)


def _appearing(state: Dialogue, item: AnyItem) -> Dialogue:
    """With this item behind those on the wall. In its old place, the order of a view would tell who wrote first."""
    name = COLLECTION_OF[type(item)]
    others = {key: other for key, other in getattr(state, name).items() if key != item.id}
    shown = replace(item, hidden=False, number=state.next_number(name))
    return state.but(**{name: {**others, item.id: shown}})
