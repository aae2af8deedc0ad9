"""The poster drawn: a landscape A3 for each page of the layout, as SVG that looks the same wherever it is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from dialogue.transcript.narrowing import Narrowed
from sessions.exports.fonts import faces_for
from sessions.exports.wall import Words, wall_of
from sessions.poster.heights import BOLD, LEADING, SMALL, named
from sessions.poster.layout import PIXELS, poster
from sessions.poster.measure import broken
from sessions.poster.rows import Look
from sessions.poster.shapes import HEIGHT, WIDTH, Box, Page, Poster, Thread

SHEET = (1587.4, 1122.5)  # A3 in CSS pixels
EDGE = ((SHEET[0] - WIDTH) / 2, (SHEET[1] - HEIGHT) / 2)
SERIF, SANS = "Source Serif 4, Georgia, serif", "Source Sans 3, Helvetica, sans-serif"
_FOOT = 10.5
_TEXT = Markup('<text x="{:.1f}" y="{:.1f}" font-family="{}" font-size="{:.1f}" font-weight="{}" fill="{}">{}</text>')
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="{:.1f}mm" viewBox="0 0 1587.4 {:.1f}" lang="{}">'
    "<title>{}</title>{}</svg>"
)


def drawings(narrow: Narrowed, words: Words) -> list[str]:
    """The pages, each a drawing of its own; fonts are whoever's who shows them."""
    return [str(_sheet(narrow, 1, page)) for page in _pages(narrow, words)]


def as_svg(narrow: Narrowed, words: Words, static: Path) -> bytes:
    """One drawing with its fonts inside; pages stand one below the other."""
    pages = _pages(narrow, words)
    below = Markup('<g transform="translate(0 {:.1f})">{}</g>')
    body = Markup("").join(below.format(place * SHEET[1], page) for place, page in enumerate(pages))
    inside = Markup("").join(Markup(face.embedded) for face in faces_for(body, static))  # noqa: S704  our own files
    drawn = _sheet(narrow, len(pages), Markup("<style>{}</style>").format(inside) + body)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}'.encode()


def _sheet(narrow: Narrowed, pages: int, body: Markup) -> Markup:
    told = narrow.transcript
    return _SVG.format(297 * pages, SHEET[1] * pages, told["language"], told["question"] or told["title"], body)


def _pages(narrow: Narrowed, words: Words) -> list[Markup]:
    made = poster(wall_of(narrow, words))
    left_out = f"{words['leaves_out']}: {'; '.join(words['leaves_out.' + key] for key in narrow.leaves_out)}"
    return [Markup("").join(_drawn(made, page, left_out, first=page is made.pages[0])) for page in made.pages]


def _drawn(made: Poster, page: Page, left_out: str, *, first: bool) -> Iterator[Markup]:
    em = made.points * PIXELS
    yield Markup('<rect width="{}" height="{}" fill="#ffffff"/>').format(*SHEET)
    yield Markup('<g transform="translate({:.1f} {:.1f})">').format(*EDGE)
    yield from map(_thread, page.threads)
    if first:
        asked = broken(made.question.row.text, WIDTH / (1.5 * em * BOLD))
        yield from _lines(asked, 0, 0, 1.5 * em, 1.2, weight=600)
        if made.answer:
            yield from _answer(made.answer, em)
    for box in page.boxes:
        yield from _box(box, em)
    yield from _lines(broken(left_out, WIDTH / _FOOT), 0, HEIGHT - 22, _FOOT, 1.2, font=SANS, fill="#4a5664")
    yield Markup("</g>")


def _answer(box: Box, em: float) -> Iterator[Markup]:
    yield from _name(box, 0, box.y, WIDTH, em)
    top = box.y + named(box.row, WIDTH, em)
    yield from _lines(broken(box.row.text, WIDTH / (1.3 * em * BOLD)), 0, top, 1.3 * em, LEADING, weight=600)


def _box(box: Box, em: float) -> Iterator[Markup]:
    """Where each look begins is what sessions/poster/heights.py counts with."""
    row, x, y = box.row, box.x, box.y
    match row.look:
        case Look.HEADING:
            said = f"{row.label}: {row.text}" if row.text else row.label
            small = SMALL * em
            yield from _lines(broken(said, box.width / (small * BOLD)), x, y + 0.2 * em, small, LEADING, weight=700)
        case Look.SENTENCE:
            left = (3.25 if row.inserted else 2.55) * em
            if row.heated:
                yield Markup(
                    '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="#fff2a8" stroke="#16202b"'
                    ' stroke-width="2"/>'
                ).format(x, y, box.width, box.height)
            number = x + (1.05 if row.inserted else 0.35) * em
            yield from _lines([row.label], number, y + 0.15 * em, em, LEADING, font=SANS, weight=600)
            room = (box.width - left - 0.35 * em) / em
            yield from _lines(broken(row.text, room), x + left, y + 0.15 * em, em, LEADING)
        case Look.DOUBT:
            size, left = 0.92 * em, 2.0 * em
            yield Markup(
                '<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" fill="none" stroke="#16202b" stroke-width="{:.1f}"/>'
            ).format(x + 1.35 * em, y + 0.58 * em, 0.3 * em, 0.11 * em)
            said = f"{row.text} – {row.note}" if row.note else row.text
            yield from _lines(broken(said, (box.width - left) / size), x + left, y, size, LEADING)
        case Look.FINDING | Look.KEPT:
            left = 0.9 * em
            yield from _name(box, x + left, y, box.width - left, em)
            top = y + named(row, box.width - left, em)
            yield from _lines(broken(row.text, (box.width - left) / em), x + left, top, em, LEADING)


def _name(box: Box, x: float, y: float, room: float, em: float) -> Iterator[Markup]:
    """What a finding is called, in bold, and after it what it rests on."""
    size = SMALL * em
    said = f"{box.row.label} · {box.row.note}" if box.row.note else box.row.label
    first, *more = broken(said, room / (size * BOLD))
    label, note = (box.row.label, first.removeprefix(box.row.label)) if first.startswith(box.row.label) else (first, "")
    parts = Markup('<tspan font-weight="700" fill="#0b5a8a">{}</tspan>{}').format(label, note)
    yield from _lines([parts], x, y, size, LEADING, font=SANS, fill="#4a5664")
    yield from _lines(more, x, y + size * LEADING, size, LEADING, font=SANS, fill="#4a5664")


def _lines(
    texts: Sequence[str],
    x: float,
    y: float,
    size: float,
    leading: float,
    *,
    font: str = SERIF,
    weight: int = 400,
    fill: str = "#16202b",
) -> Iterator[Markup]:
    """Lines from their top at y."""
    for place, text in enumerate(texts):
        if text:
            base = y + size * leading * (place + 0.5) + 0.34 * size
            yield _TEXT.format(x, base, font, size, weight, fill, text)


def _thread(one: Thread) -> Markup:
    ink, thick = ("#16202b", 2.0) if one.heated else ("#808080", 1.2)
    return Markup(
        '<path d="{}" fill="none" stroke="{}" stroke-width="{}"/><circle cx="{:.1f}" cy="{:.1f}" r="3.5" fill="{}"/>'
    ).format(one.d, ink, thick, one.x, one.y, ink)
