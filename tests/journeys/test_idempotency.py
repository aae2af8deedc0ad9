"""The same command id again: the same answer, and one row; with other words: refused, and nothing changes."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from sessions.rehearsal.screen import Ack, new_command_id
from sessions.rehearsal.visitor import let_in
from tests.journeys.conftest import Start
from tests.sessions.in_mode import MODES
from tests.tools.group import Group, accepted, code_of, leader_of
from tests.tools.screens import WatchedScreen, converged
from tests.tools.server import ServerProcess

TELL = "tell_experience"


def rows(server: ServerProcess, dialogue: str, type_: str) -> int:
    """How many events of this type are on disk."""
    connection = sqlite3.connect(f"file:{server.data / 'dialogue.db'}?mode=ro", uri=True)
    try:
        count = connection.execute(
            "select count(*) from events where dialogue_id = ? and type = ?", (dialogue, type_)
        ).fetchone()[0]
    finally:
        connection.close()
    return int(count)


@pytest.mark.parametrize("mode", MODES)
def test_the_same_id_and_the_same_words_get_the_same_answer(mode: str, serving: Start) -> None:
    server = serving(mode)
    group = Group(leader_of(server), 2)
    ash, command_id = group.people[0], new_command_id()
    first = ash.ask(TELL, {"title": "Once"}, command_id)
    accepted(first)
    assert [ash.ask(TELL, {"title": "Once"}, command_id) for _ in range(3)] == [first] * 3
    reordered = {"not_for_examination": False, "title": "Twice"}
    second = ash.ask(TELL, reordered, other := new_command_id())
    assert ash.ask(TELL, dict(reversed(reordered.items())), other) == second
    assert rows(server, group.dialogue, "experience_told") == 2

    assert code_of(ash.ask(TELL, {"title": "Other words"}, command_id)) == "idempotency_conflict"
    assert code_of(ash.ask("raise_hand", {}, command_id)) == "idempotency_conflict"
    assert group.titles() == ["Once", "Twice"]

    birch = group.people[1]
    accepted(birch.ask(TELL, {"title": "Whose id it is counts"}, command_id))
    assert rows(server, group.dialogue, "experience_told") == 3
    converged(group.screens)


@pytest.mark.parametrize("mode", MODES)
def test_two_screens_of_one_seat_at_once_make_one_row(mode: str, serving: Start) -> None:
    server = serving(mode)
    group = Group(leader_of(server), 2)
    phone = group.people[0]
    tablet = WatchedScreen(phone.visitor, group.dialogue, "participant")
    tablet.connect()
    page = let_in(phone.visitor.get(f"/d/{group.dialogue}/"))

    def over_http(envelope: object) -> Ack:
        path = f"/d/{group.dialogue}/api/v1/commands"
        answer: Ack = json.loads(phone.visitor.send_json(path, envelope, page.csrf).text)
        return answer

    with ThreadPoolExecutor(3) as pool:
        for number in range(8):
            envelope = {"id": new_command_id(), "type": TELL, "data": {"title": f"story {number}"}}
            going = [pool.submit(way, envelope) for way in (phone.send, tablet.send, over_http)]
            answers = [one.result() for one in going]
            accepted(answers[0])
            assert answers[1] == answers[2] == answers[0]
            assert rows(server, group.dialogue, "experience_told") == number + 1
    assert group.titles() == [f"story {number}" for number in range(8)]
    converged([*group.screens, tablet])


@pytest.mark.parametrize("mode", MODES)
def test_an_evaluation_that_is_sent_twice_is_taken_once_and_keeps_no_trace_of_its_sender(
    mode: str, serving: Start
) -> None:
    server = serving(mode)
    group = Group(leader_of(server), 2)
    accepted(group.lead.ask("move_to_stage", {"stage": "evaluation"}))
    ash, command_id = group.people[0], new_command_id()
    answered = {"items": {"helped_me_think": 7}, "open_word": "Good."}
    accepted(ash.ask("answer_evaluation", answered, command_id))
    accepted(ash.ask("answer_evaluation", answered, command_id))
    assert code_of(ash.ask("answer_evaluation", answered)) == "already_answered"
    server.kill()
    server.restart()
    group.come_back()
    accepted(ash.insist("answer_evaluation", answered, command_id=command_id))
    assert rows(server, group.dialogue, "evaluation_answered") == 1
    connection = sqlite3.connect(f"file:{server.data / 'dialogue.db'}?mode=ro", uri=True)
    try:
        assert connection.execute("select count(*) from ballots").fetchone() == (1,)
        receipts = connection.execute("select count(*) from receipts where command_id = ?", (command_id,))
        assert receipts.fetchone() == (0,)
    finally:
        connection.close()
