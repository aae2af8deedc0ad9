"""Packages that are no packages: nothing is unpacked, no name but a known one is read, no bomb goes off."""

from __future__ import annotations

import os
import random
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest

from dialogue.archive.checking import checked
from dialogue.archive.container import MOST_IN_A_FILE, NotAPackage, package_files
from dialogue.archive.contents import EVENTS, EXPLAINED, HEAD, WORDS
from dialogue.archive.package import as_zip
from tests.dialogue.archive.given import flipped, in_folder, package, zipped

WHOLE = package()


def refused(path: Path, content: bytes | None = None) -> str:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NotAPackage) as why:
        package_files(path)
    assert str(why.value).endswith(".")
    return why.value.code


def test_a_folder_and_a_zip_file_with_or_without_its_top_folder_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "with.zip").write_bytes(as_zip(WHOLE, "dialogue-d1"))
    (tmp_path / "without.zip").write_bytes(zipped(*WHOLE.items()))
    folders = [(f"d/{name}/", b"") for name in ("", "data", "sig", "schemas") if name]
    repacked = zipped(("d/", b""), *folders, *((f"d/{name}", content) for name, content in WHOLE.items()))
    (tmp_path / "repacked.zip").write_bytes(repacked)
    for name in ("with.zip", "without.zip", "repacked.zip"):
        assert package_files(tmp_path / name) == WHOLE
    assert package_files(in_folder(WHOLE, tmp_path / "folder")) == WHOLE


def test_a_zip_file_tells_nothing_about_when_and_where_it_was_made() -> None:
    assert as_zip(WHOLE, "dialogue-d1") == as_zip(dict(reversed(WHOLE.items())), "dialogue-d1")


HOSTILE_NAMES = [
    "../verify.py", "d/../../verify.py", "/verify.py", "d//verify.py", "d/./verify.py", "C:\\verify.py",
    "..\\verify.py", "verify.py\0.txt", "d/verify.py/x", "VERIFY.PY", "d/data/../verify.py", "notes.txt", "d/data/",
    "data/words.jsonl ", "d/data/words.jsonl/", "e/verify.py", "\u202everify.py", "__MACOSX/verify.py",
    "d/data/sub/words.jsonl", "",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_that_no_package_has_are_refused(tmp_path: Path, name: str) -> None:
    entry = zipfile.ZipInfo("d/verify.py")
    entry.filename = name
    content = zipped(("d/bagit.txt", b"x"), (entry, b"y"))
    assert refused(tmp_path / "p.zip", content) == "name_refused"
    assert os.listdir(tmp_path) == ["p.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("again", ["d/verify.py", "d/VERIFY.txt"])
def test_a_name_that_is_there_twice_is_refused(tmp_path: Path, again: str) -> None:
    content = zipped(("d/verify.py", b"x"), ("d/VERIFY.txt", b"y"), (again, b"z"))
    assert refused(tmp_path / "p.zip", content) == "name_twice"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR, stat.S_IFSOCK])
def test_links_and_what_is_no_file_in_a_zip_file_are_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("d/data/words.jsonl")
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    assert refused(tmp_path / "p.zip", zipped((entry, b"/etc/passwd"))) == "link_refused"


def test_links_and_what_is_no_file_in_a_folder_are_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("secret")
    for name in (WORDS, EXPLAINED):
        folder = in_folder(WHOLE, tmp_path / name.replace("/", "-"))
        (folder / name).unlink()
        (folder / name).symlink_to(elsewhere)
        assert refused(folder) == "link_refused"
        (folder / name).unlink()
        os.mkfifo(folder / name)
        assert refused(folder) == "link_refused"
    folder = in_folder(WHOLE, tmp_path / "linked")
    (folder / "data").rename(tmp_path / "data")
    (folder / "data").symlink_to(tmp_path / "data")
    assert refused(folder) == "link_refused"


