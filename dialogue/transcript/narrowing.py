"""What of a transcript leaves the house: the chosen parts, and a list of what is left out.

Every export goes through it. Stories are left out unless they are chosen, since a copy escapes withdrawal; so are open
words, which were written to whoever led, earlier wordings, which were given up, and the day. Minutes are blurred.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from dialogue.vocabulary import Kind


class Part(StrEnum):
    """What whoever exports may choose."""

    QUESTION = "question"  # all wordings, and why this one; the wording that was worked on always goes along
    STORIES = "stories"  # experiences, accounts, the narrative, and what was asked, doubted or tested about them
    FINDINGS = "findings"  # the ladder: statements of every kind
    ANSWER = "answer"  # its versions, tests, reservations and dissents, and the outcome
    DOUBTS = "doubts"
    EARLIER = "earlier"  # wordings that were given up
    SIGNATURES = "signatures"  # pseudonyms, where someone signed
    META = "meta"
    EVALUATION = "evaluation"
    OPEN_WORDS = "open_words"
    COURSE = "course"
    DAY = "day"  # otherwise the month


USUAL: Final = frozenset(Part) - {Part.STORIES, Part.EARLIER, Part.OPEN_WORDS, Part.DAY}
# Of these no export holds anything: not in any transcript, or blurred on the way out.
NEVER: Final = ("taken_away", "unsigned", "ballots", "exact_times")
BLUR: Final = 5  # minutes

_STORIES = frozenset({"experience", "sentence", "choice_reason", "clarification"})
_ANSWER = frozenset({"answer", "test", "reservation", "dissent"})
_LADDER = frozenset(kind.value for kind in Kind)
# What XML 1.0 has no place for, and so neither have documents and sheets.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # and carriage returns


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A transcript of which only `parts` are left, in the same shape (docs/transcript.schema.json), but that `day` may
    be a month. `leaves_out`: keys of what is not in it, of NEVER and Part, in a fixed order."""

    parts: tuple[str, ...]
    leaves_out: tuple[str, ...]
    transcript: Mapping[str, Any]


def narrowed(transcript: Mapping[str, Any], chosen: frozenset[Part]) -> Narrowed:
    """The chosen parts of a whole transcript; and what no file could hold is taken out of its texts."""
    sections = [kept for section in transcript["sections"] if (kept := _section(section, chosen))["entries"]]
    there = {entry["id"] for section in sections for entry in section["entries"]}
    sections = [{**one, "entries": _without_loose_ends(one["entries"], there)} for one in sections]
    there = {entry["id"] for section in sections for entry in section["entries"]}
    left: dict[str, Any] = {
        **transcript,
        "why_question": transcript["why_question"] if Part.QUESTION in chosen else None,
        "day": transcript["day"] if Part.DAY in chosen else transcript["day"][:7],
        "course": [_blurred(one) for one in transcript["course"]] if Part.COURSE in chosen else [],
        "sections": [section for section in sections if section["entries"]],
        "why_chosen": transcript["why_chosen"] if Part.STORIES in chosen else None,
        "heated": transcript["heated"] if transcript["heated"] in there else None,
        "pointed": [one for one in transcript["pointed"] if one in there],
        "meta": [_talk(talk, chosen) for talk in transcript["meta"]] if Part.META in chosen else [],
        "outcome": _outcome(transcript["outcome"], there) if Part.ANSWER in chosen else None,
        "evaluation": _evaluation(transcript["evaluation"], chosen) if Part.EVALUATION in chosen else None,
    }
    parts = tuple(part.value for part in Part if part in chosen)
    return Narrowed(parts, (*NEVER, *(part.value for part in Part if part not in chosen)), _writable(left))


def _section(section: Mapping[str, Any], chosen: frozenset[Part]) -> dict[str, Any]:
    entries = [_entry(entry, chosen) for entry in section["entries"] if _part_of(entry["kind"]) in chosen]
    return {**section, "entries": entries}


def _part_of(kind: str) -> Part:
    if kind in _STORIES:
        return Part.STORIES
    if kind in _ANSWER:
        return Part.ANSWER
    if kind in _LADDER:
        return Part.FINDINGS
    return Part.DOUBTS if kind == "doubt" else Part.QUESTION


def _entry(entry: Mapping[str, Any], chosen: frozenset[Part]) -> dict[str, Any]:
    left = dict(entry)
    if Part.EARLIER not in chosen:
        left["versions"] = []
    if Part.SIGNATURES not in chosen:
        left["signature"] = None
    if entry["kind"] == "test" and Part.STORIES not in chosen:  # what it says is how another story went
        left.update(text=None, versions=[], experience=None)
    return left


def _without_loose_ends(entries: list[dict[str, Any]], there: set[str]) -> list[dict[str, Any]]:
    """Nothing that concerns what is not there, but the group's own findings; and no link that leads nowhere."""
    concern = {"doubt", "reservation", "dissent", "test"}
    kept = [entry for entry in entries if entry["kind"] not in concern or entry["about"] in there]
    for entry in kept:
        entry["rests_on"] = [below for below in entry["rests_on"] if below in there]
        for end in ("about", "link", "answered_by"):
            entry[end] = entry[end] if entry[end] in there else None
    return kept


def _blurred(entered: Mapping[str, Any]) -> dict[str, Any]:
    return {**entered, "entered": round(entered["entered"] / BLUR) * BLUR}


def _talk(talk: Mapping[str, Any], chosen: frozenset[Part]) -> dict[str, Any]:
    return {**talk, "called_by": talk["called_by"] if Part.SIGNATURES in chosen else None}


def _outcome(outcome: Mapping[str, Any] | None, there: set[str]) -> dict[str, Any] | None:
    if outcome is None:
        return None
    beside = ("reservations", "dissents", "open_doubts")
    lists = {name: [one for one in outcome[name] if one in there] for name in beside}
    return {**outcome, "answer": outcome["answer"] if outcome["answer"] in there else None, **lists}


def _evaluation(evaluation: Mapping[str, Any] | None, chosen: frozenset[Part]) -> dict[str, Any] | None:
    if evaluation is None:
        return None
    return {**evaluation, "open_words": evaluation["open_words"] if Part.OPEN_WORDS in chosen else []}


def _writable(value: Any) -> Any:
    """A transcript is dicts, lists and plain values; a long one has ten thousand of them, and others wait meanwhile."""
    if isinstance(value, str):
        return _UNWRITABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n")) if _ODD.search(value) else value
    if isinstance(value, dict):
        return {key: _writable(one) if one else one for key, one in value.items()}
    return [_writable(one) for one in value] if isinstance(value, list | tuple) else value
