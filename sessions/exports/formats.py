"""The formats: what each file is called, what it is, and who writes it. Writers are imported where they are used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dialogue.transcript import as_markdown
from dialogue.transcript.narrowing import Narrowed

Words = Mapping[str, str]
Write = Callable[[Narrowed, Words, Path], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `needs_pdf`: WeasyPrint writes it, which may be missing."""

    key: str
    suffix: str
    mimetype: str
    write: Write
    needs_pdf: bool = False


def _docx(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.document import document
    from sessions.exports.docx_file import as_docx

    return as_docx(document(narrow, words))


def _odt(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.document import document
    from sessions.exports.odt_file import as_odt

    return as_odt(document(narrow, words))


def _pdf(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.document import document
    from sessions.exports.pdf_file import as_pdf

    return as_pdf(document(narrow, words), static)


def _markdown(narrow: Narrowed, words: Words, static: Path) -> bytes:
    return as_markdown(narrow.transcript, words, narrow.leaves_out).encode()


def _json(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.data_file import as_json

    return as_json(narrow)


def _csv(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.csv_files import as_csv
    from sessions.exports.tables import tables

    return as_csv(tables(narrow, words))


def _xlsx(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.tables import tables
    from sessions.exports.xlsx_file import as_xlsx

    return as_xlsx(tables(narrow, words), narrow.transcript["title"], narrow.transcript["day"][:7])


def _poster_pdf(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.pdf_file import poster_as_pdf
    from sessions.exports.poster_file import drawings

    return poster_as_pdf(drawings(narrow, words), narrow.transcript["title"], static)


def _poster_svg(narrow: Narrowed, words: Words, static: Path) -> bytes:
    from sessions.exports.poster_file import as_svg

    return as_svg(narrow, words, static)


_OFFICE = "application/vnd.openxmlformats-officedocument"
ALL: Final = (
    Format("docx", "docx", f"{_OFFICE}.wordprocessingml.document", _docx),
    Format("odt", "odt", "application/vnd.oasis.opendocument.text", _odt),
    Format("pdf", "pdf", "application/pdf", _pdf, needs_pdf=True),
    Format("poster_pdf", "pdf", "application/pdf", _poster_pdf, needs_pdf=True),
    Format("poster_svg", "svg", "image/svg+xml", _poster_svg),
    Format("xlsx", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", _xlsx),
    Format("csv", "zip", "application/zip", _csv),
    Format("markdown", "md", "text/markdown; charset=utf-8", _markdown),
    Format("json", "json", "application/json", _json),
)
FORMATS: Final[Mapping[str, Format]] = {known.key: known for known in ALL}
