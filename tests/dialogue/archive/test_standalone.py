"""verify.py, as it lies in a package: with any Python and nothing else it says what `dialogue verify` says."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from dialogue.archive import Header, first_link
from dialogue.archive.container import package_files
from dialogue.archive.contents import CHECKER, EVENTS, EXPLAINED, WORDS, Word
from dialogue.archive.package import as_zip, head_of, sealed_package
from dialogue.archive.standalone import MODULES, verify_py
from dialogue.archive.telling import fingerprint, verified
from tests.dialogue.archive.given import KEY, PUBLIC, closing, flipped, in_folder, package

WHOLE = package()


def alone(*arguments: str | Path, at: Path) -> tuple[int, list[str]]:
    """verify.py in an isolated Python, without site packages, in an empty environment, in its own folder."""
    checker = at / "verify.py"
    checker.write_bytes(verify_py())
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-W", "error", str(checker), *map(str, arguments)],
        cwd=at, env=needed, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).splitlines()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("alone")


DAMAGED = {
    "whole": WHOLE,
    "without words": {name: content for name, content in WHOLE.items() if name != WORDS},
    "a bit of an event": {**WHOLE, EVENTS: flipped(WHOLE[EVENTS], 800)},
    "a bit of the words": {**WHOLE, WORDS: flipped(WHOLE[WORDS], 3000)},
    "a bit of a text beside": {**WHOLE, EXPLAINED: flipped(WHOLE[EXPLAINED], 8)},
    "cut": {**WHOLE, EVENTS: WHOLE[EVENTS][:900]},
    "nothing": {EVENTS: b""},
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_alone_it_says_what_the_program_says(place: Path, damage: str) -> None:
    path = place / f"{damage}.zip"
    path.write_bytes(as_zip(DAMAGED[damage], "dialogue-d1"))
    assert alone(path, at=place) == verified(path)
    assert verified(path)[0] == (0 if damage == "whole" else 1)


def test_alone_it_refuses_what_the_program_refuses(place: Path) -> None:
    (place / "p.zip").write_bytes(b"PK\x03\x04 and nothing more of a zip file than that")
    for path in (place / "p.zip", place / "gone"):
        assert alone(path, at=place) == verified(path)
        assert verified(path)[0] == 2


def test_it_checks_the_package_that_it_lies_in(tmp_path: Path) -> None:
    folder = in_folder(WHOLE, tmp_path / "package")
    status, said = alone(".", at=folder)
    assert (status, said[1]) == (0, "10 present, 2 erased, 0 altered")
    assert package_files(folder) == WHOLE  # it wrote nothing there


def test_a_key_and_a_seal_that_were_told_are_compared(place: Path) -> None:
    path = place / "told.zip"
    path.write_bytes(as_zip(WHOLE, "d"))
    seal = closing().short_form()
    key = fingerprint(PUBLIC)
    assert any(line == f"Seal at closing:    {seal} at event 11" for line in verified(path)[1])
    for told in (key, key.lower().replace(" ", ""), f"  {key} "):
        assert alone(path, "--key", told, "--seal", seal.upper(), at=place)[0] == 0
    for option, other, code in (
        ("--key", key[:-1] + "0", "other_key"),
        ("--seal", "0000-0000-0000-0000", "other_seal"),
    ):
        status, said = alone(path, option, other, at=place)
        assert status == 1
        assert f"({code})" in said[-1]


def test_what_is_wrong_is_named_with_file_line_and_code(place: Path) -> None:
    path = place / "named.zip"
    path.write_bytes(as_zip(DAMAGED["a bit of an event"], "d"))
    first = f"WRONG: {EVENTS}, line 1: event 1: this line was changed after it was written. (altered_line)"
    assert first in verified(path)[1]


def test_a_package_cannot_steer_the_terminal(place: Path) -> None:
    name = "\x1b[2J\u202etext"
    header = Header(1, "note", 1, "2026-11-22", {name: "0" * 64}, first_link("d\x07"))
    events = [(header, header.link())]
    lied = Word(1, name, bytes(16), "said")
    path = place / "steering.zip"
    path.write_bytes(as_zip(sealed_package(head_of("d\x07", events, PUBLIC), KEY.sign, events, [lied]), "d"))
    status, said = verified(path)
    assert (status, said[0]) == (1, "Dialogue d?")
    assert any("altered_words" in line and "“?[2J?text”" in line for line in said)
    assert all(line.isprintable() for line in said)


def test_it_is_one_text_that_an_older_python_can_read() -> None:
    module = ast.parse(verify_py(), feature_version=(3, 9))
    named = Counter(node.name for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    named += Counter(
        target.id
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    assert [name for name, times in named.items() if times > 1] == []
    imported = {name for node in ast.walk(module) if isinstance(node, ast.Import) for name in (node.names[0].name,)}
    imported |= {node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
    assert WHOLE[CHECKER] == verify_py()


def test_each_module_stands_alone_but_for_those_before_it() -> None:
    folder = Path(__file__).parents[3] / "dialogue" / "archive"
    for number, name in enumerate(MODULES):
        module = ast.parse((folder / f"{name}.py").read_text("utf-8"))
        for node in ast.walk(module):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dialogue"):
                assert (node.module or "").rpartition(".")[2] in MODULES[:number]
                assert all(alias.asname is None for alias in node.names)


def test_ten_thousand_events_are_checked_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "long.zip"
    path.write_bytes(as_zip(package(10_000), "d"))
    took = []
    for _ in range(3):
        began = time.process_time()
        status, said = verified(path)
        took.append(time.process_time() - began)
    assert (status, said[1]) == (0, "8571 present, 1429 erased, 0 altered")
    assert min(took) < 3  # seconds of a processor that others use, too; alone it is a fifth of that
