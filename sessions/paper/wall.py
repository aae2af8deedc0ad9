"""The wall as it is read on paper, made from the flipchart's view: columns of rows, and what rests on what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dialogue.vocabulary import Kind
from sessions.paper.names import answer_name, kept_name, kind_name, sentence_of_links, sentence_of_loose, words
from sessions.poster.rows import Look, Row, Wall

BEYOND = (Kind.RULE, Kind.PRINCIPLE)  # what leaves the story behind


def wall_of(view: Mapping[str, Any]) -> Wall:
    """The wall of a flipchart's view."""
    reading = _Reading(view)
    columns = (reading.told(), reading.found(), reading.beyond())
    return Wall(
        question=view["question"].get("text") or view["about"]["title"],
        answer=reading.answer(),
        columns=tuple(column for place, column in enumerate(columns) if column or not place),
        links=tuple(reading.links()),
        heated=view["narrative"].get("heated"),
    )


class _Reading:
    """One view, read in the order of the wall."""

    def __init__(self, view: Mapping[str, Any]) -> None:
        self.view = view
        self.sentences = sorted(view["sentences"].items(), key=lambda one: one[1]["place"])
        order = list(Kind)
        self.statements = sorted(
            view["statements"].items(), key=lambda one: (order.index(Kind(one[1]["kind"])), one[1]["number"])
        )
        versions = sorted(view["answers"].items(), key=lambda one: one[1]["number"])
        self.newest = versions[-1] if versions else None
        self.called = dict(self._called())

    def _called(self) -> Iterator[tuple[str, str]]:
        """What each item is called in the room: a kind is counted only where there are several of it."""
        for key, sentence in self.sentences:
            yield key, sentence["label"]
        kinds = [statement["kind"] for _, statement in self.statements]
        counted: dict[str, int] = {}
        for key, statement in self.statements:
            kind = statement["kind"]
            counted[kind] = counted.get(kind, 0) + 1
            yield key, kind_name(kind, counted[kind] if kinds.count(kind) > 1 else 0)
        for key, answer in self.view["answers"].items():
            yield key, answer_name(answer["number"])

    def told(self) -> tuple[Row, ...]:
        """The narrative, with the doubts about its sentences."""
        title, heated = self.view["narrative"].get("title", ""), self.view["narrative"].get("heated")
        rows = [Row(Look.HEADING, title, label=words("told"))]
        for key, one in self.sentences:
            inserted = not one["label"].isdecimal()
            rows.append(Row(Look.SENTENCE, one["text"], one["label"], "", key, key == heated, inserted))
            rows.extend(self._doubts(key))
        return tuple(rows) if self.sentences else ()

    def found(self) -> tuple[Row, ...]:
        """What was found in the story, from the core statement to the reasons; and what stands beside the answer."""
        near = [one for one in self.statements if Kind(one[1]["kind"]) not in BEYOND]
        beside = self._beside()
        rows = [Row(Look.HEADING, "", words("beside")), *beside] if beside else []
        if near:
            rows.append(Row(Look.HEADING, "", words("found")))
        return (*rows, *(row for key, one in near for row in self._statement(key, one)))

    def beyond(self) -> tuple[Row, ...]:
        """Rules and principles."""
        far = [one for one in self.statements if Kind(one[1]["kind"]) in BEYOND]
        rows = [row for key, one in far for row in self._statement(key, one)]
        return (Row(Look.HEADING, "", words("beyond")), *rows) if rows else ()

    def answer(self) -> Row | None:
        """The newest version of the answer."""
        if self.newest is None:
            return None
        key, one = self.newest
        rests = self._rests(one)
        return Row(Look.FINDING, one["text"], self.called[key], self._note(rests), key, loose=not rests)

    def links(self) -> Iterator[tuple[str, str]]:
        """Each "rests on" of the ladder, from what is below to what rests on it."""
        for key, one in self.statements:
            for below in self._rests(one):
                yield below, key

    def _statement(self, key: str, one: Mapping[str, Any]) -> Iterator[Row]:
        rests = self._rests(one)
        yield Row(Look.FINDING, one["text"], self.called[key], self._note(rests), key, loose=not rests)
        yield from self._doubts(key)

    def _rests(self, one: Mapping[str, Any]) -> list[str]:
        below = one.get("rests_on", {})
        return [key for key in self.called if key in below]

    def _note(self, rests: list[str]) -> str:
        return sentence_of_links([self.called[key] for key in rests]) if rests else sentence_of_loose()

    def _doubts(self, about: str) -> Iterator[Row]:
        """Open doubts only: the wall shows what is still to be thought about."""
        for key, one in sorted(self.view["doubts"].items(), key=lambda known: known[1]["number"]):
            if one["about"] == about and one["open"]:
                link = self.called.get(one.get("link", ""), "")
                yield Row(Look.DOUBT, one["text"], words("link", link) if link else "", one.get("signature") or "", key)

    def _beside(self) -> list[Row]:
        """Doubts about the answer, and what people keep beside it, in their owners' words."""
        if self.newest is None:
            return []
        rows = list(self._doubts(self.newest[0]))
        for key, one in sorted(self.view["kept"].items(), key=lambda known: known[1]["number"]):
            if one.get("answer") == self.newest[0]:
                rows.append(Row(Look.KEPT, one["text"], kept_name(one["kind"]), one.get("signature") or "", key))
        return rows
