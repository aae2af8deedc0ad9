"""What verification says at a terminal, in plain words, and how it ends: 0 whole, 1 something is wrong, 2 not opened.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dialogue.archive.chain import Head
from dialogue.archive.checking import Checked, checked
from dialogue.archive.container import NotAPackage, package_files
from dialogue.archive.contents import HEAD
from dialogue.archive.finding import Finding

WHOLE, WRONG, NOT_OPENED = 0, 1, 2
MOST_TOLD = 20
_DIGITS = 32  # of a fingerprint, and so many groups of four as an eye can keep


def fingerprint(key: bytes) -> str:
    """How people compare a public key: 32 digits of its SHA-256 in groups of four."""
    digits = hashlib.sha256(key).hexdigest()[:_DIGITS].upper()
    return " ".join(digits[start : start + 4] for start in range(0, _DIGITS, 4))


def verified(path: Path, key: str = "", seal: str = "") -> tuple[int, list[str]]:
    """How verification of the package at `path` ends, and what it says.

    `key` is the fingerprint that the signature is to be of, `seal` a short form of a head that is to be in the chain.
    """
    try:
        found = checked(package_files(path))
    except NotAPackage as refused:
        return NOT_OPENED, [f"{refused.code}: {refused}"]
    findings = [*found.findings, *_unexpected(found, key, seal)]
    return WRONG if findings else WHOLE, [_printable(line) for line in (*_told(found), *_told_of(findings))]


def _printable(line: str) -> str:
    """Names come from the package; none of them may steer a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in line)


def _unexpected(found: Checked, key: str, seal: str) -> Iterator[Finding]:
    if key and (found.signed is None or not _same_key(key, found.signed.key)):
        yield Finding(HEAD, 1, "other_key", "this was signed with another key than the one that you named.")
    if seal and not any(_digits(seal) == _digits(head.short_form()) for head in found.heads):
        yield Finding(HEAD, 1, "other_seal", "the seal that you named is of no line of this record.")


def _same_key(wanted: str, key: bytes) -> bool:
    whole = hashlib.sha256(key).hexdigest()
    return _digits(wanted) in (whole[:_DIGITS], whole)


def _digits(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _told(found: Checked) -> Iterator[str]:
    if found.signed is None:
        return
    yield f"Dialogue {found.signed.dialogue}"
    yield f"{found.present} present, {found.erased} erased, {found.altered} altered"
    yield f"Texts in this copy: {found.texts}; left out of it: {found.left_out}"
    if found.closed:
        yield f"Seal at closing:    {_sealed(found.closed)}"
    yield f"Seal of the record: {_sealed(found.signed.head)}, the last"
    yield f"Signed with the key {fingerprint(found.signed.key)}"


def _sealed(head: Head) -> str:
    return f"{head.short_form()} at event {head.seq}"


def _told_of(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        yield "Nothing was altered. Whose key it is, no program can know: compare it with the one you were told."
        return
    yield f"WRONG: {findings[0]}"
    yield from (f"  also {finding}" for finding in findings[1:MOST_TOLD])
    if len(findings) > MOST_TOLD:
        yield f"  and {len(findings) - MOST_TOLD} more"


def main(arguments: Sequence[str]) -> int:
    """verify.py as a command. Gives its exit status."""
    for stream in (sys.stdout, sys.stderr):  # a terminal without a letter must not stop what comes after it
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    parser = argparse.ArgumentParser(prog="verify.py", description="Check a sealed package. Read VERIFY.txt first.")
    parser.add_argument("path", type=Path, help="the package, as a folder or a zip file")
    parser.add_argument("--key", default="", help="fingerprint of the key that it should be signed with")
    parser.add_argument("--seal", default="", help="a seal that was printed, such as the one at closing")
    given = parser.parse_args(arguments)
    status, lines = verified(given.path, given.key, given.seal)
    (sys.stderr if status == NOT_OPENED else sys.stdout).write("\n".join(lines) + "\n")
    return status
