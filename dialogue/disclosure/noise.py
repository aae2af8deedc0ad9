"""Noise that is the same wherever the same people are counted, so that nobody can average it away.

A count of people is told with a whole number added: 0 most often, each further step 7/12 as likely, on either side
without end. Whoever knows all of a group but one person, and sees the count, has his odds on that person's answer moved
by at most `BOUND`: one answer more or less moves two of the three counts by one each.

The probabilities are ratios of whole numbers, and drawing compares whole numbers: there is no rounding to look behind.
"""

from __future__ import annotations

import hmac
from fractions import Fraction
from typing import Final

STEP: Final = Fraction(7, 12)  # how much less likely each further step is
BOUND: Final = 1 / (STEP * STEP)  # 144/49: odds on one person's answer move by less than threefold
VARIANCE: Final = 2 * STEP / (1 - STEP) ** 2  # 6.72: a standard deviation of 2.6 people
TAG: Final = "dialogue/noise/1"
_BITS: Final = 255  # of the draw; the one bit more is the sign


def noise(key: bytes, contributors: tuple[str, ...], cell: tuple[str, ...]) -> int:
    """What is added to the count of one cell over these contributors (their keys, in any order). Keyed: whoever lacks
    the key knows no more of it than its distribution."""
    parts = (TAG, *cell, *sorted(contributors))
    told = "".join(f"{len(part)}:{part}" for part in parts)  # with its length before each, no two tell the same
    drawn = int.from_bytes(hmac.digest(key, told.encode(), "sha256"))
    magnitude = _magnitude(drawn >> 1)
    return -magnitude if drawn & 1 else magnitude


def likelihood(value: int) -> Fraction:
    """How likely this noise is."""
    return (1 - STEP) / (1 + STEP) * STEP ** abs(value)


def _magnitude(drawn: int) -> int:
    """The largest m with drawn / 2^255 < P(|noise| >= m) = 2 STEP^m / (1 + STEP), of a draw below 2^255."""
    up, down, found = STEP.numerator, STEP.denominator, 0
    while drawn * down ** (found + 1) * (up + down) < (2 * down * up ** (found + 1)) << _BITS:
        found += 1
    return found
