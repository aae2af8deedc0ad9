"""A dialogue in memory: head and committed state, and the one write path.

The *head* holds what was decided, the *committed* state what is on disk. Commands are decided on the head; acks and
everything shown come from the committed state alone.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogue.events import Event
from dialogue.records import from_record, to_record
from dialogue.refusals import Refusal
from dialogue.rules import Ballot, Decision, decide, is_anonymous
from dialogue.state import Dialogue, evolve, fold
from dialogue.vocabulary import NOBODY, DialogueId
from sessions import runtime
from sessions.rooms import leaving
from sessions.rooms.alongside import with_rows
from sessions.rooms.answers import CONFLICT, TRY_AGAIN, Accepted, Answer, refused
from sessions.rooms.asked import Asked
from sessions.rooms.ids import new_id, now_ms
from sessions.storage.appends import Append, Receipt, Stored
from sessions.storage.appends import Ballot as StoredBallot
from sessions.storage.refusals import CommitFailed
from sessions.storage.store import Storage
from sessions.storage.writer import Commit

MOST_TRIES = 3  # a refusal that rested on a commit which failed is decided anew, this often


Key = tuple[str, str]  # seat and command id; of an anonymous command nobody and its one-time token


@dataclass(slots=True)
class _Pending:
    """Decided and on its way to the disk."""

    events: tuple[Event, ...]
    at: int
    key: Key
    commit: Commit | None = None


@dataclass(slots=True)
class _Known:
    """An accepted command: what it was (keyed digest; none for an anonymous one) and what it was answered with."""

    digest: bytes | None
    receipt: str
    pending: _Pending | None = None


class Room:
    """One dialogue, as served. `on_commit` is called on the hub after each advance of the committed state."""

    def __init__(self, dialogue: DialogueId, storage: Storage, on_commit: Callable[[], None]) -> None:
        self.id = dialogue
        self._storage = storage
        self._on_commit = on_commit
        self._lock = runtime.Lock()
        self._tail: deque[_Pending] = deque()
        self._lost = False
        self._committed: Dialogue
        self._head: Dialogue
        self._head_seq: int
        self._known: dict[Key, _Known]
        self._load()
        # After the load, which refuses what never began: asking for its digest would make a key for it.
        self._digest = storage.digester(dialogue)

    def digest(self, body: bytes) -> bytes:
        """The dialogue's keyed digest of something."""
        return self._digest(body)

    @property
    def committed(self) -> Dialogue:
        """The state that is on disk."""
        return self._committed

    def ask(self, asked: Asked) -> Answer:
        """Decide, store, answer. Waits for the disk; the same command id gives the same answer."""
        digest, key = self._digest(asked.body), self._key(asked)
        for _ in range(MOST_TRIES):
            with self._lock:
                answer, waits_for = self._answer(asked, key, digest)
            if waits_for is None:
                return answer
            if self._is_stored(waits_for):
                return answer
            if isinstance(answer, Accepted) and waits_for.key == key:
                return TRY_AGAIN
        return TRY_AGAIN

    def _key(self, asked: Asked) -> Key:
        """What a repetition is known by: an anonymous command happens once too, and nothing tells whose it was."""
        return (NOBODY, self._token(asked).hex()) if is_anonymous(asked.command) else (asked.seat, asked.id)

    def _answer(self, asked: Asked, key: Key, digest: bytes) -> tuple[Answer, _Pending | None]:
        """The answer, and the commit it rests on (None when it rests on what is on disk)."""
        if self._lost:
            return TRY_AGAIN, None
        known = self._known.get(key) or self._known.get((asked.seat, asked.id))
        if known is not None:
            if known.digest is not None and known.digest != digest:
                return CONFLICT, None
            return Accepted(known.receipt), known.pending
        fresh = new_id()
        door = replace(asked, renews=self._head.code is not None, keeps=self._head.kept_code)
        asked = with_rows(door, self.id, fresh, self._storage.doors, self._digest)
        newest = self._tail[-1] if self._tail else None
        try:
            decision = decide(self._head, asked.command, asked.seat, fresh)
        except Refusal as refusal:
            return refused(refusal), newest
        if not decision.events:
            return Accepted(""), newest
        # The same after a restart, when nothing tells any more what an anonymous command brought into being.
        receipt = "" if decision.detached else fresh
        return Accepted(receipt), self._append(asked, key, decision, _Known(digest, receipt))

    def _append(self, asked: Asked, key: Key, decision: Decision, known: _Known) -> _Pending:
        at = now_ms()
        head, seq = self._head, self._head_seq
        pending = _Pending(decision.events, at, key)
        for event in decision.events:
            head = evolve(head, event, at)
        records = tuple(to_record(event) for event in decision.events)
        item = next((record.item for record in records if record.item), None)
        append = Append(
            dialogue=self.id,
            after=seq,
            at=at,
            records=records,
            receipt=None if decision.detached else Receipt(*key, known.digest, known.receipt, item),
            spent=self._token(asked) if decision.detached else None,
            ballot=_stored(decision.ballot) if decision.ballot else None,
            also=(*asked.also, *leaving.rows(self._head, decision.events, at, self._storage.releases)),
        )
        self._known[key] = _Known(None if decision.detached else known.digest, known.receipt, pending)
        self._head, self._head_seq = head, seq + len(records)
        self._tail.append(pending)
        pending.commit = self._storage.writer.submit(append, self._told)
        return pending

    def _told(self, commit: Commit) -> None:
        """The writer, on the hub: stored or not, in the order of submission."""
        with self._lock:
            pending = self._tail.popleft()
            if commit.error is not None:
                self._known.pop(pending.key, None)
                self._lost = True
            else:
                for event in pending.events:
                    self._committed = evolve(self._committed, event, pending.at)
                if (known := self._known.get(pending.key)) is not None:
                    known.pending = None
            drained = not self._tail
        if commit.error is None:
            self._on_commit()
        if self._lost and drained:
            runtime.spawn(self._recover)

    def _recover(self) -> None:
        """A commit failed: nothing of the tail was shown; fold again from what is on disk."""
        pause = 0.1
        while True:
            try:
                with self._lock:
                    self._load()
                    self._lost = False
                break
            except Exception:
                runtime.sleep(pause)
                pause = min(pause * 2, 5.0)
        self._on_commit()

    def _is_stored(self, pending: _Pending) -> bool:
        if pending.commit is None:
            return False
        try:
            pending.commit.wait()
        except CommitFailed:
            return False
        return True

    def _token(self, asked: Asked) -> bytes:
        return self._digest(b"ballot " + asked.id.encode())

    def _load(self) -> None:
        stored = self._storage.load(self.id)
        if not stored:
            raise KeyError(self.id)
        self._committed = fold((event_of(row), row.at) for row in stored)
        self._head, self._head_seq = self._committed, stored[-1].seq
        receipts = self._storage.receipts(self.id)
        self._known = {key: _Known(digest, receipt) for key, (digest, receipt) in receipts.items()}
        for token in self._storage.spent(self.id):
            self._known[NOBODY, token.hex()] = _Known(None, "")


def event_of(row: Stored) -> Event:
    """A stored row as the event it is."""
    return from_record(row.type, row.v, row.data, row.words)


def _stored(ballot: Ballot) -> StoredBallot:
    body = {"items": dict(ballot.items), "open_word": ballot.open_word}
    return StoredBallot(ballot.form, json.dumps(body, ensure_ascii=False, sort_keys=True))
