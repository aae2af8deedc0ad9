"""CSV and XLSX: three tables and what is left out; no cell that a program would compute."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pytest

from dialogue.transcript import ENGLISH
from dialogue.transcript.narrowing import Narrowed
from sessions.exports.csv_files import as_csv
from sessions.exports.tables import defused, tables
from sessions.exports.xlsx_file import as_xlsx
from tests.sessions.exports.given import HOSTILE, SCENARIOS, entries, flat, hostile, narrow, usual, written_in

Rows = dict[str, list[list[str]]]


def read_csv(made: Narrowed) -> Rows:
    """Each table by its name."""
    with ZipFile(BytesIO(as_csv(tables(made, ENGLISH)))) as archive:
        return {
            name.removesuffix(".csv"): list(csv.reader(StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
        }


def read_xlsx(made: Narrowed) -> Rows:
    """Each sheet by the key that its place gives it; every cell must be a text."""
    book = openpyxl.load_workbook(BytesIO(as_xlsx(tables(made, ENGLISH), "T", "2026-09")))
    keys = ("entries", "doubts", "evaluation", "about")
    found: Rows = {}
    for key, sheet in zip(keys, book.worksheets, strict=True):
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
        assert [
            cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value is not None
        ] == []
        found[key] = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    return found


READERS = {"csv": read_csv, "xlsx": read_xlsx}


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_entry_and_doubt_and_class_has_its_row(kind: str, scenario: str) -> None:
    made = narrow(scenario)
    rows = READERS[kind](made)
    doubts = [one for one in entries(made.transcript) if one["kind"] == "doubt"]
    others = [one for one in entries(made.transcript) if one["kind"] != "doubt"]
    assert len(rows["entries"]) == 1 + len(others)
    assert len(rows["doubts"]) == 1 + len(doubts)
    evaluation = made.transcript["evaluation"]
    assert len(rows["evaluation"]) == 1 + len(evaluation["items"]) + len(evaluation["open_words"])
    cells = flat(" ".join(cell for table in rows.values() for row in table for cell in row))
    spoken = [flat(one["text"]) for one in entries(made.transcript) if one["text"]]
    assert [said for said in spoken if said not in cells] == []


@pytest.mark.parametrize("kind", READERS)
def test_what_is_left_out_is_said_and_left_out(kind: str) -> None:
    made = usual()
    rows = READERS[kind](made)
    said = [row[1] for row in rows["about"] if row[0] == ENGLISH["leaves_out"]]
    assert said == [ENGLISH[f"leaves_out.{key}"] for key in made.leaves_out]
    assert "It was the end of the afternoon and I counted the tools." not in str(rows)


@pytest.mark.parametrize("kind", READERS)
def test_no_cell_begins_as_a_formula_does_and_no_word_is_lost(kind: str) -> None:
    made = hostile()
    rows = READERS[kind](made)
    cells = [cell for table in rows.values() for row in table for cell in row]
    assert [cell for cell in cells if re.match(r"[\s\u3000]*[=+\-@＝＋－＠]", cell)] == []
    every = flat(" ".join(cells))
    ladder = [said for said in written_in(made) if said not in every]
    assert ladder == [
        said
        for said in ladder
        if said in {made.transcript["why_question"], made.transcript["why_chosen"]} | talks(made)
    ]


def talks(made: Narrowed) -> set[str]:
    """Talks about how the group works are no entries."""
    return {flat(text) for talk in made.transcript["meta"] for text in (talk["what_we_change"], *talk["notes"]) if text}


@pytest.mark.parametrize("text", [one for one in HOSTILE if re.match(r"[\s\u3000]*[=+\-@＝＋－＠]", one)])
def test_a_beginning_of_a_formula_is_made_a_text(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "Trust – or not", "7", "“=”"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


def test_a_workbook_has_neither_formulas_nor_links_nor_names_nor_times() -> None:
    with ZipFile(BytesIO(as_xlsx(tables(hostile(), ENGLISH), hostile().transcript["title"], "2026-09"))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    sheets = "".join(text for name, text in parts.items() if "worksheets" in name)
    assert "<f>" not in sheets
    assert "hyperlink" not in sheets.lower()
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", parts["docProps/core.xml"]) == []
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", parts["docProps/core.xml"])) == {"2026-09-01T00:00:00"}
