"""Who called anonymously for a talk about how we work together, and whose device told how long it was used, is found
nowhere: in no row of the database, its log or what the server said, even by someone who has the master key.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sessions.rehearsal.screen import new_command_id
from sessions.storage.store import open_storage
from tests.journeys.conftest import starter
from tests.tools.group import Group, accepted, leader_of
from tests.tools.server import ServerProcess

FILES = ("dialogue.db", "dialogue.db-wal", "dialogue.db-shm")
SECONDS = (8_111, 8_222, 8_333)


@dataclass
class Evening:
    """What is left of an evening: a server that was cut off, and what a traitor among the screens would know."""

    server: ServerProcess
    dialogue: str
    caller: str
    anonymous: list[str] = field(default_factory=list)  # ids of commands that must not be found
    named: list[str] = field(default_factory=list)  # ids of commands that are


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    for start in starter(tmp_path_factory.mktemp("anonymous")):
        server = start()
        group = Group(leader_of(server), 3)
        birch = group.people[1]
        assert birch.me is not None
        made = Evening(server, group.dialogue, birch.me["seat"]["id"])

        def asks(screen: Any, kind: str, data: dict[str, Any], ids: list[str]) -> None:
            ids.append(new_command_id())
            for _ in range(2):  # as when an answer was lost
                accepted(screen.insist(kind, data, command_id=ids[-1]))

        asks(birch, "call_meta", {}, made.anonymous)
        accepted(group.lead.ask("end_meta", {"what_we_change": "Shorter turns."}))
        asks(birch, "call_meta", {"named": True}, made.named)
        accepted(group.lead.ask("end_meta", {"what_we_change": "A round first."}))
        accepted(group.lead.ask("move_to_stage", {"stage": "evaluation"}))
        for person, seconds in zip(group.people, SECONDS, strict=True):
            asks(person, "report_screen_time", {"seconds": seconds}, made.anonymous)
        group.close()
        server.kill()
        yield made


@pytest.fixture(scope="module")
def raw(evening: Evening) -> bytes:
    """The files as they lie there."""
    folder = evening.server.data
    return b"".join((folder / name).read_bytes() for name in FILES if (folder / name).exists())


def rows(data: Path, query: str) -> list[tuple[Any, ...]]:
    """Rows of the record, read beside the log."""
    connection = sqlite3.connect(f"file:{data / 'dialogue.db'}?mode=ro", uri=True)
    try:
        return list(connection.execute(query))
    finally:
        connection.close()


def test_no_command_id_of_theirs_is_found_though_others_are(evening: Evening, raw: bytes) -> None:
    said = evening.server.log.read_bytes()
    assert all(known.encode() in raw for known in evening.named)
    assert [known for known in evening.anonymous if known.encode() in raw + said] == []
    assert [known for known in evening.anonymous if bytes.fromhex(known) in raw + said] == []


def test_no_receipt_and_no_event_of_the_call_names_the_caller(evening: Evening) -> None:
    data = evening.server.data
    # What the caller's seat did, beside joining and agreeing, is the named call alone.
    own = {command for seat, command in rows(data, "select seat, command_id from receipts") if seat == evening.caller}
    assert own & set(evening.named)
    assert len(own) == 2  # "I agree", and the named call
    calls = rows(data, "select seq, data from events where type = 'meta_called' order by seq")
    assert [evening.caller in text for _, text in calls] == [False, True]
    assert '"caller":null' in calls[0][1].replace(" ", "")


def test_of_screen_times_only_that_they_were_told_is_known(evening: Evening, raw: bytes) -> None:
    data = evening.server.data
    told = rows(data, "select data from events where type = 'screen_time_reported'")
    assert len(told) == 3
    assert all(re.fullmatch(r'\{"seat":\s?"[0-9a-f]{20}"\}', text) for (text,) in told)
    ballots = rows(data, "select key, form from ballots")
    assert [form for _, form in ballots] == ["screen_time"] * 3
    assert b'"seconds"' not in raw  # as the ballot says it, sealed
    said = evening.server.log.read_text()
    assert "seconds" not in said
    assert evening.caller not in said


def test_with_the_key_too_nothing_leads_from_what_was_said_to_who_said_it(evening: Evening) -> None:
    storage = open_storage(evening.server.data)
    try:
        opened = [(row.type, row.data, row.words) for row in storage.load(evening.dialogue)]
        bodies = storage.ballots(evening.dialogue, "screen_time")
        receipts = storage.receipts(evening.dialogue)
    finally:
        storage.close()
    anonymous, named = (row for row in opened if row[0] == "meta_called")
    assert evening.caller not in str(anonymous)
    assert evening.caller in str(named)
    assert sorted(int(re.findall(r"\d+", body)[0]) for body in bodies) == list(SECONDS)
    assert not [seconds for seconds in SECONDS if str(seconds) in str(opened)]
    assert not [command for _, command in receipts if command in evening.anonymous]
