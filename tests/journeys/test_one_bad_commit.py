"""A planted failure of one dialogue's commit: nothing of it is shown, no other room is harmed, and the room goes on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sessions.rehearsal.screen import Ack, new_command_id
from tests.journeys.conftest import Start
from tests.sessions.in_mode import MODES
from tests.tools.discretion import holds
from tests.tools.group import Group, accepted, code_of, leader_of
from tests.tools.screens import converged

BAD_DISK = ("-m", "tests.tools.serve_with_bad_disk")
CANARY = "Canary of the planted failure"


@pytest.mark.parametrize("mode", MODES)
def test_it_harms_no_other_room_and_shows_nothing(mode: str, serving: Start, tmp_path: Path) -> None:
    switch = tmp_path / "bad-disk-for"
    server = serving(mode, program=BAD_DISK, BAD_DISK_FOR=str(switch))
    leader = leader_of(server)
    bad, good = Group(leader), Group(leader)
    switch.write_text(bad.dialogue)
    before = {screen: len(screen.frames) for screen in bad.screens}
    ids = [new_command_id() for _ in bad.people]

    def tells(place: int) -> Ack:
        told = {"title": f"{CANARY} {place}"}
        return bad.people[place].ask("tell_experience", told, ids[place])

    def goes_on(place: int) -> list[Ack]:
        person = good.people[place]
        return [person.ask("tell_experience", {"title": f"story {number} of {place}"}) for number in range(5)]

    with ThreadPoolExecutor(8) as pool:
        failing = [pool.submit(tells, place) for place in range(4)]
        going = [pool.submit(goes_on, place) for place in range(4)]
        assert [code_of(one.result()) for one in failing] == ["try_again"] * 4
        assert all(one.result()["error"]["temporary"] for one in failing)
        assert {code_of(ack) for one in going for ack in one.result()} == {""}

    assert len(good.titles()) == 20
    converged(good.screens)
    assert bad.titles() == []
    for screen in bad.screens:
        assert not holds(screen, CANARY)
        assert not [frame for frame in screen.frames[before[screen] :] if frame.startswith('42["update"')]
        assert f"{CANARY}" not in screen.visitor.get(f"/d/{bad.dialogue}/transcript.json").text

    switch.unlink()
    receipts = [
        accepted(bad.people[place].insist("tell_experience", {"title": f"{CANARY} {place}"}, command_id=ids[place]))
        for place in range(4)
    ]
    assert len(set(receipts)) == 4
    assert bad.titles() == [f"{CANARY} {place}" for place in range(4)]
    converged([*bad.screens, *good.screens])
    assert "Traceback" not in server.log.read_text()


def test_a_refusal_that_rests_on_what_was_not_stored_is_decided_anew(serving: Start, tmp_path: Path) -> None:
    """Nobody is told “already there” on the strength of a move that never happened."""
    switch = tmp_path / "bad-disk-for"
    server = serving(program=BAD_DISK, BAD_DISK_FOR=str(switch))
    group = Group(leader_of(server))
    switch.write_text(group.dialogue)
    move = ("move_to_stage", {"stage": "selection"})
    with ThreadPoolExecutor(4) as pool:
        answers = [one.result() for one in [pool.submit(group.lead.ask, *move) for _ in range(4)]]
    assert {code_of(answer) for answer in answers} == {"try_again"}
    switch.unlink()
    accepted(group.lead.insist(*move))
    assert code_of(group.lead.ask(*move)) == "already_there"
