"""What LibreOffice makes of the files: it opens them without a word, and their text is complete."""

from __future__ import annotations

import csv
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from deploy.office import needed
from dialogue.transcript import ENGLISH
from dialogue.transcript.narrowing import Narrowed
from sessions.exports.formats import FORMATS
from tests.sessions.exports.given import STATIC, entries, flat, hostile, narrow, written_in

# Filters: UTF-8 text; every sheet as CSV (44: comma, 34: quotation mark, 76: UTF-8, -1: all sheets).
TEXT, TABLES = (
    "txt:Text (encoded):UTF8",
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
)
MADE = {"trust": narrow("trust"), "speaking-up": narrow("speaking-up"), "hostile": hostile()}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file, and what LibreOffice wrote of it."""
    folder = tmp_path_factory.mktemp("office")
    for name, made in MADE.items():
        for key in ("docx", "odt", "xlsx"):
            (folder / f"{name}-{key}.{key}").write_bytes(FORMATS[key].write(made, ENGLISH, STATIC))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for suffixes, filter in (((".docx", ".odt"), TEXT), ((".xlsx",), TABLES)):
        files = [str(path) for path in sorted(folder.iterdir()) if path.suffix in suffixes]
        command = [needed(), profile, "--headless", "--convert-to", filter, "--outdir", str(folder / "out"), *files]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
        assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.mark.parametrize("key", ["docx", "odt"])
@pytest.mark.parametrize("name", MADE)
def test_a_document_is_opened_and_nothing_is_missing(converted: Path, name: str, key: str) -> None:
    made = MADE[name]
    text = flat((converted / f"{name}-{key}.txt").read_text("utf-8-sig"))
    assert [said for said in written_in(made) if said not in text] == []
    assert [key for key in made.leaves_out if ENGLISH[f"leaves_out.{key}"] not in text] == []


@pytest.mark.parametrize("name", MADE)
def test_a_workbook_is_opened_and_nothing_is_missing_or_computed(converted: Path, name: str) -> None:
    made = MADE[name]
    files = sorted(converted.glob(f"{name}-xlsx-*.csv"))
    assert len(files) == 4
    cells = [cell for file in files for row in csv.reader(StringIO(file.read_text("utf-8-sig"))) for cell in row]
    assert [said for said in spoken(made) if said not in flat(" ".join(cells))] == []
    assert [cell for cell in cells if re.match(r"#NAME|#REF|#VALUE|Err:", cell)] == []
    assert [cell for cell in cells if re.match(r"\s*[=+@-]", cell)] == []


def spoken(made: Narrowed) -> list[str]:
    return [flat(one["text"]) for one in entries(made.transcript) if one["text"]]
