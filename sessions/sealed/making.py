"""A package of a dialogue, made from what is on disk: verified first, then chosen from, then signed."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.archive import Head, Line
from dialogue.archive.checking import checked
from dialogue.archive.choosing import Opening, Wanted, chosen_words
from dialogue.archive.contents import ERASED, LEFT_OUT
from dialogue.archive.outcome import outcome_text
from dialogue.archive.package import head_of, sealed_package
from dialogue.records import from_record
from dialogue.transcript import transcript
from dialogue.transcript.history import remembered
from sessions.storage.appends import Stored
from sessions.storage.refusals import KeyGone, StorageRefusal
from sessions.storage.store import Storage


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a package by name, whose key signed it, its seals, and how many texts are in it or not."""

    files: dict[str, bytes]
    public_key: bytes
    seal_at_closing: str
    seal: str
    texts: int
    erased: int
    left_out: int


def make_package(storage: Storage, dialogue: str, wanted: Wanted, day: str) -> Made:
    """The package of a closed dialogue. `day` (UTC) is noted of a signing key that has to be made.

    Raises StorageRefusal: `dialogue_unknown`, `key_gone`, `not_closed`, `record_altered`, `signing_key_damaged`,
    `package_not_whole`.
    """
    closing = _require_whole(storage, dialogue)
    lines, stored = storage.lines(dialogue), storage.load(dialogue)
    signer = storage.signer(day)
    events = [(line.header, line.link) for line in lines]
    history = [(from_record(row.type, row.v, row.data, row.words), row.at) for row in stored]
    told = transcript(history)
    openings = [_opening(line, row) for line, row in zip(lines, stored, strict=True)]
    words = list(chosen_words(openings, remembered(history).state, told, wanted))
    outcome = outcome_text(told, stories=wanted.stories) if wanted.words else None
    signed = head_of(dialogue, events, signer.public_key)
    files = sealed_package(signed, signer.sign, events, words, outcome)
    if checked(files).findings:  # better now than in ten years
        why = "What was made does not verify, and was not written. Please report this: the record itself is whole."
        raise StorageRefusal("package_not_whole", why)
    return Made(
        files,
        signer.public_key,
        closing.short_form(),
        signed.head.short_form(),
        sum(not word.absent for word in words),
        sum(word.absent == ERASED for word in words),
        sum(word.absent == LEFT_OUT for word in words),
    )


def _require_whole(storage: Storage, dialogue: str) -> Head:
    """Where the chain stood when the dialogue was closed."""
    known = storage.dialogues()
    if dialogue not in known:
        there = ", ".join(known) or "none"
        raise StorageRefusal(
            "dialogue_unknown", f"There is no dialogue {dialogue[:64]!a}. Those that there are: {there}."
        )
    try:
        report = storage.verify(dialogue)
    except KeyGone:
        why = "The key of this dialogue was destroyed: nobody can read it any more."
        raise StorageRefusal("key_gone", why) from None
    if report.first_bad is not None:
        why = f"The record was altered, at line {report.first_bad.seq} first, and is not signed. Restore a backup."
        raise StorageRefusal("record_altered", why)
    closing = storage.closing_head(dialogue)
    if closing is None:
        why = "This dialogue is not closed. Its package is made when nobody adds to it any more."
        raise StorageRefusal("not_closed", why)
    return closing


def _opening(line: Line, row: Stored) -> Opening:
    opened = {name: opened for name, opened in line.opened.items() if opened is not None and name in row.words}
    return Opening(line.header, opened, row.item)