def test_other_files_and_folders_in_a_folder_are_refused(tmp_path: Path) -> None:
    for name in ("notes.txt", "data/more.jsonl"):
        folder = in_folder({**WHOLE, name: b""}, tmp_path / name.replace("/", "-"))
        assert refused(folder) == "name_refused"
    folder = in_folder(WHOLE, tmp_path / "deep")
    (folder / "data" / "words.jsonl").unlink()
    (folder / "data" / "words.jsonl").mkdir()
    assert refused(folder) == "link_refused"
    crowded = in_folder({f"{number}.txt": b"" for number in range(500)}, tmp_path / "crowded")
    assert refused(crowded) == "name_refused"


def test_bombs_are_refused_before_they_go_off(tmp_path: Path) -> None:
    began = time.monotonic()
    huge = zipped(("d/data/words.jsonl", bytes(MOST_IN_A_FILE + 1)))
    assert len(huge) < 100_000
    assert refused(tmp_path / "p.zip", huge) == "too_large"
    assert (
        refused(tmp_path / "p.zip", zipped(("d/data/words.jsonl", bytes(2**21)))) == "too_large"
    )  # packed too tightly
    assert refused(tmp_path / "p.zip", with_size(huge, 100)) in {"too_large", "not_a_zip"}  # lies about its size
    many = zipped(*((f"d/{number}", b"") for number in range(100)))
    assert refused(tmp_path / "p.zip", many) == "name_refused"
    assert time.monotonic() - began < 10


def test_folders_that_are_too_large_are_refused(tmp_path: Path) -> None:
    folder = in_folder(WHOLE, tmp_path / "large")
    os.truncate(folder / WORDS, MOST_IN_A_FILE + 1)
    assert refused(folder) == "too_large"
    for name in (WORDS, EVENTS, EXPLAINED):  # each of them as large as one may be
        os.truncate(folder / name, MOST_IN_A_FILE)
    assert refused(folder) == "too_large"


def test_what_would_wait_for_ever_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "not_a_zip"
    assert refused(Path("/dev/zero")) == "not_a_zip"


def with_size(content: bytes, size: int) -> bytes:
    """A zip file whose table of contents says that its one entry has another size."""
    at = content.rindex(b"PK\x01\x02") + 24
    return content[:at] + struct.pack("<L", size) + content[at + 4 :]


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_refused(tmp_path: Path, how: int) -> None:
    assert refused(tmp_path / "p.zip", zipped(("d/verify.py", b"x" * 99), how=how)) == "packing_refused"


def test_what_is_locked_with_a_password_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped(("d/verify.py", b"x")))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(tmp_path / "p.zip", bytes(content)) == "packing_refused"


@pytest.mark.parametrize("content", [b"", b"PK", b"a letter", b"PK\x05\x06" + bytes(18), b"PK\x03\x04" + bytes(99)])
def test_what_is_no_zip_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path / "p.zip", content) == "not_a_zip"


def test_what_was_added_before_or_after_is_refused(tmp_path: Path) -> None:
    packed = as_zip(WHOLE, "d")
    for content in (b"#!/bin/sh\n" + packed, packed + b"more", packed + packed, packed[:-1], packed[:-2] + b"\1\0x"):
        assert refused(tmp_path / "p.zip", content) == "not_a_zip"


def test_where_there_is_nothing_or_nothing_may_be_read_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone") == "not_found"
    assert refused(tmp_path / ("x" * 300)) == "not_readable"


def test_any_flipped_bit_of_a_zip_file_is_found_or_changes_nothing(tmp_path: Path) -> None:
    packed = as_zip(WHOLE, "d")
    path = tmp_path / "p.zip"
    harmless = 0
    for bit in random.Random(7).sample(range(len(packed) * 8), 400):
        path.write_bytes(flipped(packed, bit))
        try:
            files = package_files(path)
        except NotAPackage:
            continue
        assert files == WHOLE or checked(files).findings
        harmless += files == WHOLE
    assert harmless < 100  # times, and systems that it was made on


def test_a_part_of_a_package_is_read_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(zipped((f"d/{HEAD}", WHOLE[HEAD]), (f"d/{EVENTS}", b"")))
    assert package_files(tmp_path / "p.zip") == {HEAD: WHOLE[HEAD], EVENTS: b""}
