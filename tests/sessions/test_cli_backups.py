"""The verbs about the record itself keep their word: verify, backup, restore."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sessions.storage.store import open_storage
from tests.sessions.pages.given import Served, Visitor, command_id, facilitator, joined, prepared, server
from tests.sessions.storage.given import dialogue_of, tamper
from tests.sessions.terminal import dialogue


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a small dialogue."""
    path = tmp_path / "data"
    storage = open_storage(path)
    dialogue_of(storage, "d1", 3)
    storage.close()
    return path


def test_verify_counts_and_names_the_first_bad_line(data: Path) -> None:
    told = dialogue("verify", DATA=str(data))
    assert (told.status, told.complained) == (0, "")
    assert re.fullmatch(r"d1: \d+ present, 0 erased, 0 altered\n", told.said)
    assert tamper(data / "dialogue.db", "UPDATE events SET at = at + 1 WHERE seq = 2") == 1
    told = dialogue("verify", DATA=str(data))
    assert told.status == 1
    assert len(told.said.splitlines()) == 2


def test_verify_passes_over_what_was_made_unreadable(data: Path) -> None:
    storage = open_storage(data)
    dialogue_of(storage, "d2", 2)
    storage.destroy_key("d1")
    storage.close()
    told = dialogue("verify", DATA=str(data))
    assert (told.status, told.complained) == (0, "")
    assert "d1: its key was destroyed" in told.said
    assert "d2: " in told.said


def test_a_backup_overwrites_nothing_and_only_a_backup_is_restored(data: Path, tmp_path: Path) -> None:
    copy, junk = tmp_path / "copy", tmp_path / "junk"
    assert "can't be read without keys.db" in dialogue("backup", str(copy), DATA=str(data)).said
    dialogue("backup", str(copy), DATA=str(data)).is_one_sentence("backup_exists", str(copy))
    dialogue("backup", str(tmp_path / "no" / "way"), DATA=str(data)).is_one_sentence("backup_not_writable")
    junk.write_bytes(b"PK" + bytes(99))
    before = (data / "dialogue.db").read_bytes()
    dialogue("restore", str(junk), DATA=str(data)).is_one_sentence("backup_not_readable", str(junk))
    assert (data / "dialogue.db").read_bytes() == before
    dialogue("restore", str(copy), DATA=str(tmp_path / "elsewhere")).is_one_sentence("keys_missing", "keys.db")


def _told(person: Visitor, dialogue_id: str, title: str, id: str) -> str:
    answer = person.command(dialogue_id, "tell_experience", {"title": title}, "participant", id)
    assert answer.status == 200, answer.text
    return str(answer.json["receipt"])


def _comes_back(person: Visitor, served: Served, dialogue_id: str) -> tuple[str, list[str]]:
    """The history that the server is in, and the titles that stand."""
    person.served = served
    assert person.get(f"/d/{dialogue_id}/").status == 200
    snapshot = person.get(f"/d/{dialogue_id}/api/v1/snapshot").json
    return snapshot["history"], sorted(item["text"] for item in snapshot["view"]["experiences"].values())


def test_after_a_restore_what_was_acked_is_offered_again_and_taken_once(tmp_path: Path) -> None:
    data, copy, before, after = tmp_path / "data", tmp_path / "copy", command_id(), command_id()
    with server(data) as served:
        leader = facilitator(served)
        here, code = prepared(leader)
        ash = joined(served, code, "Ash")
        leader.command(here, "move_to_stage", {"stage": "experiences"})
        kept = _told(ash, here, "The file", before)
        assert served.stop() == 0
    assert dialogue("backup", str(copy), DATA=str(data)).status == 0
    with server(data) as served:
        history, _titles = _comes_back(ash, served, here)
        _told(ash, here, "The door", after)
        assert served.stop() == 0
    assert "Restored." in dialogue("restore", str(copy), DATA=str(data)).said
    assert dialogue("verify", DATA=str(data)).status == 0
    with server(data) as served:
        restored, titles = _comes_back(ash, served, here)
        assert (restored != history, titles) == (True, ["The file"])
        assert _told(ash, here, "The file", before) == kept
        again = _told(ash, here, "The door", after)
        assert _told(ash, here, "The door", after) == again
        assert _comes_back(ash, served, here) == (restored, ["The door", "The file"])
