"""The tables as CSV: one file each, in an archive, since one file holds one table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from sessions.exports.plain_zip import packed
from sessions.exports.tables import Sheet

_MARK = "\ufeff"  # without it Excel takes other alphabets apart


def as_csv(sheets: Sequence[Sheet]) -> bytes:
    """A zip with entries.csv, doubts.csv, evaluation.csv and about.csv, which says what is left out."""
    return packed({f"{sheet.key}.csv": _one(sheet) for sheet in sheets})


def _one(sheet: Sheet) -> bytes:
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows)
    return (_MARK + written.getvalue()).encode()
