"""The wall laid out on A3: which size of letters fills the sheet, and where each thing goes.

Pure: a wall goes in, places come out. The ladder may be broken over two columns where it is long and nothing stands
beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sessions.poster.heights import BOLD, LEADING, after, height, named
from sessions.poster.measure import lines
from sessions.poster.rows import Look, Row, Wall
from sessions.poster.shapes import FOOT, HEIGHT, WIDTH, Box, Page, Poster
from sessions.poster.threads import threads

# In points. The smallest text is 0.86 of it: never below 9, which is where reading ends.
SIZES = (26.0, 24.0, 22.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5)
PIXELS = 4 / 3


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the columns, as shares of what threads leave; and which of them each part of the wall fills."""

    shares: tuple[float, ...]
    fills: tuple[tuple[int, ...], ...]

    def places(self, em: float) -> list[tuple[float, float]]:
        """Where each column begins, and how wide it is."""
        gutter = max(70.0, 4.2 * em)
        room, x, found = WIDTH - gutter * (len(self.shares) - 1), 0.0, []
        for share in self.shares:
            found.append((x, share * room))
            x += share * room + gutter
        return found


_EACH_ITS_OWN = ((0,), (1,), (2,))
# By the number of parts that the wall has, the first preferred.
_ARRANGED = {
    1: (_Columns((1.0,), ((0,),)),),
    2: (
        _Columns((0.46, 0.54), ((0,), (1,))),
        _Columns((0.36, 0.64), ((0,), (1,))),
        _Columns((0.3, 0.35, 0.35), ((0,), (1, 2))),
    ),
    3: (
        _Columns((0.36, 0.34, 0.3), _EACH_ITS_OWN),
        _Columns((0.28, 0.4, 0.32), _EACH_ITS_OWN),
        _Columns((0.28, 0.34, 0.38), _EACH_ITS_OWN),
    ),
}


def poster(wall: Wall, rtl: bool = False) -> Poster:
    """The wall in the largest letters that need no more sheets than the smallest ones do."""
    arranged = _ARRANGED[len(wall.columns)]
    fewest = min(len(_laid(wall, SIZES[-1], columns).pages) for columns in arranged)
    laid = (_laid(wall, size, columns) for size in SIZES for columns in arranged)
    found = next(made for made in laid if len(made.pages) <= fewest)
    return replace(found, pages=tuple(map(_mirrored, found.pages))) if rtl else found


def _laid(wall: Wall, points: float, columns: _Columns) -> Poster:
    em = points * PIXELS
    asks = Row(Look.HEADING, wall.question)
    question = Box(asks, 0, 0, WIDTH, 1.5 * em * 1.2 * lines(wall.question, WIDTH / (1.5 * em * BOLD)), -1)
    top, answer = question.height + 0.5 * em, None
    if wall.answer:
        said = 1.3 * em * LEADING * lines(wall.answer.text, WIDTH / (1.3 * em * BOLD))
        answer = Box(wall.answer, 0, top, WIDTH, named(wall.answer, WIDTH, em) + said, -1)
        top += answer.height + 0.7 * em
    sheets: list[list[Box]] = [[]]
    for rows, fills in zip(wall.columns, columns.fills, strict=True):
        for sheet, box in _flow(rows, fills, columns.places(em), em, top):
            sheets.extend([] for _ in range(sheet + 1 - len(sheets)))
            sheets[sheet].append(box)
    return Poster(points, question, answer, tuple(Page(tuple(one), tuple(threads(one, wall, em))) for one in sheets))


def _flow(
    rows: Sequence[Row], fills: Sequence[int], places: Sequence[tuple[float, float]], em: float, top: float
) -> Iterator[tuple[int, Box]]:
    """Each row with the sheet it comes to lie on. A heading never stands alone at the foot of a column."""
    column, y, foot = 0, top, HEIGHT - FOOT
    for place, row in enumerate(rows):
        sheet, nth = divmod(column, len(fills))
        x, width = places[fills[nth]]
        with_next = height(row, width, em)
        if row.look is Look.HEADING and place + 1 < len(rows):
            with_next += height(rows[place + 1], width, em)
        if y + with_next > foot and y > (0.0 if sheet else top):
            column += 1
            sheet, nth = divmod(column, len(fills))
            x, width = places[fills[nth]]
            y = 0.0 if sheet else top
        tall = height(row, width, em)
        yield sheet, Box(row, x, y, width, tall, fills[nth])
        y += tall + after(row, rows[place + 1 : place + 2], em)


def _mirrored(page: Page) -> Page:
    """The same for a language that runs from right to left: boxes change places, threads are drawn mirrored."""
    boxes = tuple(
        Box(box.row, WIDTH - box.x - box.width, box.y, box.width, box.height, box.column) for box in page.boxes
    )
    return Page(boxes, page.threads)
