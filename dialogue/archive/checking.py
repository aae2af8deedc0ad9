"""Whether a package is what was sealed: the signature, the chain that it signs, the words that the chain promises.

The head of the chain is signed, not the bag, so that words can be taken out of a package and it stays valid. What is
still there must be what was written, every line in its place. What is wrong is named by file and line.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue.archive.chain import Head
from dialogue.archive.consents_found import consent_flaws
from dialogue.archive.contents import (
    ALWAYS,
    CLOSED,
    CONSENTS,
    ERASED,
    EVENTS,
    HEAD,
    LEFT_OUT,
    SIGNATURE,
    WORDS,
    NotALine,
    SignedHead,
    read_head,
    read_signature,
    signed_bytes,
)
from dialogue.archive.ed25519 import signature_fits
from dialogue.archive.events_found import events_found
from dialogue.archive.finding import Finding
from dialogue.archive.manifest import manifest_flaws
from dialogue.archive.words_found import words_found


@dataclass(frozen=True)
class Checked:
    """What was found in a package: how many events are whole, have erased words, are altered; what is wrong, in order.

    `texts` are in this copy, so many more were `left_out` of it. `heads`: where the chain stood after each event.
    """

    signed: SignedHead | None
    present: int
    erased: int
    altered: int
    texts: int
    left_out: int
    heads: tuple[Head, ...]
    closed: Head | None
    findings: tuple[Finding, ...]


def checked(files: Mapping[str, bytes]) -> Checked:
    """Checks the files of a package, by name."""
    missing = [Finding(name, 0, "missing_file", "this file is missing.") for name in sorted(ALWAYS - set(files))]
    try:
        signed = read_head(files.get(HEAD, b""))
    except NotALine:
        unreadable = Finding(HEAD, 1, "head_unreadable", "this is no head, so that nothing can be checked against it.")
        findings = (*missing, unreadable, *manifest_flaws(files, ()))
        return Checked(None, 0, 0, 0, 0, 0, (), None, findings)
    events = events_found(files.get(EVENTS, b""), signed)
    words = words_found(files.get(WORDS, b""), events)
    findings = (
        *missing,
        *_signature_flaws(files, signed),
        *events.findings,
        *words.findings,
        *consent_flaws(files.get(CONSENTS, b""), events),
    )
    proven = {EVENTS, WORDS, CONSENTS, HEAD, SIGNATURE} - {finding.file for finding in findings}
    if SIGNATURE not in proven:
        proven = set()
    bad = events.bad | words.bad
    erased = {seq for (seq, _), word in words.words.items() if word.absent == ERASED} - bad
    whole = sum(header.seq not in bad for header in events.good())
    heads = tuple(Head(line.header.seq, line.link) for line in events.lines if line.header.seq not in bad)
    closings = {line.header.seq for line in events.lines if line.header.type == CLOSED}
    return Checked(
        signed,
        whole - len(erased),
        len(erased),
        len(bad),
        sum(not word.absent for word in words.words.values()),
        sum(word.absent == LEFT_OUT for word in words.words.values()),
        heads,
        next((head for head in heads if head.seq in closings), None),
        (*findings, *manifest_flaws(files, proven)),
    )


def _signature_flaws(files: Mapping[str, bytes], signed: SignedHead) -> list[Finding]:
    head, written = files.get(HEAD, b""), files.get(SIGNATURE, b"")
    try:
        if signature_fits(signed.key, signed_bytes(head), read_signature(written)):
            return []
    except NotALine:
        pass
    return [Finding(SIGNATURE, 1, "bad_signature", f"this does not sign what stands in {HEAD}: either was changed.")]
