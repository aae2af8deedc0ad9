"""The document as DOCX."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sessions.exports.document import Block, Document, Grid, Heading, Line, Points, Said
from sessions.exports.plain_zip import repacked

INK, MUTED, PRIMARY = RGBColor(0x16, 0x20, 0x2B), RGBColor(0x4A, 0x56, 0x64), RGBColor(0x0B, 0x5A, 0x8A)
SERIF, SANS = "Georgia", "Calibri"


def as_docx(made: Document) -> bytes:
    """An A4 file with headings that a reader can walk by; what people said is in serif letters."""
    file = docx.Document()
    _tells_nothing(file, made)
    _page(file)
    _styles(file, made.language)
    writing = _Writing(file)
    writing.paragraph("Title", made.question)
    facts = (*((made.title,) if made.title != made.question else ()), *made.facts)
    writing.paragraph("Facts", " · ".join(facts))
    for block in made.blocks:
        writing.write(block)
    written = BytesIO()
    file.save(written)
    return repacked(written.getvalue())


def _tells_nothing(file: Docx, made: Document) -> None:
    told = file.core_properties
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.title, told.language, told.revision = made.title, made.language, 1
    year, month = map(int, made.month.split("-"))
    told.created = told.modified = datetime(year, month, 1)  # noqa: DTZ001  a day without an hour or a place


def _page(file: Docx) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)


def _styles(file: Docx, language: str) -> None:
    _looks(_style(file, "Normal"), SANS, 10.5, INK, after=4)
    _looks(_style(file, "Title"), SERIF, 22, INK, after=4)
    _looks(_style(file, "Heading 1"), SANS, 14, PRIMARY, before=18, after=4, bold=True)
    _looks(_added(file, "Facts"), SANS, 10, MUTED, after=10)
    _looks(_added(file, "Said"), SERIF, 11, INK, before=4, after=2)
    _looks(_added(file, "Beside"), SERIF, 10.5, INK, before=2, after=2, left=8)
    _looks(_added(file, "Note"), SANS, 9, MUTED, after=1, left=4)
    _looks(_added(file, "Note beside"), SANS, 9, MUTED, after=1, left=12)
    label = file.styles.add_style("Label", WD_STYLE_TYPE.CHARACTER).font
    label.name, label.size, label.bold, label.color.rgb = SANS, Pt(9.5), True, PRIMARY
    file.styles.add_style("Words", WD_STYLE_TYPE.CHARACTER).font.name = SERIF
    for rule in _style(file, "Title").element.xpath(".//w:pBdr"):
        rule.getparent().remove(rule)
    _style(file, "Heading 1").paragraph_format.keep_with_next = True
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    _style(file, "Normal").element.get_or_add_rPr().append(spoken)


def _style(file: Docx, name: str) -> ParagraphStyle:
    style = file.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style


def _added(file: Docx, name: str) -> ParagraphStyle:
    file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = _style(file, "Normal")
    return _style(file, name)


def _looks(
    style: ParagraphStyle,
    font: str,
    size: float,
    colour: RGBColor,
    *,
    before: float = 0,
    after: float = 0,
    left: float = 0,
    bold: bool = False,
) -> None:
    """Points, and millimetres from the left."""
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = font, Pt(size), bold, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if "heme" in name]:  # a theme's font would go before it
        del fonts.attrib[name]
    for letters in ("w:cs", "w:eastAsia", "w:hAnsi"):
        fonts.set(qn(letters), font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.left_indent = Mm(left)


class _Writing:
    """A file that is written block by block. Styles are set by their ids: python-docx looks a name up among all of
    them each time, which takes longer than all else for a long dialogue."""

    def __init__(self, file: Docx) -> None:
        self.file = file
        self.ids = {style.name: style.style_id for style in file.styles}

    def write(self, block: Block) -> None:
        """One more block."""
        match block:
            case Heading(text, level):
                self.paragraph(f"Heading {level}", text)
            case Said():
                self._said(block)
            case Line(text, strong):
                self.paragraph("Normal").add_run(text).bold = strong
            case Grid(rows):
                self._table(rows)
            case Points(texts):
                for text in texts:
                    self.paragraph("List Bullet", text)

    def paragraph(self, style: str, text: str = "") -> Paragraph:
        """One more paragraph."""
        made = self.file.add_paragraph(text)
        made._p.style = self.ids[style]
        return made

    def _run(self, paragraph: Paragraph, text: str, style: str | None = None) -> Run:
        run = paragraph.add_run(text)
        if style:
            run._r.style = self.ids[style]
        return run

    def _said(self, block: Said) -> None:
        paragraph = self.paragraph("Beside" if block.beside else "Said")
        if block.label:
            self._run(paragraph, f"{block.label}  ", "Label")
        if block.said:
            self._run(paragraph, block.said).bold = block.heated or None
        for note in block.notes:
            below = self.paragraph("Note beside" if block.beside else "Note")
            self._run(below, f"{note.label}: " if note.label and note.said else note.label)
            if note.said:
                self._run(below, note.said, "Words")

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        table = self.file.add_table(len(rows), len(rows[0]), "Table Grid")
        table.autofit = False
        for place, (cells, texts) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.paragraphs[0].add_run(text).bold = place == 0 or None
        for cells in table.rows:
            for cell, width in zip(cells.cells, (70, *(90 / (len(cells.cells) - 1),) * len(cells.cells)), strict=False):
                cell.width = Mm(width)
        self.paragraph("Normal")
