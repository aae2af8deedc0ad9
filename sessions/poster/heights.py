"""How tall each row of the wall is, before a browser draws it.

static/css/paper.css draws each look with the measures that are counted with here; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence

from sessions.poster.measure import lines
from sessions.poster.rows import Look, Row

SMALL = 0.86  # the smallest text, beside what people said
LEADING = 1.25
BOLD = 1.07  # how much wider bold letters are


def after(row: Row, following: Sequence[Row], em: float) -> float:
    """The room between a row and the one that follows it, if any does."""
    if following and following[0].look is Look.HEADING:
        return 1.1 * em
    if row.look is Look.HEADING or (following and following[0].look is Look.DOUBT):
        return 0.15 * em
    return 0.12 * em if row.look is Look.SENTENCE else 0.5 * em


def height(row: Row, width: float, em: float) -> float:
    """How tall a row is in a column of this width."""
    match row.look:
        case Look.HEADING:
            return 0.4 * em + SMALL * em * LEADING * lines(f"{row.label}: {row.text}", width / (SMALL * em * BOLD))
        case Look.SENTENCE:
            room = width - em * (3.6 if row.inserted else 2.9)
            return 0.3 * em + em * LEADING * lines(row.text, room / em)
        case Look.DOUBT:
            said = " ".join((row.label, row.text, f"– {row.note}" if row.note else ""))
            return 0.92 * em * LEADING * lines(said, (width - 2.0 * em) / (0.92 * em))
        case Look.FINDING | Look.KEPT:
            room = width - 0.9 * em
            return named(row, room, em) + em * LEADING * lines(row.text, room / em)


def named(row: Row, room: float, em: float) -> float:
    """The line above the words: what it is called, and what it rests on."""
    return SMALL * em * LEADING * lines(f"{row.label} · {row.note}", room / (SMALL * em * BOLD))
