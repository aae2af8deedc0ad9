"""Blocks: enough people, none of whom outweighs the rest, counted once."""

from __future__ import annotations

import pytest

from dialogue.disclosure.blocks import Block, Overlap, Released, counted, is_enough, ledger
from dialogue.methods.evaluation import Third
from tests.dialogue.disclosure.given import ITEMS, SECRET, released


@pytest.mark.parametrize(
    ("sizes", "enough"),
    [
        ((8, 8, 8), True),
        ((8, 8), False),
        ((100, 100), False),
        ((4, 4, 4), False),  # nobody is hidden among four
        ((4, 4, 5), True),
        ((60, 20, 20), True),
        ((61, 20, 19), False),  # one outweighs the others
        ((12, 4, 4), True),
        ((13, 4, 4), False),
        ((), False),
    ],
)
def test_what_may_be_counted_together(sizes: tuple[int, ...], enough: bool) -> None:
    dialogues = [released(f"d{number}", size) for number, size in enumerate(sizes)]
    assert is_enough(dialogues) is enough
    if not enough:
        with pytest.raises(ValueError, match="too few"):
            counted(SECRET, "north-1", dialogues, ITEMS)


def test_whether_they_are_enough_hangs_on_nobodys_answer() -> None:
    """Else who sees that something is told would learn who had answered at all."""
    silent = [released(f"d{number}") for number in range(3)]
    assert is_enough([type(one)(one.key, one.place, one.quarter, one.people, {}) for one in silent])


def test_a_block_is_the_same_whenever_it_is_made() -> None:
    dialogues = [released(f"d{number}") for number in range(3)]
    made = [counted(SECRET, "north-1", some, ITEMS) for some in (dialogues, dialogues[::-1])]
    assert made[0] == made[1]


def test_an_item_that_nobody_rated_has_noise_alone_and_one_that_no_form_had_is_not_counted() -> None:
    """Which forms were planned is known; whether anybody answered is not to be."""
    unrated = [Released(f"d{number}", "north-1", "2026-Q1", 8, {ITEMS[0]: {}}) for number in range(3)]
    block = counted(SECRET, "north-1", unrated, ITEMS)
    assert set(block.counts) == {ITEMS[0]}
    assert set(block.counts[ITEMS[0]]) == set(Third)


def test_no_dialogue_is_in_two_blocks() -> None:
    blocks = [Block(key, "all", "2026-Q1", frozenset(inside), 20, {}) for key, inside in (("a", "abc"), ("d", "cde"))]
    with pytest.raises(Overlap):
        ledger(blocks)
    assert ledger(blocks[:1]) == tuple(blocks[:1])
