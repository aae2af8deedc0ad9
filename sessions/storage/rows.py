"""From appends to rows: each record is sealed field by field, committed to, and chained to the one before it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from dialogue.archive import OWN_MARK, Head, Header, Opened, canonical, commitment, day_of, first_link
from sessions.storage.appends import Append, Record
from sessions.storage.refusals import CommitFailed
from sessions.storage.sealing import Sealer, fresh_salt

TIME = f"{OWN_MARK}at"
STRUCTURE = f"{OWN_MARK}data"

Row = dict[str, Any]


@dataclass(slots=True)
class Part:
    """All that one batch holds for one dialogue: stored as a whole or not at all."""

    dialogue: str
    sealer: Sealer
    start: Head
    head: Head
    appends: list[Append] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    words: list[Row] = field(default_factory=list)
    receipts: list[Row] = field(default_factory=list)
    spent: list[Row] = field(default_factory=list)
    ballots: list[Row] = field(default_factory=list)
    erasures: list[Row] = field(default_factory=list)

    def add(self, append: Append) -> None:
        """Puts `append` at the end. Raises CommitFailed `out_of_step` where it was decided on another head."""
        if append.after != self.head.seq:
            raise CommitFailed(
                "out_of_step", f"decided after event {append.after}, but the last one is {self.head.seq}"
            )
        if append.after == 0 and not append.records:
            raise CommitFailed("commit_failed", "a new dialogue begins with an event")
        for record in append.records:
            self._chain(append.at, record)
        self._beside(append)
        self.appends.append(append)

    def _chain(self, at: int, record: Record) -> None:
        seq = self.head.seq + 1
        data, erases = canonical(dict(record.data)), canonical(record.erases)
        opened = {name: Opened(fresh_salt(), text) for name, text in record.words.items()}
        promised = own_fields(self.sealer, self.dialogue, seq, at, structure(data, erases, record.item))
        commitments = {name: commitment(value) for name, value in (promised | opened).items()}
        header = Header(seq, record.type, record.v, day_of(at), commitments, self.head.link)
        link = header.link()
        self.events.append(
            {
                "dialogue_id": self.dialogue, "seq": seq, "type": record.type, "v": record.v, "at": at,
                "item": record.item, "erases": erases, "data": data, "commitments": canonical(commitments),
                "prev_hash": self.head.link, "hash": link,
            }
        )  # fmt: skip
        for name, value in opened.items():
            if name.startswith(OWN_MARK):
                raise CommitFailed("commit_failed", f"a field's name begins with {OWN_MARK}")
            sealed = self.sealer.seal(value, self.dialogue, seq, name, record.type)
            self.words.append(
                {"dialogue_id": self.dialogue, "seq": seq, "field": name, "item": record.item, "sealed": sealed}
            )
        self.erasures += [{"of": self.dialogue, "gone": item, "upto": seq} for item in record.erases]
        self.head = Head(seq, link)

    def _beside(self, append: Append) -> None:
        if append.receipt is not None:
            given = append.receipt
            self.receipts.append(
                {
                    "dialogue_id": self.dialogue, "seat": given.seat, "command_id": given.command_id,
                    "digest": given.digest, "receipt": given.receipt, "item": given.item,
                }
            )  # fmt: skip
        if append.spent is not None:
            self.spent.append({"dialogue_id": self.dialogue, "token_hash": append.spent})
        if append.ballot is not None:
            form = append.ballot.form
            body = Opened(fresh_salt(), append.ballot.body)
            sealed = self.sealer.seal(body, *ballot_place(self.dialogue, form))
            # A random key, and no rowid in this table: neither tells when it came.
            self.ballots.append({"key": os.urandom(16), "dialogue_id": self.dialogue, "form": form, "sealed": sealed})

    def head_row(self) -> Row:
        """The new head, sealed, for the dialogue's row."""
        return {
            "of": self.dialogue, "after": self.start.seq, "head_seq": self.head.seq, "head_hash": self.head.link,
            "head_seal": head_seal(self.sealer, self.dialogue, self.head),
        }  # fmt: skip

    def dialogue_row(self) -> Row:
        """The row of a new dialogue."""
        row = self.head_row()
        return {
            "id": self.dialogue, "created_day": day_of(self.appends[0].at), "head_seq": row["head_seq"],
            "head_hash": row["head_hash"], "head_seal": row["head_seal"],
        }  # fmt: skip

    def leaves_traces(self) -> bool:
        """Whether the write-ahead log now holds what it must not keep: an erased text, a ballot beside its event."""
        return bool(self.erasures or self.ballots)


def new_part(dialogue: str, sealer: Sealer, head: Head | None) -> Part:
    """An empty part that continues `head`, or begins a dialogue."""
    start = head or Head(0, first_link(dialogue))
    return Part(dialogue, sealer, start, start)


def structure(data: str, erases: str, item: str | None) -> str:
    """The canonical JSON that an event's structure is committed as."""
    return f'{{"data":{data},"erases":{erases},"item":{canonical(item)}}}'


def own_fields(sealer: Sealer, dialogue: str, seq: int, at: int, shape: str) -> dict[str, Opened]:
    """The record's own fields: exact time and structure. Their salts are derived, so that only keys open them."""
    return {
        TIME: Opened(sealer.salt(dialogue, seq, TIME), str(at)),
        STRUCTURE: Opened(sealer.salt(dialogue, seq, STRUCTURE), shape),
    }


def head_seal(sealer: Sealer, dialogue: str, head: Head) -> bytes:
    """What only the holder of the dialogue's key can write beside a head."""
    return sealer.digest(f"head {dialogue} {head.seq} {head.link.hex()}".encode())


def ballot_place(dialogue: str, form: str) -> tuple[str, str, str]:
    """What a ballot's seal is bound to."""
    return ("ballot", dialogue, form)
