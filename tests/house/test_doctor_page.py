"""What the doctor may find: each code stands on its page with its grade, and is found in a test."""

from __future__ import annotations

import re

from tests.house.project import ROOT, texts

PAGE = (ROOT / "docs" / "doctor.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([✓!✗]) \| `([a-z_]+)` \|(.*)\|$", PAGE, re.MULTILINE)
GRADES = {"✓": "fine", "!": "care", "✗": "wrong"}


def test_every_code_is_documented_with_its_grade() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "sessions" / "doctor").glob("*.py"))
    given = {(code, grade) for grade, code in re.findall(r'\b(fine|care|wrong)\(\s*"([a-z_]+)"', sources)}
    documented = {(code, GRADES[mark]) for mark, code, _ in ROWS}
    assert given - documented == set()
    passed_on = {"setting_invalid", "master_key_missing", "master_key_wrong"}
    passed_on |= {code for code, _ in documented if code.startswith("certificate_")}
    assert {code for code, _ in documented - given} <= passed_on


def test_every_code_is_found_in_a_test() -> None:
    tests = "".join(text for path, text in texts("tests") if path.match("tests/sessions/doctor/test_*.py"))
    also = {code for *_, said in ROWS for code in re.findall(r"`([a-z]+_[a-z_]+)`", said)}
    documented = {code for _, code, _ in ROWS} | also
    assert {code for code in documented if f'"{code}"' not in tests} == set()
