"""Sealed packages to be tampered with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dialogue.archive import Head, Header, Opened, commitment, first_link
from dialogue.archive.checking import Checked, checked
from dialogue.archive.contents import ERASED, LEFT_OUT, Word
from dialogue.archive.finding import Finding
from dialogue.archive.package import bagged, head_of, sealed_package

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
DIALOGUE = "d1"
TYPES = ("agreement_given", "experience_told", "experience_told", "narrator_accepted", "statement_written")

Files = Mapping[str, bytes]


def record(length: int) -> tuple[list[tuple[Header, bytes]], list[Word]]:
    """So many events with their links, and their words: what is erased or left out among them."""
    prev = first_link(DIALOGUE)
    events, words = [], []
    for seq in range(1, length + 1):
        kind = "dialogue_closed" if seq == length - 1 else TYPES[seq % len(TYPES)]
        own = {"@at": Opened(bytes(16), str(seq)), "@data": Opened(bytes(16), "{}")}
        said = {} if kind == "dialogue_closed" else _said(seq)
        commitments = {name: commitment(opened) for name, opened in {**own, **said}.items()}
        header = Header(seq, kind, 1, "2026-11-22", commitments, prev)
        prev = header.link()
        events.append((header, prev))
        words += [_word(seq, name, opened) for name, opened in said.items()]
    return events, words


def _said(seq: int) -> dict[str, Opened]:
    told = {"text": Opened(bytes([seq % 256]) * 16, f"Wer fragt, führt – № {seq}")}
    return {**told, "account": Opened(bytes([seq % 256, 1]) * 8, "")} if seq % 3 == 0 else told


def _word(seq: int, name: str, opened: Opened) -> Word:
    if seq % 7 == 2:
        return Word(seq, name, absent=ERASED)
    if seq % 7 == 4:
        return Word(seq, name, absent=LEFT_OUT)
    return Word(seq, name, opened.salt, opened.text)


def package(length: int = 12, outcome: str | None = "It was worth asking.\n") -> dict[str, bytes]:
    """A whole package."""
    events, words = record(length)
    return sealed_package(head_of(DIALOGUE, events, PUBLIC), KEY.sign, events, words, outcome)


def closing(length: int = 12) -> Head:
    """Where the chain of that package stood when its dialogue was closed."""
    header, link = record(length)[0][-2]
    return Head(header.seq, link)


def flipped(content: bytes, bit: int) -> bytes:
    """The same bytes but for one bit."""
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def lines(files: Files, name: str) -> list[bytes]:
    """The lines of a file, with their ends."""
    return files[name].splitlines(keepends=True)


def with_lines(files: Files, name: str, changed: list[bytes]) -> dict[str, bytes]:
    """The package with other lines in a file, and the manifests made anew, as a forger would."""
    return bagged({**files, name: b"".join(changed)})


def first_bad(files: Files) -> Finding:
    """What is named first."""
    found: Checked = checked(files)
    assert found.findings
    return found.findings[0]


def in_folder(files: Files, folder: Path) -> Path:
    """The package as a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of whatever entries."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", how) as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return packed.getvalue()
