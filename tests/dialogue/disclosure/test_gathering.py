"""Gathering: sites first, then what waited too long; what was made once stays as it is."""

from __future__ import annotations

from random import Random

from dialogue.disclosure.blocks import Block, Released
from dialogue.disclosure.gathering import gathered
from tests.dialogue.disclosure.given import ITEMS, SECRET, SERVICE, SITES, released


def _gathered(dialogues: list[Released], now: str = "2026-Q1", known: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    return gathered(SECRET, known, dialogues, SERVICE, now, ITEMS)


def _where(blocks: tuple[Block, ...]) -> list[tuple[str, list[str]]]:
    return [(block.place, sorted(block.dialogues)) for block in blocks]


def test_nothing_before_the_third_dialogue_of_a_site() -> None:
    dialogues = [released(f"d{number}") for number in range(3)]
    assert _gathered(dialogues[:2]) == ()
    assert _where(_gathered(dialogues)) == [("north-1", ["d0", "d1", "d2"])]


def test_dialogues_of_several_sites_do_not_count_together_at_once() -> None:
    assert _gathered([released(f"d{number}", place=site) for number, site in enumerate(SITES)]) == ()


def test_what_waited_for_a_year_counts_in_its_region_and_after_two_in_the_whole() -> None:
    dialogues = [
        released("a", place="north-1"), released("b", place="north-2"), released("c", place="north-1"),
        released("d", place="south-1"),
    ]  # fmt: skip
    assert _gathered(dialogues, "2026-Q4") == ()
    year = _gathered(dialogues, "2027-Q1")
    assert _where(year) == [("north", ["a", "b", "c"])]
    late = [*dialogues, released("e", place="south-2"), released("f", place="south-1")]
    assert _where(_gathered(late, "2028-Q1", year)) == [*_where(year), ("all", ["d", "e", "f"])]


def test_what_is_there_stays_and_only_what_is_new_is_added() -> None:
    random, dialogues = Random(3), list[Released]()
    known: tuple[Block, ...] = ()
    for number in range(60):
        dialogues.append(released(f"d{number:02}", random.randint(3, 12), random.choice(SITES), random=random))
        made = _gathered(dialogues, "2026-Q1", known)
        assert made[: len(known)] == known
        known = made
    assert len(known) > 10
    assert _gathered(dialogues, "2026-Q1", known) == known
    inside = [dialogue for block in known for dialogue in block.dialogues]
    assert len(inside) == len(set(inside))


def test_one_large_dialogue_waits_until_the_others_weigh_enough() -> None:
    dialogues = [released("hall", 40), released("a"), released("b"), released("c"), released("d")]
    assert _gathered(dialogues[:4]) == ()
    assert _where(_gathered(dialogues)) == [("north-1", ["a", "b", "c", "d", "hall"])]
