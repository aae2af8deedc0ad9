"""Opening a package, a folder or a zip file, without believing it: nothing is unpacked, and only known names are read.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from dialogue.archive.contents import FILES

MOST_IN_A_FILE = 64 * 2**20  # bytes; a long dialogue has less than two million
MOST_IN_ALL = 128 * 2**20
MOST_ENTRIES = 64
MOST_TIMES = 100  # as large as it is packed; lines that differ in a number pack thirtyfold
_FREE = 2**16  # bytes that may be packed as tightly as they like

_FOLDERS = {os.path.dirname(name) for name in FILES} - {""}
_TOP = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_END = struct.Struct("<4s4H2LH")
_MOUNT_POINT = 0xA0000003  # Windows' links between folders
_ENCRYPTED = 1

# What zipfile raises for bytes that are no zip file, or no longer the one they were.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
)  # fmt: skip


class NotAPackage(Exception):
    """This is not opened: a stable code and a sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def package_files(path: Path) -> dict[str, bytes]:
    """The files of the package at `path`, by name. Files may be missing; there is none that doesn't belong to one.

    Raises NotAPackage: `not_found`, `not_readable`, `not_a_zip`, `name_refused`, `name_twice`, `link_refused`,
    `packing_refused`, `too_large`.
    """
    try:
        if path.is_dir():
            return _of_folder(path)
        if path.exists() and not path.is_file():
            raise NotAPackage("not_a_zip", f"{path} is neither a folder nor a zip file.")
        with path.open("rb") as file:
            content = file.read(MOST_IN_ALL + 1)
    except FileNotFoundError:
        raise NotAPackage("not_found", f"{path} is not there.") from None
    except OSError as error:
        raise NotAPackage("not_readable", f"{path} cannot be read ({error.strerror}).") from None
    if len(content) > MOST_IN_ALL:
        raise NotAPackage("too_large", f"{path} is larger than any package.")
    return _of_zip(content)


def _of_folder(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MOST_IN_ALL
    for entry, name in _files_of(folder):
        files[name] = _content_of(entry, name, left)
        left -= len(files[name])
    return files


def _files_of(folder: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    for entry in _entries(folder):
        if entry.name in _FOLDERS:
            _require_plain(entry, entry.name, folder=True)
            yield from ((inner, f"{entry.name}/{inner.name}") for inner in _entries(Path(entry.path)))
        else:
            yield entry, entry.name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = []
        for entry in found:
            entries.append(entry)
            if len(entries) > MOST_ENTRIES:
                raise NotAPackage("name_refused", f"{folder} holds more files than any package.")
    return sorted(entries, key=lambda entry: entry.name)


def _content_of(entry: os.DirEntry[str], name: str, left: int) -> bytes:
    _require_known(name)
    _require_plain(entry, name, folder=False)
    handle = os.open(entry.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        return _read_at_most(file, name, left)


def _read_at_most(file: IO[bytes], name: str, left: int) -> bytes:
    most = min(left, MOST_IN_A_FILE)
    content = file.read(most + 1)
    if len(content) > most:
        raise NotAPackage("too_large", f"{name} is larger than it can be in a package.")
    return content


def _require_plain(entry: os.DirEntry[str], name: str, *, folder: bool) -> None:
    about = entry.stat(follow_symlinks=False)
    plain = stat.S_ISDIR(about.st_mode) if folder else stat.S_ISREG(about.st_mode)
    if not plain or getattr(about, "st_reparse_tag", 0) == _MOUNT_POINT:
        raise NotAPackage("link_refused", f"{name} is a link, or no plain {'folder' if folder else 'file'}.")


def _require_known(name: str) -> None:
    if name not in FILES:
        raise NotAPackage("name_refused", f"{ascii(name)[:100]} is not the name of a file in a package.")


def _of_zip(content: bytes) -> dict[str, bytes]:
    _require_plain_zip(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _unpacked(packed)
    except _DAMAGED:
        raise NotAPackage("not_a_zip", "This zip file is damaged.") from None


def _require_plain_zip(content: bytes) -> None:
    """Looks at the end of the file first: from there a zip file says how many entries a reader has to expect."""
    if len(content) < _END.size or not content.startswith(b"PK\x03\x04"):
        raise NotAPackage("not_a_zip", "This is neither a folder nor a zip file.")
    mark, disk, first_disk, here, entries, size, start, comment = _END.unpack(content[-_END.size :])
    if mark != b"PK\x05\x06" or (disk, first_disk, comment) != (0, 0, 0) or here != entries:
        raise NotAPackage("not_a_zip", "This zip file is cut, or something was added to it.")
    if entries > MOST_ENTRIES:
        raise NotAPackage("name_refused", "This zip file holds more files than any package.")
    if start + size + _END.size != len(content):
        raise NotAPackage("not_a_zip", "This zip file is cut, or something was added to it.")


def _unpacked(packed: zipfile.ZipFile) -> dict[str, bytes]:
    top = _top_of(packed)
    files: dict[str, bytes] = {}
    left = MOST_IN_ALL
    for entry in packed.infolist():
        name = entry.orig_filename[len(top) :]
        if entry.orig_filename.endswith("/") and name.rstrip("/") in _FOLDERS | {""} and not entry.file_size:
            continue
        _require_known(name)
        if name in files:
            raise NotAPackage("name_twice", f"{name} is in it twice.")
        _require_plain_entry(entry, name)
        with packed.open(entry) as file:
            files[name] = _read_at_most(file, name, left)
        left -= len(files[name])
    return files


def _top_of(packed: zipfile.ZipFile) -> str:
    """The one folder that all of it is in, with its slash; nothing where the files stand by themselves."""
    names = [entry.orig_filename for entry in packed.infolist()]
    top, slash, _ = names[0].partition("/") if names else ("", "", "")
    if slash and top not in _FOLDERS and _TOP.fullmatch(top) and all(name.startswith(top + "/") for name in names):
        return top + slash
    return ""


def _require_plain_entry(entry: zipfile.ZipInfo, name: str) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise NotAPackage("link_refused", f"{name} is a link, or no plain file.")
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotAPackage("packing_refused", f"{name} is packed in a way that no package is.")
    if entry.file_size > min(MOST_IN_A_FILE, MOST_TIMES * entry.compress_size + _FREE):
        raise NotAPackage("too_large", f"{name} is larger than it can be in a package, or packed too tightly.")
