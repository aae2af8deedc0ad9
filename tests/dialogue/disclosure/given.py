"""Dialogues that were released, in a service with two regions of two sites each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from dialogue.disclosure.blocks import Counts, Released
from dialogue.disclosure.gathering import Hierarchy
from dialogue.methods.evaluation import THREE_ITEMS, Third

SECRET = b"a key of 32 bytes, as storage has"
ITEMS = tuple(THREE_ITEMS)
SERVICE: Hierarchy = {
    "all": None, "north": "all", "south": "all",
    "north-1": "north", "north-2": "north", "south-1": "south", "south-2": "south",
}  # fmt: skip
SITES = ("north-1", "north-2", "south-1", "south-2")
Choice = Third | None  # an answer in a third of the scale, or none


def counts(answers: Sequence[Sequence[Choice]]) -> Counts:
    """What people answered, each a choice per item, as it is counted."""
    return {
        item: Counter(choice for person in answers if (choice := person[place]) is not None)
        for place, item in enumerate(ITEMS)
    }


def people(number: int, random: Random) -> list[tuple[Choice, ...]]:
    """So many people's answers: some leave items out."""
    choices: tuple[Choice, ...] = (*Third, None)
    return [tuple(random.choice(choices) for _ in ITEMS) for _ in range(number)]


def released(
    key: str, size: int = 8, place: str = "north-1", quarter: str = "2026-Q1", random: Random | None = None
) -> Released:
    """A dialogue of so many people."""
    return Released(key, place, quarter, size, counts(people(size, random or Random(key))))
