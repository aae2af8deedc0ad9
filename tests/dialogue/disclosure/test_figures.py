"""Figures: sums of blocks, rounded; the same shape whatever is withheld; and worth having."""

from __future__ import annotations

from random import Random

import pytest

from dialogue.disclosure.blocks import Block
from dialogue.disclosure.figures import Figure, Figures, band, figures, within
from dialogue.disclosure.gathering import gathered
from dialogue.methods.evaluation import Third
from tests.dialogue.disclosure.given import ITEMS, SECRET, SERVICE, counts, released

TOO_FEW = dict.fromkeys(Third, Figure())


def _block(key: str, place: str, *told: int, quarter: str = "2026-Q1") -> Block:
    each = dict(zip(Third, told, strict=True))
    return Block(key, place, quarter, frozenset({key}), 24, {item: each for item in ITEMS})


def _shares(told: Figures) -> list[int | None]:
    return [told[ITEMS[0]][third].share for third in Third]


def test_a_place_has_what_lies_in_it_and_nothing_else() -> None:
    blocks = [_block("a", "north-1", 10, 5, 5), _block("b", "north", 0, 10, 10), _block("c", "south-1", 20, 0, 0)]
    assert _shares(figures(blocks, SERVICE, "north-1", ITEMS)) == [50, 25, 25]
    assert _shares(figures(blocks, SERVICE, "north", ITEMS)) == [25, 40, 40]
    assert figures(blocks, SERVICE, "north-2", ITEMS) == dict.fromkeys(ITEMS, TOO_FEW)
    assert [block.key for block in within(blocks, SERVICE, "all")] == ["a", "b", "c"]


def test_a_quarter_has_the_blocks_that_ended_in_it() -> None:
    blocks = [_block("a", "north-1", 20, 0, 0), _block("b", "north-1", 0, 0, 20, quarter="2026-Q2")]
    assert _shares(figures(blocks, SERVICE, "all", ITEMS, "2026-Q2")) == [0, 0, 100]
    assert figures(blocks, SERVICE, "all", ITEMS, "2027-Q1") == dict.fromkeys(ITEMS, TOO_FEW)


@pytest.mark.parametrize("told", [(2, 1, 1), (0, 0, 0), (-3, -1, 4), (4, -9, 0)])
def test_too_little_is_told_as_nothing_is(told: tuple[int, int, int]) -> None:
    assert figures([_block("a", "all", *told)], SERVICE, "all", ITEMS) == figures([], SERVICE, "all", ITEMS)


def test_all_and_none_are_never_certain() -> None:
    told = figures([_block("a", "all", 30, -4, 0)], SERVICE, "all", ITEMS)[ITEMS[0]]
    low, high = told[Third.LOW], told[Third.HIGH]
    assert (low.share, high.share) == (100, 0)
    assert low.low is not None
    assert low.low < 100
    assert high.high is not None
    assert high.high > 0


def test_nine_in_ten_intervals_hold_what_they_are_for() -> None:
    random, held, tried = Random(11), 0, 0
    for trial in range(300):
        wanted = random.choice([0.1, 0.3, 0.5, 0.8])
        dialogues = []
        for number in range(6):
            answers = [tuple(Third.HIGH if random.random() < wanted else Third.LOW for _ in ITEMS) for _ in range(8)]
            dialogues.append(type(released("x"))(f"{trial}-{number}", "north-1", "2026-Q1", 8, counts(answers)))
        told = figures(gathered(SECRET, (), dialogues, SERVICE, "2026-Q1", ITEMS), SERVICE, "all", ITEMS)
        for item in ITEMS:
            figure, tried = told[item][Third.HIGH], tried + 1
            assert figure.low is not None
            assert figure.high is not None
            held += figure.low <= 100 * wanted <= figure.high
    assert held / tried > 0.88


def test_twelve_dialogues_of_eight_people_are_worth_their_while() -> None:
    """Rule A13: of the cells that a manager of one site is shown (each item, all together and by quarter), four in five
    say something."""
    for seed in range(50):
        random = Random(seed)
        dialogues = [released(f"{seed}-{n}", 8, "north-1", f"2026-Q{n // 3 + 1}", random) for n in range(12)]
        blocks = gathered(SECRET, (), dialogues, SERVICE, "2026-Q4", ITEMS)
        tables = [
            figures(blocks, SERVICE, "north-1", ITEMS, quarter)
            for quarter in ("", *(f"2026-Q{n}" for n in range(1, 5)))
        ]
        cells = [figure for table in tables for shares in table.values() for figure in shares.values()]
        assert sum(figure.share is not None for figure in cells) >= 0.8 * len(cells)
        for item in ITEMS:
            rated = sum(sum(one.answers[item].values()) for one in dialogues)
            for third in Third:
                true = 100 * sum(one.answers[item].get(third, 0) for one in dialogues) / rated
                share = tables[0][item][third].share
                assert share is not None
                assert abs(share - true) <= 25, "now and then noise is large"


def test_what_is_told_of_twelve_dialogues_is_mostly_within_six_percent_of_what_people_said() -> None:
    errors = []
    for seed in range(200):
        dialogues = [released(f"m{seed}-{n}", 8, random=Random(f"{seed} {n}")) for n in range(12)]
        table = figures(gathered(SECRET, (), dialogues, SERVICE, "2026-Q1", ITEMS), SERVICE, "north-1", ITEMS)
        for item in ITEMS:
            rated = sum(sum(one.answers[item].values()) for one in dialogues)
            true = 100 * sum(one.answers[item].get(Third.HIGH, 0) for one in dialogues) / rated
            errors.append(abs((table[item][Third.HIGH].share or 0) - true))
    assert sum(errors) / len(errors) < 6


@pytest.mark.parametrize(
    ("people", "told"), [(0, None), (9, None), (10, (10, 19)), (96, (50, 99)), (4321, (1000, None))]
)
def test_how_many_people_were_reached_is_told_in_bands(people: int, told: tuple[int, int | None] | None) -> None:
    assert band(people) == told
