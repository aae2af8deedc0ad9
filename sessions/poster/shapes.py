"""The wall on paper as shapes: which row lies where on which sheet, and the threads between them.

All measures are CSS pixels (96 to an inch) of the printable part of a landscape A3, from its corner at the top.
"""

from __future__ import annotations

from dataclasses import dataclass

from sessions.poster.rows import Row

WIDTH, HEIGHT = 1480.0, 1000.0
FOOT = 30.0


@dataclass(frozen=True, slots=True)
class Box:
    """A row in its place: from its corner at the top, where lines begin."""

    row: Row
    x: float
    y: float
    width: float
    height: float
    column: int


@dataclass(frozen=True, slots=True)
class Thread:
    """A thin line from what is below to what rests on it, as the data of an SVG path; its end is a dot at x, y."""

    d: str
    x: float
    y: float
    heated: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of A3."""

    boxes: tuple[Box, ...]
    threads: tuple[Thread, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """The wall on paper: the size of its letters in points, the question and the answer on top, and its sheets."""

    points: float
    question: Box
    answer: Box | None
    pages: tuple[Page, ...]
