"""docs/sealed-package.md names every file of a package and every code that verification has."""

from __future__ import annotations

import re
from fnmatch import fnmatch

from dialogue.archive.contents import ALWAYS, EXPLAINED, FILES
from dialogue.archive.package import BESIDE
from tests.house.project import ROOT

PAGE = (ROOT / "docs" / "sealed-package.md").read_text("utf-8")
NAMED = set(re.findall(r"`([^` ]+)`", PAGE))
CODE = re.compile(r'"([a-z]+(?:_[a-z]+)+)"')
CHECKING = [*(ROOT / "dialogue" / "archive").glob("*_found.py")]
CHECKING += [
    ROOT / "dialogue" / "archive" / f"{name}.py"
    for name in ("checking", "container", "manifest", "order", "telling", "verification")
]


def test_every_file_of_a_package_has_its_row() -> None:
    assert {name for name in FILES if not any(fnmatch(name, pattern) for pattern in NAMED)} == set()
    explained = (BESIDE / EXPLAINED).read_text("utf-8")
    assert [name for name in FILES if name.startswith("data/") and name not in explained] == []
    assert ALWAYS < FILES


def test_every_code_has_its_row() -> None:
    # Words missing or added inside the record itself; in a package words lie in a file of their own.
    inside = {"missing_words", "added_words", "st_reparse_tag"}
    codes = {code for path in CHECKING for code in CODE.findall(path.read_text("utf-8"))} - inside
    assert len(codes) > 15
    assert codes - NAMED == set()


def test_what_a_person_reads_in_the_package_fits_a_terminal() -> None:
    assert max(map(len, (BESIDE / EXPLAINED).read_text("ascii").splitlines())) <= 80
