"""`dialogue export --sealed`: from a data folder to a package that verifies with Python alone, and forgets with it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import delete

from dialogue.archive.checking import Checked, checked
from dialogue.archive.container import package_files
from dialogue.archive.contents import HEAD, OUTCOME, SIGNATURE, WORDS
from dialogue.archive.telling import fingerprint
from sessions.cli import dialogue as commands
from sessions.sealed.writing import write_package
from sessions.storage.refusals import StorageRefusal
from sessions.storage.signing import Signer
from sessions.storage.store import Storage, open_storage
from sessions.storage.tables import words
from tests.sessions.sealed.given import closed, data_of
from tests.sessions.storage.given import tamper
from tests.sessions.terminal import Told, dialogue


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both scenarios, closed."""
    folder = tmp_path_factory.mktemp("sealed") / "data"
    return data_of(folder, trust=closed("trust"), speaking=closed("speaking-up"))


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return shutil.copytree(data, tmp_path / "data")


def run(data: Path, *arguments: str | Path) -> Told:
    """A command in this process: one of its own takes seconds. How its mistakes are told needs one."""
    done = CliRunner().invoke(commands, [*map(str, arguments)], env={"DATA": str(data)})
    return Told(done.exit_code, done.stdout, done.stderr)


def export(data: Path, path: Path, *options: str, name: str = "speaking") -> Told:
    told = run(data, "export", name, "--sealed", path, *options)
    assert told.status == 0, told.complained
    return told


def found_in(path: Path) -> Checked:
    found = checked(package_files(path))
    assert found.findings == ()
    return found


def story_words(data: Path, name: str) -> set[str]:
    """All words of stories that are still in the record, opened."""
    storage = open_storage(data)
    rows = storage.load(name)
    storage.close()
    told = {"experience_told", "sentence_written", "sentence_corrected", "account_written"}
    return {text for row in rows if row.type in told for text in row.words.values() if len(text) > 8}


def names(data: Path, name: str) -> set[str]:
    storage = open_storage(data)
    rows = storage.load(name)
    storage.close()
    return {row.words["pseudonym"] for row in rows if "pseudonym" in row.words}


def inside(path: Path) -> str:
    """Every text that the package holds of the dialogue, as it stands there and unescaped."""
    files = package_files(path)
    rows = [json.loads(row) for row in files[WORDS].decode().splitlines()]
    return "\n".join([row.get("text", "") for row in rows] + [files.get(OUTCOME, b"").decode()])


