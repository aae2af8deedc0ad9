"""Reading the record: a dialogue's events opened, and its verification. Only in the owned thread."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, LargeBinary, Row, cast, select

from dialogue import archive
from dialogue.archive import OWN_MARK, Head, Header, Line, Opened, Report, day_of
from dialogue.archive.contents import CLOSED
from sessions.storage.appends import Stored
from sessions.storage.refusals import SealBroken
from sessions.storage.rows import ballot_place, head_seal, own_fields, structure
from sessions.storage.sealing import Sealer
from sessions.storage.tables import ballots, dialogues, events, receipts, words


def head(connection: Connection, dialogue: str) -> Head | None:
    """Where the dialogue's chain ends; None where there is no such dialogue."""
    query = select(dialogues.c.head_seq, dialogues.c.head_hash).where(dialogues.c.id == dialogue)
    row = connection.execute(query).first()
    return None if row is None else Head(row.head_seq, row.head_hash)


def load(connection: Connection, sealer: Sealer, dialogue: str) -> list[Stored]:
    """All events in order. Raises SealBroken where words were altered."""
    texts: defaultdict[int, dict[str, bytes]] = defaultdict(dict)
    for row in connection.execute(select(words).where(words.c.dialogue_id == dialogue)):
        texts[row.seq][row.field] = row.sealed
    query = select(events).where(events.c.dialogue_id == dialogue).order_by(events.c.seq)
    return [_stored(sealer, row, texts.get(row.seq, {})) for row in connection.execute(query)]


def _stored(sealer: Sealer, row: Row[*tuple[Any, ...]], sealed: dict[str, bytes]) -> Stored:
    opened = {name: sealer.open(value, row.dialogue_id, row.seq, name, row.type).text for name, value in sealed.items()}
    promised = json.loads(row.commitments)
    erased = tuple(name for name in promised if name not in opened and not name.startswith(OWN_MARK))
    return Stored(row.seq, row.at, row.type, row.v, json.loads(row.data), opened, row.item, erased)


def receipts_of(connection: Connection, dialogue: str) -> dict[tuple[str, str], tuple[bytes | None, str]]:
    """(seat, command id) → (digest, receipt)."""
    query = select(receipts).where(receipts.c.dialogue_id == dialogue)
    return {(row.seat, row.command_id): (row.digest, row.receipt) for row in connection.execute(query)}


def ballots_of(connection: Connection, sealer: Sealer, dialogue: str, form: str) -> list[str]:
    """The ballots' bodies, in the order of their random keys."""
    query = select(ballots.c.sealed).filter_by(dialogue_id=dialogue, form=form).order_by(ballots.c.key)
    place = ballot_place(dialogue, form)
    return [sealer.open(sealed, *place).text for sealed in connection.execute(query).scalars()]


def verify(connection: Connection, sealer: Sealer, dialogue: str, erased: set[str]) -> Report:
    """Checks all lines and the sealed head. `erased` holds the items that were erased, besides those events name."""
    found = list(lines(connection, sealer, dialogue, erased))
    end = head(connection, dialogue) or Head(0, archive.first_link(dialogue))
    seal = connection.execute(select(dialogues.c.head_seal).where(dialogues.c.id == dialogue)).scalar()
    if seal != head_seal(sealer, dialogue, end):
        end = Head(end.seq, b"")  # not written with the dialogue's key: no line may agree with it
    return archive.verify(dialogue, found, end)


def closing_head(connection: Connection, dialogue: str) -> Head | None:
    """Where the chain stood when the dialogue was closed; None while it is not."""
    query = select(events.c.seq, events.c.hash).where(events.c.dialogue_id == dialogue, events.c.type == CLOSED)
    row = connection.execute(query.order_by(events.c.seq.desc()).limit(1)).first()
    return None if row is None else Head(row.seq, row.hash)


def lines(connection: Connection, sealer: Sealer, dialogue: str, erased: set[str]) -> Iterator[Line]:
    """All lines in order, words opened as far as they open. `erased` holds items besides those that events name."""
    texts: defaultdict[int, dict[str, bytes]] = defaultdict(dict)
    text_query = select(words.c.seq, _raw(words.c.field).label("field"), words.c.sealed)
    for row in connection.execute(text_query.where(words.c.dialogue_id == dialogue)):
        texts[row.seq][_text(row.field)] = row.sealed
    names = ("type", "item", "erases", "data", "commitments")
    query = select(
        events.c.seq, events.c.v, events.c.at, events.c.prev_hash, events.c.hash,
        *(_raw(events.c[name]).label(name) for name in names),
    )  # fmt: skip
    rows = list(connection.execute(query.where(events.c.dialogue_id == dialogue).order_by(events.c.seq)))
    gone = erased | {item for row in rows for item in _parsed(row.erases, list) if isinstance(item, str)}
    for row in rows:
        yield _line(sealer, dialogue, row, texts[row.seq], gone)


def _line(sealer: Sealer, dialogue: str, row: Row[*tuple[Any, ...]], sealed: dict[str, bytes], gone: set[str]) -> Line:
    kind, item = _text(row.type), None if row.item is None else _text(row.item)
    header = Header(row.seq, kind, row.v, _day(row.at), _parsed(row.commitments, dict), row.prev_hash)
    shape = structure(_text(row.data), _text(row.erases), item)
    opened: dict[str, Opened | None] = dict(own_fields(sealer, dialogue, row.seq, row.at, shape))
    for name, value in sealed.items():
        try:
            opened[name] = sealer.open(value, dialogue, row.seq, name, kind)
        except SealBroken:
            opened[name] = None
    return Line(header, row.hash, opened, item in gone)


def _raw(column: Any) -> Any:
    """A text column as bytes: a flipped bit may leave something that is no text at all, and must still be named."""
    return cast(column, LargeBinary)


def _day(at: int) -> str:
    try:
        return day_of(at)
    except (ValueError, OverflowError, OSError):  # altered to a time beyond the calendar
        return ""


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")


def _parsed(raw: bytes, kind: type[Any]) -> Any:
    try:
        value = json.loads(raw)
    except ValueError:
        value = None
    return value if isinstance(value, kind) else kind()
