"""`dialogue doctor` as an operator runs it: on an empty machine, a healthy one, beside a server, and where it hurts."""

from __future__ import annotations

import base64
import json
import re
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sessions.doctor import examined_with, reach
from sessions.doctor.scene import Port, look_around
from sessions.storage.store import open_storage
from tests.sessions.certificates.given import secure_server
from tests.sessions.doctor.given import codes, scene
from tests.sessions.pages.given import Visitor, server
from tests.sessions.storage.given import dialogue_of, store, tamper, tells
from tests.sessions.terminal import dialogue

OTHER_KEY = base64.b64encode(b"another key of exactly 32 bytes!").decode()
FAR_AHEAD = 4_000_000_000_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with two small dialogues."""
    path = tmp_path / "data"
    storage = open_storage(path)
    dialogue_of(storage, "d1", 3)
    dialogue_of(storage, "d2", 2)
    storage.close()
    return path


def examined(data: Path, *options: str, **environ: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """The exit status, and the findings by code."""
    told = dialogue("doctor", "--json", *options, DATA=str(data), **environ)
    assert told.complained == ""
    found = json.loads(told.said)
    assert found["well"] is (told.status == 0)
    return told.status, {one["code"]: one for one in found["findings"]}


def content(folder: Path) -> dict[str, bytes]:
    """Every file by its name; the lock and SQLite's own files for sharing hold nothing."""
    names = {"dialogue.db", "keys.db", "master.key"}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name in names}


def test_before_the_first_start_all_is_well_and_nothing_is_made(tmp_path: Path) -> None:
    status, found = examined(tmp_path / "data")
    assert status == 0
    assert {"database_new", "keys_new", "disk_safe", "clock_plausible", "port_any"} <= found.keys()
    assert list(tmp_path.iterdir()) == []


def test_a_healthy_folder_is_read_through_and_left_as_it_was(data: Path) -> None:
    before = content(data)
    status, found = examined(data)
    assert status == 0
    assert found["database_whole"]["sentence"].endswith("2 dialogues.")
    assert found["chains_hold"]["sentence"].endswith("holds: 2.")
    assert "keys_right" in found
    assert content(data) == before


def test_people_read_marks_words_and_what_to_do(data: Path) -> None:
    told = dialogue("doctor", DATA=str(data))
    assert told.status == 0
    lines = told.said.splitlines()
    as_told = re.compile(r"✓ (?![a-z]+_).+\.$|[!✗] (?![a-z]+_).+ \([a-z_]+\)$|  → ")
    assert all(as_told.match(line) for line in lines[:-2]), told.said
    assert [line for line in lines if line.startswith("✓ ") and line.endswith("holds: 2.")]
    assert lines[-1] == "All is well." or lines[-1].startswith("Nothing is wrong.")


def test_beside_a_running_server_it_reads_what_it_can_and_says_what_it_left(data: Path) -> None:
    with server(data) as served:
        status, found = examined(data, PORT=str(served.port))
        assert status == 0
        assert found["port_serving"]["grade"] == "fine"
        assert "2 dialogues. Left while it is in use" in found["database_in_use"]["sentence"]
        assert "keys_right" in found
        assert not {"chains_hold", "database_whole"} & found.keys()
        assert Visitor(served).get("/sign-in").status == 200
        _, elsewhere = examined(data)
        assert "port_any" in elsewhere
        _, other = examined(data.parent / "other", PORT=str(served.port))
        assert other["port_other_data"]["grade"] == "care"
    assert examined(data)[0] == 0


def test_a_page_is_opened_over_the_address_that_phones_use(data: Path) -> None:
    with server(data) as served:
        around = look_around(scene(data, PORT=str(served.port)).config)
        assert (around.port, around.in_use, around.scheme) == (Port.OURS, True, "http")
        (own,) = reach.check(replace(around, lan="127.0.0.1"))
        assert (own.code, own.grade.value) == ("reach_served", "fine")
        (closed,) = reach.check(replace(around, lan="127.0.0.2"))
        assert (closed.code, closed.grade.value) == ("reach_own_only", "care")
        assert "--lan" in closed.advice
        named = replace(around.config, public_url=(f"http://localhost:{served.port}",))
        assert codes(reach.check(replace(around, lan=None, config=named))) == [
            ("fine", "reach_public"),
            ("fine", "reach_left"),
        ]
        named = replace(around.config, public_url=("http://127.0.0.1:9",))
        assert codes(reach.check(replace(around, lan=None, config=named)))[0] == ("care", "reach_not_public")


