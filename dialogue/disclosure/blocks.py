"""Blocks: dialogues that are counted together, once and for all.

A dialogue is in one block or in none. So whatever sums of blocks are published, their differences are sums of blocks
again: nobody can subtract his way to fewer people than a block has (rules A4 and A6), and each answer is behind one
draw of noise only (A5), however often and in whatever tables it is published.

Whether dialogues make a block depends on where and when they were and on how many people were there, which their
colleagues know anyway; never on what anybody answered, nor on whether.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dialogue.disclosure.noise import noise
from dialogue.methods.evaluation import Third

PEOPLE: Final = 5  # k: of a count or a rating
DIALOGUES: Final = 3
LARGEST_SHARE: Final = Fraction(3, 5)  # of a block's people, in one of its dialogues

Counts = Mapping[str, Mapping[Third, int]]


@dataclass(frozen=True, slots=True)
class Released:
    """What counts of a dialogue whose group released its result.

    `key`: random, of no other use. `place`: the site. `quarter`: such as "2026-Q4". `people`: who took part, however
    many answered. `answers`: item -> how many rated it in each third of its scale; those who left it out are in none.
    All items of the dialogue's form are there, whether anybody rated them or not.
    """

    key: str
    place: str
    quarter: str
    people: int
    answers: Counts


@dataclass(frozen=True, slots=True)
class Block:
    """Dialogues counted together. `place`: the smallest place that all of them lie in. `quarter`: that of the last.

    `counts`: item -> third -> how many people, with noise; may be below zero. It is made once, and kept.
    """

    key: str
    place: str
    quarter: str
    dialogues: frozenset[str]
    people: int
    counts: Counts


class Overlap(ValueError):
    """A dialogue would be counted a second time."""


def is_enough(dialogues: Iterable[Released]) -> bool:
    """Whether these may be counted together: three, none of which outweighs the others, one with five people."""
    people = [one.people for one in dialogues]
    if len(people) < DIALOGUES or max(people) < PEOPLE:
        return False
    return max(people) <= LARGEST_SHARE * sum(people)


def counted(secret: bytes, place: str, dialogues: Iterable[Released], items: Iterable[str]) -> Block:
    """These dialogues as a block, with those of the items that one of their forms has.

    ValueError where they are not enough: nothing may be told of them.
    """
    together = tuple(dialogues)
    if not is_enough(together):
        raise ValueError("too few to be counted together")
    keys = tuple(sorted(one.key for one in together))
    counts = {
        item: MappingProxyType({third: _count(together, item, third) + noise(secret, keys, (item, third.value))
                                for third in Third})
        for item in items if any(item in one.answers for one in together)  # else noise alone would be told
    }  # fmt: skip
    quarter, people = max(one.quarter for one in together), sum(one.people for one in together)
    return Block(keys[0], place, quarter, frozenset(keys), people, MappingProxyType(counts))


def ledger(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, of which no two have a dialogue in common. Raises Overlap."""
    known, seen = tuple(blocks), set[str]()
    for block in known:
        if not seen.isdisjoint(block.dialogues):
            raise Overlap("a dialogue is in two blocks")
        seen |= block.dialogues
    return known


def _count(dialogues: Iterable[Released], item: str, third: Third) -> int:
    return sum(one.answers.get(item, {}).get(third, 0) for one in dialogues)
