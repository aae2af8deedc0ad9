"""Threads of "rests on", from the end of what is below to the dot before what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sessions.poster.rows import Wall
from sessions.poster.shapes import Box, Thread


def threads(boxes: Sequence[Box], wall: Wall, em: float) -> Iterator[Thread]:
    """Threads between neighbours; what lies further apart is told by its number, as no line runs through words."""
    found = {box.row.id: box for box in boxes if box.row.id}
    drawn = [(found[below], found[above]) for below, above in wall.links if below in found and above in found]
    lane = 0
    for start, end in sorted(drawn, key=lambda pair: pair[0].row.id == wall.heated):
        heated = start.row.id == wall.heated
        x, y = end.x + 0.35 * em, end.y + 0.55 * em
        if end.column == start.column + 1:
            begin, level = start.x + start.width + 3, start.y + start.height / 2
            bend = (x - begin) / 2
            yield Thread(_curve(begin, level, begin + bend, x - bend, x, y), x, y, heated)
        elif end.column == start.column:
            lane = (lane + 1) % 3
            begin, level = start.x + 0.35 * em, start.y + 0.55 * em
            bow = min(2.2 * em, 0.7 * em + abs(y - level) * 0.14) + lane * 0.3 * em
            yield Thread(_curve(begin, level, begin - bow, x - bow, x, y), x, y, heated)


def _curve(x: float, y: float, bent: float, bent_back: float, to_x: float, to_y: float) -> str:
    return f"M{x:.1f} {y:.1f}C{bent:.1f} {y:.1f} {bent_back:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
