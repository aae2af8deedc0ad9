"""`python -m bench.redaction`: makes the published set anew, measures what is found of it, writes docs/redaction.md.

`--misses` prints what was missed or wrongly suggested in the development set, and writes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from bench.redaction import evaluation, page, sets

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "redaction.md"


def main(arguments: list[str]) -> int:
    """0, whatever the figures: that they are high enough is for the tests to say."""
    if arguments == ["--misses"]:
        _misses()
        return 0
    for language in sets.LANGUAGES:
        sets.store("published", language)
    told = page.page(measured())
    PAGE.write_text(told, "utf-8")
    print(told)
    return 0


def measured() -> dict[str, evaluation.Tally]:
    """The published set's figures, by language."""
    return {
        language: evaluation.tally(sets.stored("published", language), sets.parts("published", language), language)
        for language in sets.LANGUAGES
    }


def _misses() -> None:
    for language in sets.LANGUAGES:
        told = evaluation.tally(sets.made("development", language), sets.parts("development", language), language)
        for what in dict.fromkeys(told.missed):
            print(language, "missed", *what, sep=" | ")
        for what in dict.fromkeys(told.wrong):
            print(language, "wrong", *what, sep=" | ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
