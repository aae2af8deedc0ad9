"""Noise: the same for the same people, another for others, as likely as is published."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from dialogue.disclosure.noise import BOUND, STEP, VARIANCE, _magnitude, likelihood, noise
from tests.dialogue.disclosure.given import SECRET

DRAWS = 20_000


def _drawn(number: int) -> int:
    return noise(SECRET, ("a", "b", str(number)), ("spoke_freely", "low"))


def test_the_same_people_give_the_same_noise_in_whatever_order_they_are_named() -> None:
    assert len({noise(SECRET, people, ("item", "low")) for people in (("a", "b", "c"), ("c", "a", "b"))}) == 1


def test_other_people_another_cell_and_another_key_give_other_noise() -> None:
    first = [noise(SECRET, (str(number),), ("item", "low")) for number in range(200)]
    others = [
        [noise(SECRET, (f"{number}x",), ("item", "low")) for number in range(200)],
        [noise(SECRET, (str(number),), ("item", "high")) for number in range(200)],
        [noise(b"another key", (str(number),), ("item", "low")) for number in range(200)],
    ]
    for other in others:
        same = sum(one == drawn for one, drawn in zip(first, other, strict=True))
        assert same < 80, "by chance about one in six is the same"


def test_it_is_as_likely_as_is_published() -> None:
    drawn = Counter(_drawn(number) for number in range(DRAWS))
    for value in range(-6, 7):
        expected = float(likelihood(value)) * DRAWS
        assert abs(drawn[value] - expected) < 5 * expected**0.5, value
    mean = sum(value * times for value, times in drawn.items()) / DRAWS
    spread = sum(value * value * times for value, times in drawn.items()) / DRAWS
    assert abs(mean) < 0.1
    assert abs(spread - float(VARIANCE)) < 0.4


def test_all_that_is_likely_adds_up_to_one_and_no_value_is_impossible() -> None:
    tail = 2 * STEP**200 / (1 + STEP)
    assert sum((likelihood(value) for value in range(-199, 200)), Fraction(0)) + tail == 1
    assert likelihood(1_000) > 0


def test_a_step_is_less_likely_by_the_root_of_the_bound() -> None:
    for value in range(-9, 10):
        for step in (-1, 1):
            assert 1 / BOUND <= (likelihood(value) / likelihood(value + step)) ** 2 <= BOUND


def test_the_draw_decides_exactly_where_the_probabilities_say() -> None:
    for magnitude in range(1, 60):
        edge = 2 * STEP**magnitude / (1 + STEP) * 2**255
        below = edge.numerator // edge.denominator
        assert _magnitude(below) >= magnitude
        assert _magnitude(below + 1) < magnitude
