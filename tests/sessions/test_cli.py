"""What an operator sees: one sentence with a code instead of a traceback."""

from __future__ import annotations

import base64
import re
import socket
from pathlib import Path

import pytest

from sessions.storage.store import open_storage
from tests.sessions.pages.given import Visitor, server
from tests.sessions.storage.given import dialogue_of, tamper
from tests.sessions.terminal import dialogue

OTHER_KEY = base64.b64encode(b"another key of exactly 32 bytes!").decode()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a small dialogue."""
    path = tmp_path / "data"
    storage = open_storage(path)
    dialogue_of(storage, "d1", 3)
    storage.close()
    return path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"), ("PORT", "65536"), ("HOST", "http://here"), ("LAN", "maybe"), ("ASYNC_MODE", "gevent"),
        ("PUBLIC_URL", "here"), ("LANGUAGES", "English"), ("LANGUAGES", "en,xx"), ("MASTER_KEY", "short"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_named(tmp_path: Path, name: str, value: str) -> None:
    dialogue("serve", DATA=str(tmp_path), **{name: value}).is_one_sentence("setting_invalid", name)
    assert list(tmp_path.iterdir()) == []


def test_a_port_in_use_is_named_with_what_to_do(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        next_one = (f"--port {port + 1} ", f"PORT={port + 1}")
        dialogue("serve", DATA=str(data), PORT=str(port)).is_one_sentence("port_in_use", str(port), *next_one)
        dialogue("demo", PORT=str(port)).is_one_sentence("port_in_use", str(port), *next_one)


def test_a_host_that_is_not_this_machine_is_named(data: Path) -> None:
    dialogue("serve", "--host", "192.0.2.1", DATA=str(data)).is_one_sentence("setting_invalid", "HOST 192.0.2.1")


@pytest.mark.parametrize("verb", ["serve", "verify", "backup", "restore"])
def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path, verb: str) -> None:
    in_the_way, given = tmp_path / "file", tmp_path / "given"
    in_the_way.write_text("not a folder")
    given.write_text("")
    path = {"backup": [str(tmp_path / "new")], "restore": [str(given)]}.get(verb, [])
    dialogue(verb, *path, DATA=str(in_the_way)).is_one_sentence("data_not_writable", str(in_the_way), "DATA")
    dialogue(verb, *path, "--data", str(in_the_way / "in")).is_one_sentence("data_not_writable")


@pytest.mark.parametrize("verb", ["serve", "verify"])
def test_keys_that_are_missing_or_wrong_are_told_apart(data: Path, verb: str) -> None:
    dialogue(verb, DATA=str(data), MASTER_KEY=OTHER_KEY).is_one_sentence("master_key_wrong", "MASTER_KEY")
    key = data / "master.key"
    right = key.read_bytes()
    key.write_text("no key\n")
    dialogue(verb, DATA=str(data)).is_one_sentence("master_key_wrong", "master.key")
    key.unlink()
    dialogue(verb, DATA=str(data)).is_one_sentence("master_key_missing", "master.key")
    key.write_bytes(right)
    (data / "keys.db").rename(data / "elsewhere")
    dialogue(verb, DATA=str(data)).is_one_sentence("keys_missing", "keys.db")
    (data / "elsewhere").rename(data / "keys.db")
    assert dialogue("verify", DATA=str(data)).status == 0


@pytest.mark.parametrize("file", ["dialogue.db", "keys.db"])
def test_a_database_of_a_newer_version_is_left_alone(data: Path, file: str) -> None:
    tamper(data / file, "UPDATE alembic_version SET version_num = 'from the future'")
    before = (data / file).read_bytes()
    dialogue("serve", DATA=str(data)).is_one_sentence("database_newer", "newer version")
    assert (data / file).read_bytes() == before


def test_a_database_that_is_none_is_named(data: Path) -> None:
    (data / "dialogue.db").write_bytes(b"something else" * 999)
    dialogue("serve", DATA=str(data)).is_one_sentence("database_damaged", "dialogue.db")


def test_while_a_server_runs_nobody_else_touches_its_data(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    copy.write_text("")
    with server(data) as served:
        for verb in (["serve"], ["verify"], ["backup", str(tmp_path / "new")], ["restore", str(copy)]):
            dialogue(*verb, DATA=str(data)).is_one_sentence("data_in_use", str(data), "Stop it first")
        assert not (tmp_path / "new").exists()
        assert Visitor(served).get("/join").status == 200


def test_phones_are_told_an_address_and_a_picture_with_lan_and_how_without(tmp_path: Path) -> None:
    with server(tmp_path / "data", HOST="localhost", LAN="1", PUBLIC_URL="http://192.168.4.20:8000") as served:
        said = "".join(served.said)
        assert "Phones on the same network open http://192.168.4.20:8000" in said
        assert len(re.findall(r"[█▀▄]", said)) > 100
        assert "Not encrypted" in said
    with server(tmp_path / "data2") as served:
        said = "".join(served.said)
        assert "--lan" in said
        assert "LAN=1 make serve" in said
        assert "█" not in said


def test_mistyped_commands_are_told_what_there_is() -> None:
    for arguments in (["sevre"], ["serve", "--prot", "1"], ["restore", "no such file"], ["backup"]):
        told = dialogue(*arguments)
        assert told.status == 2
        assert "Traceback" not in told.complained
        assert "Usage: dialogue" in told.complained


def test_whoever_mistypes_is_told_what_to_type_in_the_words_by_which_they_came() -> None:
    told = dialogue("banana", DIALOGUE_TYPED_AS="python3 start.py")
    assert (told.status, told.said) == (2, "")
    assert "Try 'python3 start.py --help'" in told.complained
    assert "dialogue --help" not in told.complained
    helped = dialogue("serve", "--help", DIALOGUE_TYPED_AS="python3 start.py")
    assert helped.said.startswith("Usage: python3 start.py serve [OPTIONS]")
