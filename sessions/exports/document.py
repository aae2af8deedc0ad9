"""A narrowed transcript as a document: blocks in the order in which they are read, for everything with pages.

The outcome comes first, since that is what most open the file for; then the steps as the group took them. `said` is
what people said, `label` and the rest are the tool's words: writers set them in different letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogue.transcript.markdown import names_of
from dialogue.transcript.narrowing import Narrowed

Words = Mapping[str, str]
_THIRDS = ("low", "middle", "high")
_BESIDE = frozenset({"doubt", "reservation", "dissent", "test"})


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part; level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A small line below something: the tool's words, then what people said of it."""

    label: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said. `beside`: it belongs to what stands above; `heated`: the decisive sentence."""

    label: str
    said: str
    notes: tuple[Note, ...] = ()
    beside: bool = False
    heated: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the tool; `strong`: one that many look for."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row are the headings of the columns."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list of the tool's sentences."""

    texts: tuple[str, ...]


Block = Heading | Said | Line | Grid | Points


@dataclass(frozen=True, slots=True)
class Document:
    """What is on top, and the blocks below. `language`: of what people said. `month`: 2026-12, for metadata."""

    title: str
    question: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
    language: str
    month: str


def document(narrow: Narrowed, words: Words) -> Document:
    """The document with its labels from `words` (dialogue.transcript.ENGLISH has the keys)."""
    told = narrow.transcript
    reading = _Reading(told, words)
    people = f"{words['people']}: {told['group']['people']}"
    return Document(
        title=told["title"],
        question=told["question"] or told["title"],
        facts=(f"{words['day']}: {told['day']}", people, f"{words['by_voice']}: {told['group']['by_voice']}"),
        blocks=(
            *reading.outcome(),
            *reading.sections(),
            *reading.talks(),
            *reading.evaluation(),
            *reading.course(),
            Heading(words["leaves_out"]),
            Points(tuple(words[f"leaves_out.{key}"] for key in narrow.leaves_out)),
        ),
        language=told["language"],
        month=told["day"][:7],
    )


class _Reading:
    """One transcript, read in the order of the document."""

    def __init__(self, told: Mapping[str, Any], words: Words) -> None:
        self.told, self.words = told, words
        self.names = names_of(told, words)
        self.entries = {one["id"]: one for section in told["sections"] for one in section["entries"]}

    def outcome(self) -> Iterator[Block]:
        """What the group came to, and what stands beside it."""
        outcome, words = self.told["outcome"], self.words
        if outcome is None:
            return
        yield Heading(words["outcome"])
        proposed = "" if outcome["state"] == "settled" else f" ({words['proposed']})"
        yield Line(words[f"outcome.{outcome['kind']}"] + proposed, strong=True)
        if outcome["dividing_question"]:
            yield Said(words["dividing_question"], outcome["dividing_question"])
        answer = [outcome["answer"]] if outcome["answer"] else []
        for one in (*answer, *outcome["reservations"], *outcome["dissents"], *outcome["open_doubts"]):
            entry = self.entries[one]
            yield Said(self.names[one], entry["text"] or "", tuple(self._signed(entry)), beside=one not in answer)

    def sections(self) -> Iterator[Block]:
        """The steps, each with what was said at it."""
        why = {"question": ("why_question", self.told["why_question"])}
        why["selection"] = why["narrative"] = ("why_chosen", self.told["why_chosen"])
        for section in self.told["sections"]:
            yield Heading(self.words[f"stage.{section['stage']}"])
            key, reason = why.pop(section["stage"], ("", None))
            if reason:
                yield Said(self.words[key], reason)
                why = {stage: told for stage, told in why.items() if told[0] != key}
            yield from map(self._said, section["entries"])
        for key, reason in dict(why.values()).items():  # its section is not there
            if reason:
                yield Said(self.words[key], reason)

    def _said(self, entry: Mapping[str, Any]) -> Said:
        said, label = entry["text"] or "", self.names[entry["id"]]
        if entry["standing"] == "withdrawn":
            label = f"{label} ({self.words['withdrawn']})"
        if entry["result"]:
            label = f"{label}: {self._result(entry)}"
        heated = entry["id"] == self.told["heated"]
        return Said(label, said, tuple(self._notes(entry)), entry["kind"] in _BESIDE, heated)

    def _result(self, entry: Mapping[str, Any]) -> str:
        on = f"{self.names[entry['experience']]}, " if entry["experience"] else ""
        matter = f", {self.words['matter.' + entry['matter']]}" if entry["matter"] else ""
        return f"{on}{self.words['result.' + entry['result']]}{matter}"

    def _notes(self, entry: Mapping[str, Any]) -> Iterator[Note]:
        words, names = self.words, self.names
        yield from self._signed(entry)
        if entry["id"] == self.told["heated"]:
            yield Note(words["heated"])
        if entry["id"] in self.told["pointed"]:
            yield Note(words["pointed"])
        if entry["kind"] == "choice_reason" and entry["about"]:
            yield Note(names[entry["about"]])
        if entry["account"]:
            yield Note(words["account"], entry["account"])
        if entry["answered_by"]:
            yield Note(f"{words['answered_by']}: {names[entry['answered_by']]}")
        if entry["link"] and entry["about"]:
            yield Note(f"{words['link']}: {names[entry['about']]} → {names[entry['link']]}")
        if entry["rests_on"]:
            yield Note(f"{words['rests_on']}: {', '.join(names[below] for below in entry['rests_on'])}")
        if entry["open"] is not None:
            yield Note(words["open"] if entry["open"] else words["closed"], entry["how"] or "")
        for version in entry["versions"]:
            yield Note(words["earlier"], version)

    def _signed(self, entry: Mapping[str, Any]) -> Iterator[Note]:
        if entry["signature"]:
            yield Note(f"{self.words['signed']}: {entry['signature']}")

    def talks(self) -> Iterator[Block]:
        """How the group worked together."""
        talks, words = self.told["meta"], self.words
        if talks:
            yield Heading(words["meta"])
        for talk in talks:
            called = f" ({words['meta.called_by']}: {talk['called_by']})" if talk["called_by"] else ""
            change = [Note(words["meta.change"], talk["what_we_change"])] if talk["what_we_change"] else []
            notes = (*change, *(Note("", note) for note in talk["notes"]))
            yield Said(words[f"stage.{talk['stage']}"] + called, "", notes)

    def evaluation(self) -> Iterator[Block]:
        """Classes, never counts."""
        evaluation, words = self.told["evaluation"], self.words
        if evaluation is None:
            return
        yield Heading(words["evaluation"])
        items = evaluation["items"]
        if all("too_few" in shares.values() for shares in items.values()):
            yield Line(words["share.too_few"])
        else:
            head = ("", *(words[f"third.{third}"] for third in _THIRDS))
            yield Grid((head, *(self._rated(item, shares) for item, shares in items.items())))
        if evaluation["screen_minutes"] is not None:
            yield Line(f"{words['screen_minutes']}: {evaluation['screen_minutes']}")
        yield from (Said("", word) for word in evaluation["open_words"])

    def _rated(self, item: str, shares: Mapping[str, str]) -> tuple[str, ...]:
        return (self.words[f"item.{item}"], *(self.words[f"share.{shares[third]}"] for third in _THIRDS))

    def course(self) -> Iterator[Block]:
        """When the group went on."""
        if self.told["course"]:
            yield Heading(self.words["course"])
            yield Line(" · ".join(self._entered(self.told["course"])))

    def _entered(self, course: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        for one in course:
            yield f"{self.words['stage.' + one['stage']]} {self.words['from_minute']} {one['entered']}"
