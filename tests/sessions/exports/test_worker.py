"""The process that writes: all of a file or nothing, sealed, and silent about words where it fails."""

from __future__ import annotations

import base64
import json
import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dialogue.transcript import ENGLISH
from sessions.exports.formats import ALL, FORMATS
from sessions.exports.refusals import ExportRefusal, PdfUnavailable
from sessions.exports.sealed import opened
from tests.sessions.exports.given import STATIC, usual

KEY = bytes(range(32))
ROOT = Path(__file__).parents[3]


def order(format: str, **instead: object) -> dict[str, Any]:
    made = usual()
    return {
        "format": format,
        "parts": made.parts,
        "leaves_out": made.leaves_out,
        "transcript": made.transcript,
        "words": dict(ENGLISH),
        "static": str(STATIC),
        "key": base64.b64encode(KEY).decode(),
        **instead,
    }


def written(target: Path, given: Mapping[str, Any] | bytes, **environ: str) -> subprocess.CompletedProcess[bytes]:
    said = given if isinstance(given, bytes) else json.dumps(given).encode()
    command = [sys.executable, "-m", "sessions.exports.worker", str(target)]
    return subprocess.run(command, input=said, capture_output=True, cwd=ROOT, env=os.environ | environ, check=False)


@pytest.mark.parametrize("format", [known.key for known in ALL])
def test_every_format_is_written_whole_and_sealed(tmp_path: Path, format: str) -> None:
    target = tmp_path / "export"
    done = written(target, order(format))
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout) == 100
    sealed = target.read_bytes()
    content = opened(sealed, KEY)
    assert content == FORMATS[format].write(usual(), ENGLISH, STATIC) or format in {"pdf", "poster_pdf"}
    assert b"prisoner" not in sealed
    assert [path.name for path in tmp_path.iterdir()] == ["export"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"{",
        order("docx", key="short"),
        order("nothing"),
        order("docx", transcript={"title": "Canary"}),
        order("xlsx", words={}),
    ],
)
def test_an_export_that_fails_leaves_no_file_and_says_no_word_of_it(
    tmp_path: Path, given: Mapping[str, Any] | bytes
) -> None:
    done = written(tmp_path / "export", given)
    assert done.returncode == ExportRefusal.status
    assert list(tmp_path.iterdir()) == []
    assert b"an export failed" in done.stderr
    assert b"Canary" not in done.stderr
    assert b"prisoner" not in done.stderr


def test_where_nothing_can_be_written_nothing_half_is_left(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()  # its name is taken by what a file can't replace
    done = written(tmp_path / "export", order("markdown"))
    assert done.returncode == ExportRefusal.status
    assert not (tmp_path / "export").is_file()


def test_without_the_addition_pdf_has_a_status_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('no pango')", "utf-8")
    (tmp_path / "out").mkdir()
    done = written(tmp_path / "out" / "export", order("pdf"), PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (PdfUnavailable.status, b"")
    assert list((tmp_path / "out").iterdir()) == []
