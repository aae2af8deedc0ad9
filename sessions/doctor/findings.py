"""What the doctor finds: a grade, a stable code, a sentence on what is so, and for what is wrong one on what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Grade(StrEnum):
    """How it stands. Only what is wrong makes the examination fail."""

    FINE = "fine"
    CARE = "care"
    WRONG = "wrong"


MARKS = {Grade.FINE: "✓", Grade.CARE: "!", Grade.WRONG: "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `advice` is empty only where nothing is to be done."""

    grade: Grade
    code: str
    sentence: str
    advice: str = ""


def fine(code: str, sentence: str) -> Finding:
    """It is as it should be."""
    return Finding(Grade.FINE, code, sentence)


def care(code: str, sentence: str, advice: str) -> Finding:
    """It works, and somebody should know."""
    return Finding(Grade.CARE, code, sentence, advice)


def wrong(code: str, sentence: str, advice: str) -> Finding:
    """It doesn't work like this."""
    return Finding(Grade.WRONG, code, sentence, advice)


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether nothing is wrong."""
    return all(found.grade is not Grade.WRONG for found in findings)


def as_lines(findings: Sequence[Finding]) -> list[str]:
    """For people: a line each, what to do below it, and a line that sums up.

    Words go first; the code stands at the end, where there is something to look up.
    """
    lines = []
    for found in findings:
        lines.append(f"{MARKS[found.grade]} {found.sentence}{'' if found.grade is Grade.FINE else f' ({found.code})'}")
        if found.advice:
            lines.append(f"  → {found.advice}")
    return [*lines, "", _summed_up(findings)]


def as_data(findings: Iterable[Finding]) -> dict[str, Any]:
    """For programs: {well, findings: [{grade, code, sentence, advice}]}."""
    known = list(findings)
    told = [
        {"grade": found.grade.value, "code": found.code, "sentence": found.sentence, "advice": found.advice}
        for found in known
    ]
    return {"well": is_well(known), "findings": told}


def _summed_up(findings: Sequence[Finding]) -> str:
    counts = {grade: sum(found.grade is grade for found in findings) for grade in Grade}
    if counts[Grade.WRONG]:
        return f"Wrong: {counts[Grade.WRONG]}. What to do stands behind each →."
    if counts[Grade.CARE]:
        return f"Nothing is wrong. To be looked at: {counts[Grade.CARE]}."
    return "All is well."
