"""Narrowed transcripts to write, and the words that must be found in what was written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dialogue.transcript.narrowing import USUAL, Narrowed, Part, narrowed
from sessions.rehearsal.sample import played

STATIC = Path(__file__).parents[3] / "static"
EVERYTHING = frozenset(Part)
SCENARIOS = ("trust", "speaking-up")
FORMULA = '=HYPERLINK("//evil","x")'
TAG = '<img src=x onerror="boom()">&amp;</w:t>'
HOSTILE = (FORMULA, "＝1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", TAG, "a\x00\x0b\x1b\ufffeb", "]]>", "\u202eevil")


def narrow(scenario: str = "trust", parts: frozenset[Part] = EVERYTHING) -> Narrowed:
    """A played scenario as it leaves the house."""
    return narrowed(played(scenario), parts)


def usual(scenario: str = "trust") -> Narrowed:
    """What leaves it unless somebody chooses otherwise."""
    return narrow(scenario, USUAL)


def hostile() -> Narrowed:
    """A transcript in which every text that a person wrote is one that means harm, in turn."""
    whole: dict[str, Any] = json.loads(json.dumps(played()))
    turns = 0
    for entry in entries(whole):
        for field in ("text", "account", "signature", "how"):
            if entry[field]:
                entry[field] = HOSTILE[turns % len(HOSTILE)]
                turns += 1
    whole["title"] = f"{FORMULA}{TAG}../../etc\x00"
    whole["question"] = TAG
    whole["evaluation"]["open_words"] = list(HOSTILE)
    return narrowed(whole, EVERYTHING)


def entries(transcript: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each entry."""
    for section in transcript["sections"]:
        yield from section["entries"]


def written_in(narrow: Narrowed) -> list[str]:
    """Every text of a person that must be in a file of this transcript, as one line."""
    told = narrow.transcript
    found = [told["question"], told["title"], told["why_question"], told["why_chosen"]]
    for entry in entries(told):
        found += [entry["text"], entry["how"], entry["signature"], entry["account"], *entry["versions"]]
    for talk in told["meta"]:
        found += [talk["what_we_change"], talk["called_by"], *talk["notes"]]
    found += told["evaluation"]["open_words"] if told["evaluation"] else []
    found += [told["outcome"]["dividing_question"]] if told["outcome"] else []
    return [flat(text) for text in found if text]


def flat(text: str) -> str:
    """On one line, with single blanks."""
    return " ".join(text.split())
