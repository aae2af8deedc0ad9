"""The tables as XLSX. Every cell is a text: nothing is taken for a formula, a number or an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sessions.exports.plain_zip import repacked
from sessions.exports.tables import Sheet

# Columns, in letters.
WIDTHS = {
    "entries": (14, 18, 18, 70, 24, 18, 26, 16, 40, 40),
    "doubts": (14, 26, 70, 10, 50, 16),
    "evaluation": (52, 24, 24, 24),
    "about": (24, 90),
}
_LINE = 15.0  # points


def as_xlsx(sheets: Sequence[Sheet], title: str, month: str) -> bytes:
    """A workbook with a sheet for each table, the head of each in view and with filters."""
    written = BytesIO()
    plain = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = xlsxwriter.Workbook(written, {"in_memory": True, **plain})
    year, of_year = map(int, month.split("-"))
    day = datetime(year, of_year, 1)  # noqa: DTZ001  a day without an hour or a place
    book.set_properties({"title": title, "author": "", "company": "", "created": day})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "num_format": "@", "text_wrap": True})
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for sheet in sheets:
        _page(book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", sheet.name)[:31]), sheet, head, cell)
    book.close()
    return repacked(written.getvalue())


def _page(page: Worksheet, sheet: Sheet, head: Format, cell: Format) -> None:
    widths = WIDTHS[sheet.key]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for row, texts in enumerate((sheet.columns, *sheet.rows)):
        page.set_row(row, _LINE * max(map(_lines, texts, widths)))
        for column, text in enumerate(texts):
            page.write_string(row, column, text, cell if row else head)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, so that a program which doesn't look for itself shows all of it."""
    return min(25, sum(1 + len(line) // width for line in text.split("\n")))
