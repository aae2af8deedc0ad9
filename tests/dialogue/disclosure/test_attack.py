"""The attack: somebody has all that was ever published, and knows what everybody answered but one colleague.

Ten thousand random histories. His odds on the last person's answer may move by no more than the published bound, and no
answer, nor that there was none, may become certain. Without the noise, and without the ledger, they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from dialogue.disclosure import blocks as counting
from dialogue.disclosure.blocks import Block, Released, counted, is_enough
from dialogue.disclosure.gathering import Hierarchy, gathered
from dialogue.disclosure.noise import BOUND, likelihood
from dialogue.methods.evaluation import Third
from tests.dialogue.disclosure.given import ITEMS, SERVICE, SITES, Choice, counts, people

HISTORIES = 10_000
CHOICES: tuple[Choice, ...] = (*Third, None)
Gather = Callable[[bytes, Iterable[Block], Iterable[Released], Hierarchy, str, Iterable[str]], tuple[Block, ...]]


def _history(random: Random) -> tuple[list[Released], dict[str, list[tuple[Choice, ...]]]]:
    """Dialogues in the order of their release, and what everybody answered."""
    answers = {f"d{n}": people(random.randint(3, 12), random) for n in range(random.randint(3, 14))}
    sites = SITES[: random.randint(1, 4)]
    dialogues, quarter = [], 0
    for key, given in answers.items():
        quarter += random.random() < 0.4
        told = f"{2026 + quarter // 4}-Q{quarter % 4 + 1}"
        dialogues.append(Released(key, random.choice(sites), told, len(given), counts(given)))
    return dialogues, answers


def _published(dialogues: list[Released], secret: bytes, gather: Gather) -> list[Block]:
    """Every block that was ever published, as one dialogue after the other was released."""
    known: tuple[Block, ...] = ()
    seen: list[Block] = []
    for number in range(1, len(dialogues) + 1):
        known = gather(secret, known, dialogues[:number], SERVICE, dialogues[number - 1].quarter, ITEMS)
        seen += [block for block in known if block not in seen]
    return seen


def _odds(random: Random, gather: Gather, how_likely: Callable[[int], Fraction] = likelihood) -> Fraction | None:
    """How far the odds between any two answers of the last person move in one history; None: to certainty."""
    dialogues, answers = _history(random)
    published = _published(dialogues, random.randbytes(32), gather)
    target, item = random.choice(dialogues), random.randrange(len(ITEMS))
    others = counts(answers[target.key][:-1])
    rest = {one.key: one.answers for one in dialogues} | {target.key: others}
    likely = [Fraction(1)] * len(CHOICES)
    for block in published:
        if target.key not in block.dialogues:
            continue
        for third in Third:
            known = sum(rest[key].get(ITEMS[item], {}).get(third, 0) for key in block.dialogues)
            seen = block.counts[ITEMS[item]][third]
            likely = [
                before * how_likely(seen - known - (choice is third))
                for before, choice in zip(likely, CHOICES, strict=True)
            ]
    return None if 0 in likely else max(likely) / min(likely)


def _everything_again(
    secret: bytes,
    known: Iterable[Block],
    dialogues: Iterable[Released],
    hierarchy: Hierarchy,
    now: str,
    items: Iterable[str],
) -> tuple[Block, ...]:
    """As it would be without the ledger: after each release, all that there is of a place is counted anew."""
    named, released = tuple(items), tuple(dialogues)
    places = {place: [one for one in released if one.place == place] for place in SITES} | {"all": list(released)}
    return tuple(counted(secret, place, some, named) for place, some in places.items() if is_enough(some))


def test_the_last_persons_answer_stays_their_own() -> None:
    random, moved = Random(20_261_201), Fraction(1)
    told = 0
    for _ in range(HISTORIES):
        odds = _odds(random, gathered)
        assert odds is not None, "an answer became certain"
        assert odds <= BOUND
        moved, told = max(moved, odds), told + (odds > 1)
    assert moved == BOUND, "the bound is that of this noise, and no looser"
    assert told > HISTORIES / 4, "histories in which something was published of the last person's dialogue"


def test_without_the_noise_answers_become_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "noise", lambda _key, _contributors, _cell: 0)
    random = Random(1)
    found = [_odds(random, gathered, lambda value: Fraction(value == 0)) for _ in range(200)]
    assert None in found


def test_without_the_ledger_odds_move_beyond_the_bound() -> None:
    random = Random(2)
    found = [odds for _ in range(200) if (odds := _odds(random, _everything_again)) is not None]
    assert max(found) > BOUND


def test_nothing_that_is_published_hangs_on_an_answer_but_by_its_noise() -> None:
    """Which blocks there are, of whom and when, is the same whatever anybody answered."""
    random = Random(4)
    for _ in range(200):
        dialogues, _answers = _history(random)
        silent = [replace(one, answers={}) for one in dialogues]
        secret = random.randbytes(32)
        shapes = [
            [
                (block.place, block.quarter, block.dialogues, block.people)
                for block in _published(some, secret, gathered)
            ]
            for some in (dialogues, silent)
        ]
        assert shapes[0] == shapes[1]


def test_every_set_that_sums_of_blocks_can_single_out_has_as_many_people_as_a_block() -> None:
    """Rule A6, atoms of the partition: sums and differences of what is published are unions of blocks."""
    random = Random(5)
    for _ in range(500):
        dialogues, _answers = _history(random)
        sizes = {one.key: one.people for one in dialogues}
        published = _published(dialogues, random.randbytes(32), gathered)
        atoms: dict[frozenset[int], list[str]] = {}
        for key in sizes:
            inside = frozenset(number for number, block in enumerate(published) if key in block.dialogues)
            if inside:
                atoms.setdefault(inside, []).append(key)
        for keys in atoms.values():
            assert len(keys) >= counting.DIALOGUES
            assert sum(sizes[key] for key in keys) >= counting.PEOPLE