def test_a_server_whose_certificate_nobody_here_trusts_is_named(tmp_path: Path) -> None:
    with secure_server(tmp_path / "data") as served:
        named = f"https://localhost:{served.port}"
        around = look_around(scene(tmp_path / "data", PORT=str(served.port), HTTPS="1", PUBLIC_URL=named).config)
        around = replace(around, lan="127.0.0.1")
        assert codes(reach.check(around)) == [("fine", "reach_public"), ("fine", "reach_served")]
        stranger = replace(around, config=replace(around.config, data=tmp_path / "elsewhere"))
        assert codes(reach.check(stranger)) == [("care", "reach_untrusted"), ("care", "reach_untrusted")]


def test_without_a_server_a_throw_away_page_is_opened(tmp_path: Path) -> None:
    (tried,) = reach.check(scene(tmp_path, lan="127.0.0.1"))
    assert (tried.code, tried.grade.value) == ("reach_tried", "fine")
    (blocked,) = reach.check(scene(tmp_path, lan="192.0.2.77"))
    assert (blocked.code, blocked.grade.value) == ("reach_blocked", "wrong")


def test_a_port_that_another_program_uses_is_named(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        status, found = examined(data, PORT=str(number))
    assert status == 1
    assert str(number) in found["port_in_use"]["sentence"]
    assert "--port 8000 (or PORT=8000)" in found["port_in_use"]["advice"]


def test_a_host_that_is_not_this_machine_is_named(data: Path) -> None:
    status, found = examined(data, HOST="192.0.2.1", PORT="8765")
    assert status == 1
    assert found["host_not_here"]["grade"] == "wrong"


def test_a_setting_that_cannot_be_is_the_only_finding(data: Path) -> None:
    status, found = examined(data, PORT="eighty")
    assert status == 1
    assert list(found) == ["setting_invalid"]
    assert "PORT" in found["setting_invalid"]["sentence"]


@pytest.mark.parametrize("file", ["dialogue.db", "keys.db"])
def test_a_database_that_is_damaged_or_newer_is_named_and_left_alone(data: Path, file: str) -> None:
    tamper(data / file, "UPDATE alembic_version SET version_num = 'from the future'")
    status, found = examined(data)
    assert status == 1
    assert file in found["database_newer"]["sentence"]
    (data / file).write_bytes(b"something else" * 999)
    status, found = examined(data)
    assert status == 1
    assert file in found["database_damaged"]["sentence"]
    assert (data / file).read_bytes() == b"something else" * 999


def test_pages_that_were_overwritten_are_found_by_reading_it_through(data: Path) -> None:
    raw = bytearray((data / "dialogue.db").read_bytes())
    raw[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    (data / "dialogue.db").write_bytes(bytes(raw))
    status, found = examined(data)
    assert status == 1
    assert "dialogue.db is damaged" in found["database_damaged"]["sentence"]
    assert "restore" in found["database_damaged"]["advice"]


def test_an_altered_dialogue_is_named(data: Path) -> None:
    tamper(data / "dialogue.db", "UPDATE events SET data = '{}' WHERE dialogue_id = 'd2' AND seq = 1")
    status, found = examined(data)
    assert status == 1
    assert found["chain_broken"]["sentence"].startswith("Dialogue d2 was altered: ")
    assert "chains_hold" not in found


def test_a_record_from_the_future_is_a_clock_that_was_set_back(data: Path) -> None:
    storage = open_storage(data)
    store(storage, tells("d3", 0, at=FAR_AHEAD))
    storage.close()
    status, found = examined(data)
    assert status == 1
    assert "2096" in found["clock_behind_record"]["sentence"]


def test_keys_that_are_missing_or_wrong_are_told_apart(data: Path) -> None:
    assert examined(data, MASTER_KEY=OTHER_KEY)[1]["master_key_wrong"]["grade"] == "wrong"
    key = data / "master.key"
    right = key.read_bytes()
    key.write_text("no key\n")
    assert "master.key" in examined(data)[1]["master_key_wrong"]["sentence"]
    key.unlink()
    status, found = examined(data)
    assert (status, found["master_key_missing"]["grade"]) == (1, "wrong")
    assert "Put master.key back" in found["master_key_missing"]["advice"]
    assert not key.exists(), "a look makes no key"
    key.write_bytes(right)
    (data / "keys.db").rename(data / "elsewhere")
    status, found = examined(data)
    assert (status, found["keys_missing"]["grade"]) == (1, "wrong")
    assert not (data / "keys.db").exists()


def test_an_older_folder_is_told_that_the_next_start_brings_it_up_to_date(data: Path) -> None:
    tamper(data / "dialogue.db", "DELETE FROM alembic_version")
    before = content(data)
    _, found = examined(data)
    assert found["database_older"]["grade"] == "fine"
    assert content(data) == before


def test_no_finding_that_is_not_fine_is_without_advice(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").write_text("")
    found = examined_with(scene(tmp_path / "Dropbox" / "data", HTTPS="1", HOST="192.0.2.1", PORT="8765").config)
    assert {one.grade.value for one in found} >= {"wrong"}
    assert [one for one in found if one.grade.value != "fine" and not one.advice] == []
