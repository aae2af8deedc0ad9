"""The document as ODT."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from odfdo import Cell, Element, Header, List, ListItem, Paragraph, Row, Span, Style, Table
from odfdo import Document as Odt

from sessions.exports.document import Block, Document, Grid, Heading, Line, Note, Points, Said
from sessions.exports.plain_zip import repacked

INK, MUTED, PRIMARY = "#16202b", "#4a5664", "#0b5a8a"
SERIF, SANS = "Georgia", "Calibri"
# Name: what is said of the paragraph, and of the letters.
_PARAGRAPHS = {
    "Asked": ("margin-bottom:4pt", f"font-family:{SERIF};font-size:22pt;color:{INK}"),
    "Facts": ("margin-bottom:10pt", f"font-family:{SANS};font-size:10pt;color:{MUTED}"),
    "Part": (
        "margin-top:18pt;margin-bottom:4pt;keep-with-next:always",
        f"font-family:{SANS};font-size:14pt;font-weight:bold;color:{PRIMARY}",
    ),
    "Said": ("margin-top:4pt;margin-bottom:2pt", f"font-family:{SERIF};font-size:11pt;color:{INK}"),
    "Heated": (
        "margin-top:4pt;margin-bottom:2pt",
        f"font-family:{SERIF};font-size:11pt;font-weight:bold;color:{INK}",
    ),
    "Beside": (
        "margin-top:2pt;margin-bottom:2pt;margin-left:8mm",
        f"font-family:{SERIF};font-size:10.5pt;color:{INK}",
    ),
    "Note": ("margin-bottom:1pt;margin-left:4mm", f"font-family:{SANS};font-size:9pt;color:{MUTED}"),
    "NoteBeside": ("margin-bottom:1pt;margin-left:12mm", f"font-family:{SANS};font-size:9pt;color:{MUTED}"),
    "Plain": ("margin-bottom:2pt", f"font-family:{SANS};font-size:10.5pt;color:{INK}"),
    "Strong": ("margin-bottom:4pt", f"font-family:{SANS};font-size:10.5pt;font-weight:bold;color:{INK}"),
}
_LETTERS = {
    "Label": f"font-family:{SANS};font-size:9.5pt;font-weight:bold;color:{PRIMARY}",
    "Words": f"font-family:{SERIF}",
}


def as_odt(made: Document) -> bytes:
    """A file with headings that a reader can walk by; what people said is in serif letters."""
    file = Odt("text")
    _tells_nothing(file, made)
    for name, (paragraph, letters) in _PARAGRAPHS.items():
        file.insert_style(_style("paragraph", name, letters, made.language, paragraph), automatic=True)
    for name, letters in _LETTERS.items():
        file.insert_style(_style("text", name, letters, made.language), automatic=True)
    body = file.body
    body.clear()
    body.append(_heading(1, made.question, "Asked"))
    facts = (*((made.title,) if made.title != made.question else ()), *made.facts)
    body.append(Paragraph(" · ".join(facts), style="Facts"))
    for block in made.blocks:
        for element in _elements(block):
            body.append(element)
    written = BytesIO()
    file.save(written)
    return repacked(written.getvalue())


def _tells_nothing(file: Odt, made: Document) -> None:
    year, month = map(int, made.month.split("-"))
    day = datetime(year, month, 1)  # noqa: DTZ001  a day without an hour or a place
    file.meta.title, file.meta.language = made.title, made.language
    file.meta.set_creation_date(day)
    file.meta.set_modification_date(day)


def _style(family: str, name: str, letters: str, language: str, paragraph: str = "") -> Style:
    style = Style(family, name=name)
    if paragraph:
        style.append(_properties("paragraph", paragraph))
    told = _properties("text", letters)
    told.set_attribute("fo:language", language.split("-")[0])
    style.append(told)
    return style


def _properties(kind: str, said: str) -> Element:
    made = Element.from_tag(f"style:{kind}-properties")
    for one in said.split(";"):
        name, value = one.split(":")
        made.set_attribute(f"fo:{name}", value)
    return made


def _elements(block: Block) -> Sequence[Element]:
    match block:
        case Heading(text, level):
            return [_heading(level + 1, text, "Part")]
        case Said():
            return [_said(block), *(_note(note, block.beside) for note in block.notes)]
        case Line(text, strong):
            return [Paragraph(text, style="Strong" if strong else "Plain")]
        case Grid(rows):
            return [_table(rows)]
        case Points(texts):
            return [_list(texts)]


def _heading(level: int, text: str, style: str) -> Header:
    made = Header(level, text, suppress_numbering=True)
    made.set_attribute("text:style-name", style)  # what the constructor is given is not written
    return made


def _said(block: Said) -> Paragraph:
    made = Paragraph(style="Beside" if block.beside else "Heated" if block.heated else "Said")
    if block.label:
        made.append(Span(f"{block.label}  ", style="Label"))
    made.append_plain_text(block.said)
    return made


def _note(note: Note, beside: bool) -> Paragraph:
    label = f"{note.label}: " if note.label and note.said else note.label
    made = Paragraph(label, style="NoteBeside" if beside else "Note")
    if note.said:
        made.append(Span(note.said, style="Words"))
    return made


def _list(texts: Sequence[str]) -> List:
    made = List()
    for text in texts:
        item = ListItem()
        item.append(Paragraph(text, style="Plain"))
        made.append(item)
    return made


def _table(rows: Sequence[Sequence[str]]) -> Table:
    made = Table("Evaluation")
    for place, texts in enumerate(rows):
        row = Row()
        for text in texts:
            cell = Cell()
            cell.append(Paragraph(text, style="Plain" if place else "Strong"))
            row.append_cell(cell)
        made.append_row(row)
    return made