@pytest.mark.parametrize("name", ["trust", "speaking"])
@pytest.mark.parametrize("where", ["p.zip", "folder"])
def test_an_archive_made_here_verifies_with_python_alone(data: Path, tmp_path: Path, name: str, where: str) -> None:
    export(data, tmp_path / where, "--with-stories", name=name)
    checker = tmp_path / "elsewhere" / "verify.py"
    checker.parent.mkdir()
    checker.write_bytes(package_files(tmp_path / where)["verify.py"])
    alone = [sys.executable, "-I", "-S", "-X", "utf8", str(checker), str(tmp_path / where)]
    done = subprocess.run(alone, env={}, cwd="/", capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = run(data, "verify", tmp_path / where)
    assert (told.status, told.said) == (0, done.stdout)
    assert " 0 altered" in told.said


def test_one_flipped_bit_is_found_and_named(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "p", "--with-words")
    path = tmp_path / "p" / "data" / "events.jsonl"
    content = bytearray(path.read_bytes())
    at = len(content) // 2
    content[at] ^= 1
    line = bytes(content[:at]).count(b"\n") + 1
    path.write_bytes(bytes(content))
    told = run(data, "verify", tmp_path / "p")
    assert told.status == 1
    assert f"WRONG: data/events.jsonl, line {line}: " in told.said


def test_without_words_there_are_none(data: Path, tmp_path: Path) -> None:
    told = export(data, tmp_path / "p.zip")
    assert "No words are in it" in told.said
    found = found_in(tmp_path / "p.zip")
    assert (found.texts, inside(tmp_path / "p.zip").strip()) == (0, "")
    assert OUTCOME not in package_files(tmp_path / "p.zip")


def test_words_and_stories_are_chosen_and_it_is_said_that_a_copy_escapes(data: Path, tmp_path: Path) -> None:
    without = export(data, tmp_path / "w.zip", "--with-words")
    with_them = export(data, tmp_path / "s.zip", "--with-stories")
    for told in (without, with_them):
        assert "Nobody can take words back from a copy" in told.said
    stories = story_words(data, "speaking")
    assert len(stories) > 5
    assert not [story for story in stories if story in inside(tmp_path / "w.zip")]
    assert len([story for story in stories if story in inside(tmp_path / "s.zip")]) > 5
    assert 0 < found_in(tmp_path / "w.zip").texts < found_in(tmp_path / "s.zip").texts


def test_nobodys_name_is_in_any_of_it(data: Path, tmp_path: Path) -> None:
    for name in ("trust", "speaking"):
        export(data, tmp_path / f"{name}.zip", "--with-stories", name=name)
        said = set(inside(tmp_path / f"{name}.zip").split())
        assert names(data, name)
        assert not {one for one in names(data, name) if one in said}


def test_the_withdrawn_story_is_nowhere_and_counts_as_erased(data: Path, tmp_path: Path) -> None:
    room = closed("speaking-up")
    gone = {text for record, _ in room.log.records if record.item in room.log.erased for text in record.words.values()}
    gone = {text for text in gone if len(text) >= 8}
    assert gone
    export(data, tmp_path / "p", "--with-stories")
    assert found_in(tmp_path / "p").erased > 0
    on_disk = b"".join(path.read_bytes() for path in (tmp_path / "p").rglob("*") if path.is_file())
    assert not [text for text in gone if text.encode() in on_disk or json.dumps(text)[1:-1].encode() in on_disk]


def forgotten(data: Path) -> str:
    """Erases a sentence without any event, as restoring an older backup does; gives its words."""
    storage = open_storage(data)
    gone = next(row for row in storage.load("speaking") if row.type == "sentence_written")

    def erase() -> None:
        storage.keys.list_erasures([("speaking", str(gone.item))], "2026-12-01")
        with storage.log.transaction().begin():
            forget = delete(words).where(words.c.dialogue_id == "speaking", words.c.item == gone.item)
            storage.log.transaction().execute(forget)

    storage.thread.call(erase)
    storage.close()
    return gone.words["text"]


def test_words_that_are_erased_afterwards_leave_the_head_and_its_signature_as_they_were(
    copy: Path, tmp_path: Path
) -> None:
    export(copy, tmp_path / "before", "--with-stories")
    gone = forgotten(copy)
    export(copy, tmp_path / "after", "--with-stories")
    before, after = found_in(tmp_path / "before"), found_in(tmp_path / "after")
    assert after.erased == before.erased + 1
    assert after.present == before.present - 1
    for name in (HEAD, SIGNATURE, "data/events.jsonl"):
        assert (tmp_path / "before" / name).read_bytes() == (tmp_path / "after" / name).read_bytes()
    assert gone in inside(tmp_path / "before")
    assert gone not in inside(tmp_path / "after")


def test_the_same_record_gives_the_same_package(data: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        export(data, tmp_path / name, "--with-words")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_its_owner_may_read_it(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "p.zip", "--with-words")
    export(data, tmp_path / "p", "--with-words")
    for path in [tmp_path / "p.zip", *(tmp_path / "p").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert stat.S_IMODE((tmp_path / "p").stat().st_mode) == 0o700


def test_the_seal_at_closing_is_in_every_later_package(data: Path, tmp_path: Path) -> None:
    told = export(data, tmp_path / "p.zip")
    storage = open_storage(data)
    head = storage.closing_head("speaking")
    storage.close()
    assert head is not None
    assert f"Seal at closing:    {head.short_form()}\n" in told.said
    assert run(data, "verify", tmp_path / "p.zip", "--seal", head.short_form()).status == 0
    assert run(data, "verify", tmp_path / "p.zip", "--seal", "0123-4567-89ab-cdef").status == 1


def test_a_new_key_leaves_old_packages_as_valid_as_they_were(copy: Path, tmp_path: Path) -> None:
    export(copy, tmp_path / "old.zip")
    old = run(copy, "signing-key").said.splitlines()[0].removeprefix("Fingerprint: ")
    told = run(copy, "signing-key", "--new")
    new = told.said.splitlines()[0].removeprefix("Fingerprint: ")
    assert old != new
    assert any(line.startswith("Earlier, ") and line.endswith(old) for line in told.said.splitlines())
    export(copy, tmp_path / "new.zip")
    for name, key, other in (("old.zip", old, new), ("new.zip", new, old)):
        assert run(copy, "verify", tmp_path / name, "--key", key).status == 0
        wrong = run(copy, "verify", tmp_path / name, "--key", other)
        assert (wrong.status, "(other_key)" in wrong.said) == (1, True)
    assert found_in(tmp_path / "old.zip").signed is not None


def refusal(data: Path, path: Path, name: str = "speaking") -> str:
    """The code with which making or writing a package is refused; the sentence says what to do."""
    done = CliRunner().invoke(commands, ["export", name, "--sealed", str(path)], env={"DATA": str(data)})
    assert isinstance(done.exception, StorageRefusal)
    assert str(done.exception).endswith(".")
    assert done.output == ""
    return done.exception.code


def test_what_cannot_be_sealed_is_said_and_nothing_is_written(copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    assert refusal(copy, path, "nobody") == "dialogue_unknown"
    tamper(copy / "dialogue.db", "UPDATE words SET sealed = zeroblob(60) WHERE dialogue_id = 'trust' AND seq = 1")
    assert refusal(copy, path, "trust") == "record_altered"
    storage = open_storage(copy)
    assert refusal(copy, path) == "data_in_use"
    storage.destroy_key("speaking")
    storage.close()
    dialogue("export", "speaking", "--sealed", str(path), DATA=str(copy)).is_one_sentence("key_gone")
    assert [left.name for left in tmp_path.iterdir()] == ["data"]


def test_what_does_not_verify_is_not_written(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    signer = Signer(bytes(32), lambda message: bytes(64))  # a key that signs nothing
    monkeypatch.setattr(Storage, "signer", lambda storage, day: signer)
    assert refusal(data, tmp_path / "p.zip") == "package_not_whole"
    assert list(tmp_path.iterdir()) == []


def test_a_dialogue_that_goes_on_is_not_sealed_yet(tmp_path: Path) -> None:
    room = closed("trust")
    assert type(room.happened[-1]).__name__ == "DialogueClosed"
    del room.log.records[-1]
    data = data_of(tmp_path / "data", d1=room)
    assert refusal(data, tmp_path / "p", "d1") == "not_closed"


def test_an_older_package_is_not_replaced(data: Path, tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_text("older")
    (tmp_path / "p").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for name in ("p.zip", "p", "link"):
        assert refusal(data, tmp_path / name) == "package_exists"
    assert (tmp_path / "p.zip").read_text() == "older"
    assert refusal(data, tmp_path / "no" / "p") == "package_not_writable"


@pytest.mark.parametrize("name", ["p.zip", "p"])
def test_a_disk_that_fails_leaves_no_half_file(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = iter(range(3))

    def full(handle: int) -> None:
        if name == "p.zip" or next(written, None) is None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageRefusal, match="No space left") as refused:
        write_package({f"data/{n}": b"x" for n in range(9)}, tmp_path / name, "d")
    assert refused.value.code == "package_not_writable"
    assert list(tmp_path.iterdir()) == []


def test_verify_ends_with_what_it_found(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "p.zip")
    assert dialogue("verify", str(tmp_path / "p.zip")).status == 0
    (tmp_path / "other.zip").write_bytes(b"PK\x03\x04" + bytes(99))
    dialogue("verify", str(tmp_path / "other.zip")).is_one_sentence("not_a_zip")
    assert run(data, "verify", tmp_path / "gone").complained.startswith("not_found: ")


def test_a_fingerprint_is_eight_groups_of_four() -> None:
    assert fingerprint(bytes(32)) == "6668 7AAD F862 BD77 6C8F C18B 8E9F 8E20"
