"""The lines of a file, and which of them are not where they should be.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# Of a line that cannot be what it is said to be, and of one about an event that is itself altered: no number.
UNREADABLE, NOT_JUDGED = -1, -2

WHY_MISPLACED = {
    "added_line": "this line does not belong here.",
    "altered_line": "this line was changed after it was written.",
    "cut_tail": "the file ends before this line.",
    "missing_line": "this line is missing.",
    "swapped_line": "this line is not in its place.",
}


def rows_of(content: bytes, expected: int) -> tuple[list[bytes], bool]:
    """The lines of a file without their ends, and whether the last one has an end, as it must.

    All that comes after one line more than `expected` is one last line without an end: however many there are.
    """
    rows = content.split(b"\n", expected + 1)
    return (rows[:-1], True) if rows[-1] == b"" else (rows, False)


def misplaced(found: Sequence[int], total: int) -> Iterator[tuple[int, str, int]]:
    """What is wrong with lines that should be numbered from 1 to `total`: (line of the file, code, number).

    An unreadable line stands for the one that should be there, where that is nowhere else; its number is 0 otherwise.
    """
    there = set(found)
    expected = 1
    for place, number in enumerate(found, 1):
        if number == NOT_JUDGED:
            continue
        if number == UNREADABLE:
            stands_for = expected <= total and expected not in there
            yield (place, "altered_line", expected) if stands_for else (place, "added_line", 0)
            expected += stands_for
            continue
        for gone in range(expected, number):
            if gone not in there:
                yield place, "missing_line", gone
        if number < expected or any(late in there for late in range(expected, number)):
            yield place, "swapped_line", number
        expected = max(expected, number + 1)
    for number in range(expected, total + 1):
        if number not in there:
            yield len(found) + number - expected + 1, "cut_tail", number
