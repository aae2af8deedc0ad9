"""The event log: many dialogues' appends in one transaction, one savepoint per dialogue. Only in the owned thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update
from sqlalchemy.exc import OperationalError

from dialogue.archive import Head, Line, Report, day_of
from sessions.storage import faults, reading
from sessions.storage.appends import Append, Stored
from sessions.storage.engine import truncate_log
from sessions.storage.keys import KeyRing
from sessions.storage.refusals import CommitFailed, KeyGone
from sessions.storage.rows import Part, new_part
from sessions.storage.sealing import Sealer
from sessions.storage.tables import ballots, dialogues, events, receipts, spent, words

MOVE_HEAD = (
    update(dialogues)
    .where(dialogues.c.id == bindparam("of"), dialogues.c.head_seq == bindparam("after"))
    .values({name: bindparam(name) for name in ("head_seq", "head_hash", "head_seal")})
)
ERASE_WORDS = delete(words).where(
    words.c.dialogue_id == bindparam("of"), words.c.item == bindparam("gone"), words.c.seq <= bindparam("upto")
)
ERASE_DIGESTS = (
    update(receipts)
    .where(receipts.c.dialogue_id == bindparam("of"), receipts.c.item == bindparam("gone"))
    .values(digest=None)
)
TABLES = tuple((table.name, insert(table)) for table in (events, words, receipts, spent, ballots))


class EventLog:
    """Stores appends and reads dialogues back. `fault(place, dialogue)`, for tests, may raise where a disk would."""

    def __init__(self, engine: Engine, keys: KeyRing) -> None:
        self._connection = engine.connect()
        self._keys = keys
        self._heads: dict[str, Head] = {}
        self._traces = False
        self.fault: Callable[[str, str], None] = lambda place, dialogue: None

    def commit(self, batch: Sequence[Append]) -> list[CommitFailed | None]:
        """Stores the batch in one transaction and tells, append by append, None or why not.

        One dialogue's appends are stored together or not at all; another's failure does not touch them. When this
        returns, what was stored is on disk.
        """
        parts, errors = self._prepare(batch)
        self._list_erasures(parts, errors)
        going = [part for name, part in parts.items() if name not in errors]
        if going:
            self._store(going, errors)
        for name in errors:
            self._heads.pop(name, None)
        if self._traces:
            self._traces = not truncate_log(self._connection)
        return [errors.get(append.dialogue) for append in batch]

    def _prepare(self, batch: Sequence[Append]) -> tuple[dict[str, Part], dict[str, CommitFailed]]:
        parts: dict[str, Part] = {}
        errors: dict[str, CommitFailed] = {}
        for append in batch:
            if append.dialogue in errors:
                continue
            try:
                part = parts.get(append.dialogue)
                if part is None:
                    part = parts[append.dialogue] = self._begin(append)
                part.add(append)
            except Exception as error:
                errors[append.dialogue] = _failed(error)
        return parts, errors

    def _begin(self, append: Append) -> Part:
        head = self._head(append.dialogue)
        sealer = self.sealer(append.dialogue) if append.after == 0 else self._keys.sealer(append.dialogue)
        return new_part(append.dialogue, sealer, head)

    def sealer(self, dialogue: str) -> Sealer:
        """The dialogue's sealer; only a dialogue that has not begun gets a new key. Raises KeyGone."""
        return self._keys.ensure(dialogue) if self._head(dialogue) is None else self._keys.sealer(dialogue)

    def _head(self, dialogue: str) -> Head | None:
        known = self._heads.get(dialogue)
        if known is None:
            with self._connection.begin():
                known = reading.head(self._connection, dialogue)
            if known is not None:
                self._heads[dialogue] = known
        return known

    def _list_erasures(self, parts: dict[str, Part], errors: dict[str, CommitFailed]) -> None:
        """First of all, since a crash after it must not bring words back. If the commit fails, they stay listed:

        the person wanted them gone, and the retry finds its row already there.
        """
        for name, part in parts.items():
            if name not in errors and part.erasures:
                try:
                    gone = [(name, row["gone"]) for row in part.erasures]
                    self._keys.list_erasures(gone, day_of(part.appends[-1].at))
                except Exception as error:
                    errors[name] = _failed(error)

    def _store(self, parts: Sequence[Part], errors: dict[str, CommitFailed]) -> None:
        try:
            with self._connection.begin():
                stored = self._write_each(parts, errors)
                self.fault("commit", "")
                faults.reach("before_commit")
            faults.reach("after_commit")
        except Exception as error:
            errors.update((part.dialogue, _failed(error)) for part in parts if part.dialogue not in errors)
            return
        for part in stored:
            self._heads[part.dialogue] = part.head
            self._traces = self._traces or part.leaves_traces()

    def _write_each(self, parts: Sequence[Part], errors: dict[str, CommitFailed]) -> list[Part]:
        """All parts under one savepoint, which is quick; if that fails, each under its own, which finds the bad one."""
        try:
            with self._connection.begin_nested():
                self._write(parts)
        except OperationalError:
            raise  # locked, full or broken: so it is for everyone, and trying each would only make all wait
        except Exception:
            stored = []
        else:
            return list(parts)
        for part in parts:
            try:
                with self._connection.begin_nested():
                    self._write([part])
                stored.append(part)
            except OperationalError:
                raise
            except Exception as error:
                errors[part.dialogue] = _failed(error)
        return stored

    def _write(self, parts: Sequence[Part]) -> None:
        run = self._connection.execute
        new = [part.dialogue_row() for part in parts if part.start.seq == 0]
        moved = [part.head_row() for part in parts if part.start.seq > 0]
        if new:
            run(insert(dialogues), new)
        if moved and run(MOVE_HEAD, moved).rowcount != len(moved):
            raise CommitFailed("out_of_step", "a head moved meanwhile")
        for name, statement in TABLES:
            rows = [row for part in parts for row in getattr(part, name)]
            if rows:
                run(statement, rows)
        erasures = [row for part in parts for row in part.erasures]
        if erasures:
            run(ERASE_WORDS, erasures)
            run(ERASE_DIGESTS, [{"of": row["of"], "gone": row["gone"]} for row in erasures])
        for part in parts:
            self.fault("part", part.dialogue)
            for also in (row for append in part.appends for row in append.also):
                also(self._connection)

    def dialogues(self) -> list[str]:
        """The ids of all dialogues that are not archived."""
        with self._connection.begin():
            query = select(dialogues.c.id).where(dialogues.c.archived.is_(False)).order_by(dialogues.c.id)
            return list(self._connection.execute(query).scalars())

    def load(self, dialogue: str) -> list[Stored]:
        """All events in order; empty for an unknown dialogue. Raises KeyGone, or SealBroken for altered words."""
        with self._connection.begin():
            if reading.head(self._connection, dialogue) is None:
                return []
            return reading.load(self._connection, self._keys.sealer(dialogue), dialogue)

    def receipts(self, dialogue: str) -> dict[tuple[str, str], tuple[bytes | None, str]]:
        """(seat, command id) → (digest, receipt) of all that was accepted."""
        with self._connection.begin():
            return reading.receipts_of(self._connection, dialogue)

    def ballots(self, dialogue: str, form: str) -> list[str]:
        """The bodies of all ballots of a form, in an order that tells nothing."""
        with self._connection.begin():
            return reading.ballots_of(self._connection, self._keys.sealer(dialogue), dialogue, form)

    def spent(self, dialogue: str) -> set[bytes]:
        """The hashes of all one-time tokens that were used."""
        with self._connection.begin():
            query = select(spent.c.token_hash).filter_by(dialogue_id=dialogue)
            return set(self._connection.execute(query).scalars())

    def verify(self, dialogue: str) -> Report:
        """Checks the chain, every commitment and the head. Raises KeyGone."""
        erased = {item for _, item in self._keys.erased(dialogue)}
        with self._connection.begin():
            return reading.verify(self._connection, self._keys.sealer(dialogue), dialogue, erased)

    def lines(self, dialogue: str) -> list[Line]:
        """All lines as `verify` sees them, words and salts opened. Raises KeyGone."""
        erased = {item for _, item in self._keys.erased(dialogue)}
        with self._connection.begin():
            return list(reading.lines(self._connection, self._keys.sealer(dialogue), dialogue, erased))

    def closing_head(self, dialogue: str) -> Head | None:
        """Where the chain stood when the dialogue was closed; None while it is not."""
        with self._connection.begin():
            return reading.closing_head(self._connection, dialogue)

    def transaction(self) -> Connection:
        """The connection, for what is stored beside the events: use it with `begin()`, in the owned thread."""
        return self._connection

    def close(self) -> None:
        """Empties the write-ahead log and lets the file go."""
        truncate_log(self._connection)
        self._connection.close()


def _failed(error: Exception) -> CommitFailed:
    """The reason as the room may know it; the cause, which may name rows, stays chained."""
    if isinstance(error, CommitFailed):
        return error
    if isinstance(error, KeyGone):
        failed = CommitFailed("key_gone", "this dialogue's key was destroyed")
    elif isinstance(error, OperationalError):
        failed = CommitFailed("storage_unavailable", f"the database says: {error.orig}")
    else:
        failed = CommitFailed("commit_failed", f"a {type(error).__name__} stopped it")
    failed.__cause__ = error
    return failed
