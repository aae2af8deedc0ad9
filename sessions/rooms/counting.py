"""What managers read in figures: releases gathered into blocks as soon as enough of them are there, and kept so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from dialogue.disclosure.blocks import Block, Released
from dialogue.disclosure.gathering import Hierarchy, above, gathered
from dialogue.disclosure.result import quarter_of
from dialogue.methods.evaluation import FORMS, Third
from sessions import runtime
from sessions.storage.releases import Kept
from sessions.storage.store import Storage

ITEMS: Final = tuple(dict.fromkeys(item for form in FORMS.values() for item in form))
_gathering = runtime.Lock()


def blocks(storage: Storage, at: int) -> tuple[Block, ...]:
    """All blocks there can be now; new ones are stored first. `at` in UTC milliseconds."""
    with _gathering:  # one at a time: a dialogue is counted once
        known = storage.blocks.all()
        places = hierarchy(storage)
        released = [replace(one, place=_there(one.place, places)) for one in map(counted, storage.releases.all())]
        every = gathered(storage.derived_key("noise"), known, released, places, quarter_of(at), ITEMS)
        if made := every[len(known) :]:
            storage.blocks.add(made)
        return every


def hierarchy(storage: Storage) -> Hierarchy:
    """Place -> the one it lies in; one without a name where there is no organisation yet."""
    return {place.id: place.parent for place in storage.places.all()} or {"": None}


@lru_cache(maxsize=20_000)
def counted(kept: Kept) -> Released:
    """What counts of a release; nobody is shown it."""
    told: dict[str, Any] = json.loads(kept.counted)
    return Released(told["key"], told["place"], told["quarter"], told["people"], _answers(told["answers"]))


def _answers(told: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[Third, int]]:
    return {item: MappingProxyType({Third(third): n for third, n in thirds.items()}) for item, thirds in told.items()}


def in_place(kept: Iterable[Kept], wanted: str, known: Hierarchy) -> list[Kept]:
    """The releases of a place and of all that lies in it."""
    return [one for one in kept if wanted in {place := _there(counted(one).place, known), *above(place, known)}]


def _there(place: str, known: Hierarchy) -> str:
    """The place, or the organisation for one that is no more."""
    return place if place in known else next(one for one, inside in known.items() if inside is None)
