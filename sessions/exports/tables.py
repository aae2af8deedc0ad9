"""A narrowed transcript as tables: entries, doubts, evaluation in classes, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialogue.transcript.markdown import names_of
from dialogue.transcript.narrowing import Narrowed

Words = Mapping[str, str]
THIRDS = ("low", "middle", "high")
# What a spreadsheet may take for the beginning of a formula, full-width too.
_BEGINS = frozenset("=+-@\t\r＝＋－＠")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its key, a name for people, the columns and the rows below. All cells are texts, and harmless."""

    key: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def defused(text: str) -> str:
    """The text so that no spreadsheet computes it, also not after it was saved as CSV and opened again."""
    first = text.lstrip(" \n\u00a0\u3000\ufeff\u200b")[:1]
    return f"'{text}" if text[:1] in _BEGINS or first in _BEGINS else text


def tables(narrow: Narrowed, words: Words) -> list[Sheet]:
    """All tables, in the order of reading."""
    told, names = narrow.transcript, names_of(narrow.transcript, words)
    about = (
        (words["title"], told["title"]),
        (words["question"], told["question"] or ""),
        (words["day"], told["day"]),
        (words["people"], str(told["group"]["people"])),
        *((words["leaves_out"], words[f"leaves_out.{key}"]) for key in narrow.leaves_out),
    )
    thirds = tuple(words[f"third.{third}"] for third in THIRDS)
    return [
        _sheet("entries", words["entries"], _labels(words, *ENTRY), _entries(told, names, words)),
        _sheet("doubts", words["doubts"], _labels(words, *DOUBT), _doubts(told, names, words)),
        _sheet("evaluation", words["evaluation"], (words["item"], *thirds), _evaluation(told["evaluation"], words)),
        _sheet("about", words["about"], (words["about"], ""), iter(about)),
    ]


ENTRY = ("step", "name", "kind", "text", "rests_on", "concerns", "result", "signed_by", "account", "earlier")
DOUBT = ("name", "concerns", "text", "state", "closing", "signed_by")


def _sheet(key: str, name: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Sheet:
    return Sheet(key, name, tuple(map(defused, columns)), tuple(tuple(map(defused, row)) for row in rows))


def _labels(words: Words, *keys: str) -> tuple[str, ...]:
    return tuple(words[key] for key in keys)


def _entries(told: Mapping[str, Any], names: Mapping[str, str], words: Words) -> Iterator[tuple[str, ...]]:
    for section in told["sections"]:
        for entry in section["entries"]:
            if entry["kind"] != "doubt":
                yield (
                    words[f"stage.{section['stage']}"],
                    names[entry["id"]],
                    words[f"kind.{entry['kind']}"],
                    (entry["text"] or "") if entry["standing"] == "up" else words["withdrawn"],
                    ", ".join(names[below] for below in entry["rests_on"]),
                    names.get(entry["about"] or "", ""),
                    _result(entry, names, words),
                    entry["signature"] or "",
                    entry["account"] or "",
                    "\n".join(entry["versions"]),
                )


def _result(entry: Mapping[str, Any], names: Mapping[str, str], words: Words) -> str:
    if not entry["result"]:
        return ""
    matter = f", {words['matter.' + entry['matter']]}" if entry["matter"] else ""
    on = f"{names[entry['experience']]}: " if entry["experience"] else ""
    return f"{on}{words['result.' + entry['result']]}{matter}"


def _doubts(told: Mapping[str, Any], names: Mapping[str, str], words: Words) -> Iterator[tuple[str, ...]]:
    for section in told["sections"]:
        for entry in section["entries"]:
            if entry["kind"] == "doubt":
                about = " → ".join(names[end] for end in (entry["about"], entry["link"]) if end in names)
                state = "" if entry["open"] is None else words["open"] if entry["open"] else words["closed"]
                said = (entry["text"] or "") if entry["standing"] == "up" else words["withdrawn"]
                yield names[entry["id"]], about, said, state, entry["how"] or "", entry["signature"] or ""


def _evaluation(evaluation: Mapping[str, Any] | None, words: Words) -> Iterator[tuple[str, ...]]:
    if evaluation is None:
        return
    for item, shares in evaluation["items"].items():
        yield words[f"item.{item}"], *(words[f"share.{shares[third]}"] for third in THIRDS)
    for said in evaluation["open_words"]:
        yield said, "", "", ""
