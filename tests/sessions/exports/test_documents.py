"""DOCX and ODT, read back by other hands: complete, harmless, silent about who wrote them and when."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import docx
import odfdo
import pytest

from dialogue.transcript import ENGLISH
from dialogue.transcript.narrowing import Narrowed
from sessions.exports.document import document
from sessions.exports.docx_file import as_docx
from sessions.exports.odt_file import as_odt
from tests.sessions.exports.given import SCENARIOS, flat, hostile, narrow, usual, written_in


def docx_of(narrow: Narrowed) -> bytes:
    return as_docx(document(narrow, ENGLISH))


def odt_of(narrow: Narrowed) -> bytes:
    return as_odt(document(narrow, ENGLISH))


WRITERS = {"docx": docx_of, "odt": odt_of}
Write = Callable[[Narrowed], bytes]


@pytest.fixture(params=WRITERS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def write(kind: str) -> Write:
    return WRITERS[kind]


def read(kind: str, file: bytes) -> str:
    """The text, as another program than the one that wrote it reads it: paragraphs and cells, on one line."""
    if kind == "docx":
        opened = docx.Document(BytesIO(file))
        cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
        return flat(" ".join((*(paragraph.text for paragraph in opened.paragraphs), *cells)))
    body = ElementTree.fromstring(ZipFile(BytesIO(file)).read("content.xml"))  # noqa: S314  our own file
    return flat(" ".join(_spoken(body)))


def _spoken(element: ElementTree.Element) -> list[str]:
    """ODF writes blanks, tabs and breaks as elements."""
    made = [element.text or ""]
    for below in element:
        blank = below.tag.rsplit("}")[-1] in {"s", "tab", "line-break"}
        made += [" "] if blank else _spoken(below)
        made.append(below.tail or "")
    return ["".join(made)] if element.tag.endswith(("}p", "}h", "}span")) else made


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_everything_that_was_said_is_there(kind: str, write: Write, scenario: str) -> None:
    made = narrow(scenario)
    text = read(kind, write(made))
    assert len(written_in(made)) > 30
    assert [said for said in written_in(made) if said not in text] == []


def test_it_says_what_it_leaves_out_and_leaves_it_out(kind: str, write: Write) -> None:
    made = usual()
    text = read(kind, write(made))
    assert [key for key in made.leaves_out if ENGLISH[f"leaves_out.{key}"] not in text] == []
    assert "It was the end of the afternoon and I counted the tools." not in text
    assert "The missing file stays with me." not in text


def test_words_that_mean_harm_stay_words(kind: str, write: Write) -> None:
    file = write(hostile())
    text = read(kind, file)
    assert [said for said in written_in(hostile()) if said not in text] == []
    with ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and archive.getinfo(name).file_size:
                root = ElementTree.fromstring(archive.read(name))  # noqa: S314  our own file; it must be well formed
                assert [one.tag for one in root.iter() if "img" in one.tag] == []


def test_it_tells_no_author_no_path_and_no_time_but_the_month(kind: str, write: Write) -> None:
    with ZipFile(BytesIO(write(usual()))) as archive:
        infos = archive.infolist()
        told = archive.read("meta.xml" if kind == "odt" else "docProps/core.xml").decode()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in infos} == {0}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:.]+", told)) == {"2026-09-01T00:00:00"}
    names = re.findall(r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:user-defined)[^>]*>([^<]+)<", told)
    assert names == []


def test_the_same_transcript_gives_the_same_bytes(write: Write) -> None:
    assert write(usual()) == write(usual())


def test_readers_walk_by_headings(kind: str, write: Write) -> None:
    file = write(usual())
    if kind == "docx":
        opened = docx.Document(BytesIO(file))
        headings = [one.text for one in opened.paragraphs if str(one.style and one.style.name).startswith("Heading")]
    else:
        found = odfdo.Document(BytesIO(file)).body.headers
        headings = [str(one.inner_text) for one in found if one.get_attribute("text:outline-level") == "2"]
    assert headings[:2] == ["Outcome", "Question"]
    assert headings[-1] == "What this leaves out"


def test_opendocument_begins_with_its_type_stored_plain() -> None:
    first = ZipFile(BytesIO(odt_of(usual()))).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_outcome_comes_first_with_the_dissent_beside_the_answer(kind: str, write: Write, scenario: str) -> None:
    made = usual(scenario)
    text = read(kind, write(made))
    outcome = made.transcript["outcome"]
    said = {one["id"]: one["text"] for section in made.transcript["sections"] for one in section["entries"]}
    places = [
        text.index(flat(said[one])) for one in (outcome["answer"], *outcome["reservations"], *outcome["dissents"])
    ]
    assert places == sorted(places)
    assert max(places) < text.index(" Question ")
