"""The items on the wall as an audience sees them, collection by collection."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from dialogue.state.items import AnyItem, ChoiceReason, MetaNote, Outcome
from dialogue.state.whole import Dialogue
from dialogue.views.patches import View
from dialogue.visibility import POINTERS, VISIBLE, fields_for, in_view, stands_in_view
from dialogue.vocabulary import Audience

_FIELDS = {(kind, audience): fields_for(kind, audience) for kind in VISIBLE for audience in Audience}


def collection(
    state: Dialogue, audience: Audience, kind: type[AnyItem], name: str, last: tuple[Dialogue, View] | None
) -> View:
    """One collection. Items that did not change since `last` are taken from its view as they are."""
    items: Mapping[Any, AnyItem] = getattr(state, name)
    fields = _FIELDS[kind, audience]
    if not fields:
        # That there is a private note at all, and when it came, is told to nobody whom it does not go to.
        return {}
    if last is None or not _same_ground(kind, last[0], state):
        return {key: _item(state, item, fields) for key, item in items.items() if stands_in_view(state, item)}
    known: Mapping[Any, AnyItem] = getattr(last[0], name)
    shown: View = last[1][name]
    if known is items:
        return shown
    view = dict(shown)
    for key in known.keys() - items.keys():
        view.pop(key, None)
    for key in [key for key, item in items.items() if known.get(key) is not item]:
        if stands_in_view(state, items[key]):
            view[key] = _item(state, items[key], fields)
        else:
            view.pop(key, None)
    return view


def _same_ground(kind: type[AnyItem], before: Dialogue, now: Dialogue) -> bool:
    """Whether all that decides if such an item is in view, beside the item itself, is as before."""
    # Adding to the wall moves nothing else in or out of it: only standings, the narrative chosen and the outcome do.
    same = before.standings == now.standings and before.chosen == now.chosen
    if kind is ChoiceReason and before.marks_shown != now.marks_shown:
        return False
    if kind is MetaNote and (before.meta != now.meta or before.in_meta != now.in_meta):
        return False
    return same and (kind is not Outcome or before.outcome == now.outcome)


def _item(state: Dialogue, item: AnyItem, fields: tuple[str, ...]) -> View:
    view: View = {}
    for field in fields:
        value = getattr(item, field)
        value = _pointed(state, value) if field in POINTERS else plain(value)
        if value is not None:
            view[field] = value
    return view


def _pointed(state: Dialogue, value: Any) -> Any:
    """What an item points to, as far as it is on the wall. Links become maps, so that one more link is one more key."""
    if isinstance(value, tuple):
        return {below: True for below in value if in_view(state, below)}
    return value if in_view(state, value) else None


def plain(value: Any) -> Any:
    """A field as JSON."""
    return value.value if isinstance(value, StrEnum) else value
