"""The wall as it is read on paper: columns of rows, and what rests on what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a row looks, and so how much room it takes."""

    HEADING = "heading"
    SENTENCE = "sentence"
    FINDING = "finding"
    DOUBT = "doubt"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on the wall. `label`: its number or name; `note`: what it rests on, or whose words it is, in words."""

    look: Look
    text: str
    label: str = ""
    note: str = ""
    id: str = ""
    heated: bool = False
    inserted: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Wall:
    """The question, the answer on top of all, the columns from the narrative onwards, and links from below to above."""

    question: str
    answer: Row | None
    columns: tuple[tuple[Row, ...], ...]
    links: tuple[tuple[str, str], ...]
    heated: str | None
