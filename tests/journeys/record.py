"""A play as it lies on disk, opened with its keys, and what a scenario says must be found there and what must not."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from dialogue.events import Event, PositionTaken, SentencesPointedAt
from dialogue.methods.evaluation import FORMS
from dialogue.records import from_record
from dialogue.state import Dialogue, evolve
from dialogue.vocabulary import SeatId
from sessions.rehearsal.scenario import Scenario
from sessions.rehearsal.steps import Asks
from sessions.storage.store import open_storage
from tests.journeys.played import Played

# Where a scenario has words of people. Keys, parts of the course and references are its own.
WORDS = frozenset({"title", "purpose", "text", "why", "account", "question", "answer", "how", "open", "pseudonym"})
WORDS |= {"what_we_change", "dividing_question"}
LISTS = frozenset({"sentences", "notes", "words", "test_notes"})


@dataclass(frozen=True)
class Record:
    """What was stored: events, the state they add up to, all words in clear, ballots of the closing forms."""

    events: list[Event]
    state: Dialogue
    words: set[str]
    ballots: list[dict[str, Any]]

    def taken(self) -> dict[tuple[str, str], tuple[str, str]]:
        """(position, words) by answer and seat, as each took it last."""
        return {
            (event.answer, event.seat): (str(event.stance), event.text)
            for event in self.events
            if isinstance(event, PositionTaken)
        }

    def pointed(self) -> dict[SeatId, tuple[str, ...]]:
        """Sentences by whoever pointed at them last."""
        return {event.seat: event.sentences for event in self.events if isinstance(event, SentencesPointedAt)}


def record_of(played: Played) -> Record:
    """Read with the keys of the folder; the server must have ended."""
    storage = open_storage(played.server.data)
    try:
        rows = storage.load(played.player.dialogue)
        ballots = [body for form in FORMS for body in storage.ballots(played.player.dialogue, form)]
    finally:
        storage.close()
    state: Dialogue | None = None
    events: list[Event] = []
    for row in rows:
        events.append(from_record(row.type, row.v, row.data, row.words))
        state = evolve(state, events[-1], row.at)
    assert state is not None
    words = {text for row in rows for text in row.words.values()}
    return Record(events, state, words, [json.loads(body) for body in ballots])


def brought(scenario: Scenario) -> set[str]:
    """Every text that people bring in a scenario, but of what was withdrawn; the planner names the facilitator."""
    whole = asdict(scenario)
    whole["cast"] = [person for person in whole["cast"] if person["key"] != scenario.lead]
    whole["experiences"] = [told for told in whole["experiences"] if told["then"] is None]
    return {text for text in _texts(whole, "") if text}


def _texts(value: Any, field: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, field if field in LISTS else key)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, field)
    elif isinstance(value, str) and field in WORDS | LISTS:
        yield value


def holds_everything(played: Played, record: Record) -> None:
    """Every text of the file is in the record; whatever people chose, and what has not expired, as they chose it."""
    scenario, state = played.scenario, record.state
    texts = brought(scenario)
    assert len(texts) > 45
    assert texts - record.words - {ballot["open_word"] for ballot in record.ballots} == set()
    chosen = next(str(place) for place, known in enumerate(scenario.questions) if known.chosen)
    wording = state.question if played.player.script.given else played.item("wording", chosen)
    lived = {played.seat(key) for key in scenario.has_experience_for_chosen_question}
    assert {seat for seat, known in state.has_experience.items() if wording in known} == lived
    assert state.question_why == scenario.questions[int(chosen)].why
    for key, stories in scenario.preferences.items():
        assert set(state.marks[SeatId(played.seat(key))]) == {played.item("experience", story) for story in stories}
    pointed = {
        played.seat(key): (played.item("sentence", str(number)),) for key, number in (scenario.pointed_at or {}).items()
    }
    assert record.pointed() == pointed
    # On a wording that another one followed, what was said stays; the rest expired and is erased.
    positions = {
        (played.item("answer", str(version.version)), played.seat(key)): (position.value, version.words.get(key, ""))
        if key in version.words or version is scenario.answers[-1]
        else ("None", "")
        for version in scenario.answers
        for key, position in version.positions.items()
    }
    assert record.taken() == positions
    tests = {
        (played.item("answer", str(version.version)), played.item("experience", story)): (
            result,
            version.test_notes.get(story, ""),
        )
        for version in scenario.answers
        for story, result in version.tests.items()
    }
    assert {(test.answer, test.experience): (test.result, test.text) for test in state.tests.values()} == tests
    rated = Counter(json.dumps([one.items, one.open], sort_keys=True) for one in scenario.evaluation)
    assert Counter(json.dumps([one["items"], one["open_word"]], sort_keys=True) for one in record.ballots) == rated


def names_no_author(played: Played) -> None:
    """No row ties an evaluation or an anonymous call to a seat: not its own, and not by how many rows are there."""
    path = played.server.data / "dialogue.db"
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        calls = [row for row in connection.execute("select * from events where type like 'meta_%'")]
        ballots = [row for row in connection.execute("select * from ballots")]
        spent = [row for row in connection.execute("select * from spent")]
        receipts = Counter(seat for (seat,) in connection.execute("select seat from receipts"))
    finally:
        connection.close()
    called = played.scenario.meta_dialogue
    seats = [played.seat(person.key) for person in played.scenario.cast if person.key != played.scenario.lead]
    for row in (*calls, *ballots, *spent):
        assert not [seat for seat in seats if seat in str(row) or bytes.fromhex(seat) in _raw(row)]
    assert bool(calls) == (called is not None)
    assert len(ballots) == len(played.scenario.evaluation)
    assert len(spent) == len(ballots) + (called is not None and called.anonymous)
    detached = {"answer_evaluation", "call_meta"}
    for person in played.scenario.cast:
        if person.key != played.scenario.lead and person.device:
            steps = (step for step in played.player.script.steps if isinstance(step, Asks) and step.who == person.key)
            kept = sum(step.type not in detached for step in steps)
            assert receipts[played.seat(person.key)] == kept, person.key


def _raw(row: tuple[Any, ...]) -> bytes:
    return b"".join(value for value in row if isinstance(value, bytes))
