"""A narrowed transcript as the wall on paper: the answer on top, below it the ladder that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dialogue.transcript.markdown import names_of
from dialogue.transcript.narrowing import Narrowed
from dialogue.vocabulary import Kind
from sessions.poster.rows import Look, Row, Wall

Words = Mapping[str, str]
Entry = Mapping[str, Any]
_BEYOND = frozenset({Kind.RULE.value, Kind.PRINCIPLE.value})  # what leaves the story behind
_ORDER = [kind.value for kind in Kind]


def wall_of(narrow: Narrowed, words: Words) -> Wall:
    """The wall of what is left in the transcript."""
    reading = _Reading(narrow.transcript, words)
    columns = (reading.told(), reading.found(), reading.beyond())
    return Wall(
        question=narrow.transcript["question"] or narrow.transcript["title"],
        answer=reading.answer(),
        columns=tuple(column for column in columns if column) or ((),),
        links=tuple(reading.links()),
        heated=narrow.transcript["heated"],
    )


class _Reading:
    """One transcript, read in the order of the wall."""

    def __init__(self, told: Mapping[str, Any], words: Words) -> None:
        self.transcript, self.words = told, words
        self.names = names_of(told, words)
        everything = [entry for section in told["sections"] for entry in section["entries"] if entry["text"]]
        self.sentences = [one for one in everything if one["kind"] == "sentence"]
        self.ladder = sorted((one for one in everything if one["kind"] in _ORDER), key=lambda one: _place(one))
        self.doubts = [one for one in everything if one["kind"] == "doubt" and one["open"]]
        self.kept = [one for one in everything if one["kind"] in {"reservation", "dissent"}]
        answers = [one for one in everything if one["kind"] == "answer"]
        self.newest = answers[-1] if answers else None

    def told(self) -> tuple[Row, ...]:
        """The narrative, where stories go along."""
        rows = [Row(Look.HEADING, "", self.words["stage.narrative"])]
        for one in self.sentences:
            label, heated = self.names[one["id"]], one["id"] == self.transcript["heated"]
            rows.append(Row(Look.SENTENCE, one["text"], label, "", one["id"], heated, not label.isdecimal()))
            rows.extend(self._doubts(one))
        return tuple(rows) if self.sentences else ()

    def found(self) -> tuple[Row, ...]:
        """What stands beside the answer; and what was found in the story, from the core statement to the reasons."""
        beside = self._beside()
        near = [row for one in self.ladder if one["kind"] not in _BEYOND for row in self._statement(one)]
        above = [Row(Look.HEADING, "", self.words["beside"]), *beside] if beside else []
        return (*above, Row(Look.HEADING, "", self.words["stage.judgement"]), *near) if near else tuple(above)

    def beyond(self) -> tuple[Row, ...]:
        """Rules and principles."""
        rows = [row for one in self.ladder if one["kind"] in _BEYOND for row in self._statement(one)]
        return (Row(Look.HEADING, "", self.words["stage.principles"]), *rows) if rows else ()

    def answer(self) -> Row | None:
        """The newest version of the answer, under the name of what came of it."""
        if self.newest is None:
            return None
        outcome = self.transcript["outcome"]
        label = self.words[f"outcome.{outcome['kind']}"] if outcome else self.names[self.newest["id"]]
        return Row(Look.FINDING, self.newest["text"], label, self._note(self.newest), self.newest["id"])

    def links(self) -> Iterator[tuple[str, str]]:
        """Each "rests on" of the ladder, from what is below to what rests on it."""
        for one in self.ladder:
            yield from ((below, one["id"]) for below in one["rests_on"])

    def _statement(self, one: Entry) -> Iterator[Row]:
        yield Row(Look.FINDING, one["text"], self.names[one["id"]], self._note(one), one["id"])
        yield from self._doubts(one)

    def _note(self, one: Entry) -> str:
        below = " · ".join(self.names[id] for id in one["rests_on"])
        return f"{self.words['rests_on']}: {below}" if below else ""

    def _doubts(self, about: Entry) -> Iterator[Row]:
        for one in self.doubts:
            if one["about"] == about["id"]:
                yield Row(Look.DOUBT, one["text"], "", one["signature"] or "", one["id"])

    def _beside(self) -> list[Row]:
        if self.newest is None:
            return []
        kept = (one for one in self.kept if one["about"] == self.newest["id"])
        rows = [Row(Look.KEPT, one["text"], self.names[one["id"]], one["signature"] or "", one["id"]) for one in kept]
        return [*self._doubts(self.newest), *rows]


def _place(entry: Entry) -> int:
    return _ORDER.index(entry["kind"])
