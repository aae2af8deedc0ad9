"""The shape of the guidance: what a facilitator is told about one stage, and where a method differs.

All texts are lazy: they become the reader's language when they are read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask_babel.speaklater import LazyString

from dialogue.vocabulary import Intervention, StageKey

Texts = tuple[LazyString, ...]


@dataclass(frozen=True, slots=True)
class Pitfall:
    """What goes wrong here, as it shows in the room, and what helps."""

    sign: LazyString
    help: LazyString


@dataclass(frozen=True, slots=True)
class Guidance:
    """One stage: what it is for, what the facilitator does, what to watch for, what can be said, when to move on.

    `moves` are what the facilitator does, in order; `interventions` what can be said or shown, the likeliest first.
    """

    stage: StageKey
    purpose: LazyString
    moves: Texts
    pitfalls: tuple[Pitfall, ...]
    interventions: tuple[Intervention, ...]
    move_on: LazyString


@dataclass(frozen=True, slots=True)
class Variation:
    """Where a method differs at one stage.

    Purpose, moves and moving on take the place of the usual ones, unless they are None; pitfalls are added, and
    interventions come before the usual ones.
    """

    purpose: LazyString | None = None
    move_on: LazyString | None = None
    moves: Texts | None = None
    pitfalls: tuple[Pitfall, ...] = ()
    interventions: tuple[Intervention, ...] = ()


def varied(usual: Guidance, variation: Variation) -> Guidance:
    """The stage as this method has it."""
    first = variation.interventions
    return replace(
        usual,
        purpose=usual.purpose if variation.purpose is None else variation.purpose,
        move_on=usual.move_on if variation.move_on is None else variation.move_on,
        moves=usual.moves if variation.moves is None else variation.moves,
        pitfalls=(*usual.pitfalls, *variation.pitfalls),
        interventions=(*first, *(known for known in usual.interventions if known not in first)),
    )
