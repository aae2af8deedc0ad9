"""PDF by WeasyPrint: pages with our own fonts, nothing fetched, nothing told; and where it is missing, that is said."""

from __future__ import annotations

import re
import sys
import zlib

import pytest

from dialogue.transcript import ENGLISH
from sessions.exports.document import document
from sessions.exports.html_page import as_body
from sessions.exports.pdf_file import as_pdf, poster_as_pdf
from sessions.exports.poster_file import drawings
from sessions.exports.refusals import PdfUnavailable
from tests.sessions.exports.given import SCENARIOS, STATIC, flat, hostile, narrow, usual, written_in


def objects(file: bytes) -> bytes:
    """All of a PDF that can be read as text, what is packed in it unpacked."""
    found = [file]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", file, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_page_that_is_printed_holds_everything(scenario: str) -> None:
    made = narrow(scenario)
    plain = flat(re.sub(r"<[^>]*>", "", as_body(document(made, ENGLISH)).unescape()))
    assert [said for said in written_in(made) if said not in plain] == []


def test_words_that_mean_harm_stay_words() -> None:
    body = str(as_body(document(hostile(), ENGLISH)))
    assert set(re.findall(r"<(\w+)", body)) <= {"h1", "h2", "p", "div", "span", "strong", "ul", "li",
                                                "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
    assert "onerror=&#34;" in body


def test_pages_are_a4_in_our_fonts_and_tell_no_author_and_no_time() -> None:
    file = objects(as_pdf(document(usual(), ENGLISH), STATIC))
    assert file.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox \[0 0 595\.\d+ 841\.\d+\]", file)
    fonts = set(re.findall(rb"\+(Source-S\w+-\d)", file))
    assert fonts == {b"Source-Serif-4", b"Source-Sans-3"}
    assert [
        sign
        for sign in (b"/Author", b"/CreationDate", b"/ModDate", b"/JavaScript", b"/URI", str(STATIC).encode())
        if sign in file
    ] == []


def test_a_hostile_transcript_is_printed_all_the_same() -> None:
    assert as_pdf(document(hostile(), ENGLISH), STATIC).startswith(b"%PDF-")


def test_the_poster_is_a_landscape_a3_for_each_page() -> None:
    made = narrow()
    file = objects(poster_as_pdf(drawings(made, ENGLISH), "T", STATIC))
    assert len(re.findall(rb"/MediaBox \[0 0 1190\.\d+ 841\.\d+\]", file)) == len(drawings(made, ENGLISH)) == 1
    assert b"Source-Serif-4" in file


def test_where_it_is_missing_the_refusal_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable):
        as_pdf(document(usual(), ENGLISH), STATIC)
