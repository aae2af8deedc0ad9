"""With the database files but not the keys: no word, name or choice of a played scenario is found."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from dialogue import vocabulary
from dialogue.method import Plan, PlannedStage
from dialogue.methods import OFFERED
from dialogue.methods.evaluation import FORMS, SCREEN_TIME
from dialogue.records import EVENT_TYPES
from tests.journeys.conftest import starter
from tests.journeys.played import Played, play

FILES = ("dialogue.db", "dialogue.db-wal", "dialogue.db-shm")
ID = re.compile(r"[0-9a-f]{16,64}")
SHORTEST_WORD = 6  # letters; shorter ones occur in sealed bytes by chance


class Disk:
    """What a thief has: the files of the record as they lie there, read as bytes."""

    def __init__(self, data: Path) -> None:
        self.raw = b"".join((data / name).read_bytes() for name in FILES if (data / name).exists())
        self.path = data / "dialogue.db"

    def has(self, text: str) -> bool:
        """Whether the text is there in any encoding a database would use."""
        return any(text.encode(encoding) in self.raw for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.fixture(scope="module", params=["trust", "speaking-up"])
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """A scenario, played; the server is then cut off, so that its log files stay as they were."""
    for start in starter(tmp_path_factory.mktemp(request.param)):
        played = play(start(), request.param)
        for screen in played.screens:
            screen.close()
        played.server.kill()
        yield played


@pytest.fixture(scope="module")
def disk(played: Played) -> Disk:
    """The record's files after the play."""
    return Disk(played.server.data)


def strings(value: Any) -> Iterator[str]:
    """All texts in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def said(played: Played) -> list[str]:
    """Everything that was written, named or said in the play: what went over the wire to anyone, and what came in."""
    sent = [text for screen in played.screens for _, payload in screen.said for text in strings(payload)]
    asked = [text for step in played.player.script.steps for text in strings(getattr(step, "data", {}))]
    names = [person.pseudonym for person in played.scenario.cast]
    texts = {*sent, *asked, *names, *unsent(played)}
    return [text for text in texts if len(text) >= SHORTEST_WORD and not ID.fullmatch(text)]


def unsent(played: Played) -> list[str]:
    """Texts of the scenario that no screen is sent."""
    return [one.open for one in played.scenario.evaluation if one.open]


def method_words() -> str:
    """The method's own vocabulary, which stands in clear: stages, kinds, events, fields, methods, forms."""
    values = [value for name in vars(vocabulary).values() if isinstance(name, type) for value in members(name)]
    hints = [name for kind in (*EVENT_TYPES.values(), Plan, PlannedStage) for name in kind.__annotations__]
    return " ".join([*values, *hints, *EVENT_TYPES, *OFFERED, *FORMS, SCREEN_TIME]).lower()


def members(name: type) -> list[str]:
    """The values of an enumeration."""
    return [str(member.value) for member in name] if issubclass(name, StrEnum) else []


def columns(disk: Disk) -> str:
    """Names of tables and columns."""
    with sqlite3.connect(f"file:{disk.path}?mode=ro", uri=True) as connection:
        named = " ".join(row[0] for row in connection.execute("select sql from sqlite_master where sql is not null"))
    connection.close()
    return named.lower()


def test_the_files_hold_the_play(played: Played, disk: Disk) -> None:
    assert played.player.dialogue.encode() in disk.raw
    assert b"experience_told" in disk.raw
    assert (played.server.data / "dialogue.db-wal").stat().st_size > 0


def test_no_text_and_no_name_is_found(played: Played, disk: Disk) -> None:
    texts = [text for text in said(played) if text not in method_words()]
    assert len(texts) > 40
    assert [text for text in texts if disk.has(text)] == []


def test_not_even_a_single_word_is_found(played: Played, disk: Disk) -> None:
    words = {word for text in said(played) for word in re.findall(rf"[^\W\d_]{{{SHORTEST_WORD},}}", text)}
    known = method_words() + columns(disk)
    telling = sorted(word for word in words if word.lower() not in known)
    assert len(telling) > 50
    assert [word for word in telling if disk.has(word)] == []


def test_no_choice_is_found(played: Played, disk: Disk) -> None:
    """Which experiences someone marked: never side by side, nor beside the seat, in whatever JSON spelling."""
    for key, stories in played.scenario.preferences.items():
        marked = [played.item("experience", story) for story in stories]
        for first, second in permutations(marked, 2):
            for between in ('","', '", "', ",", " "):
                assert not disk.has(f"{first}{between}{second}")
        assert not disk.has(f'{played.seat(key)}","{marked[0]}')
    assert not disk.has("helped_me_think")


def test_no_event_row_holds_a_choice(played: Played, disk: Disk) -> None:
    with sqlite3.connect(f"file:{disk.path}?mode=ro", uri=True) as connection:
        rows = [(type_, json.loads(data)) for type_, data in connection.execute("select type, data from events")]
        keys = [key for (key,) in connection.execute("select key from ballots")]
        names = [row[1] for row in connection.execute("pragma table_info(ballots)")]
    connection.close()
    choices = {
        "experiences_marked": {"experiences"},
        "has_experience_marked": {"has"},
        "position_taken": {"stance", "text"},
        "outcome_answered": {"confirms", "objection"},
        "experience_told": {"title", "account", "not_for_examination"},
        "evaluation_answered": {"items", "open_word"},
    }
    if played.scenario.pointed_at:
        choices["sentences_pointed_at"] = {"sentences"}
    for type_, data in rows:
        assert not choices.get(type_, set()) & data.keys(), type_
    assert {type_ for type_, _ in rows} >= choices.keys()
    assert set(names) == {"key", "dialogue_id", "form", "sealed"}
    assert len(set(keys)) == len(played.scenario.evaluation)


def test_nothing_is_found_in_what_the_server_said(played: Played) -> None:
    log = played.server.log.read_text()
    words = {word for text in said(played) for word in re.findall(r"[^\W\d_]{6,}", text)}
    usual = "Dialogue is serving Only this machine can open phones network start Nobody account link yours works"
    assert [word for word in sorted(words) if re.search(rf"\b{word}\b", log) and word not in usual] == []
    for secret in (played.player.dialogue, *(played.seat(key) for key in played.scenario.preferences)):
        assert secret not in log
    assert "Traceback" not in log
