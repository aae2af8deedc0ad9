"""What groups let leave the room, sealed under the organisation's key: it outlives the key of its dialogue.

A release is written once, together with the event that says so, and never changed: each reading gives the same bytes.
Nothing in a row tells which dialogue it came from; whoever asks about a dialogue names it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, insert, select

from dialogue.archive import Opened, canonical
from sessions.permissions import Relation
from sessions.runtime import OwnedThread
from sessions.storage import reading
from sessions.storage.appends import Also
from sessions.storage.beside import Beside
from sessions.storage.keys import KeyRing
from sessions.storage.sealing import Sealer, fresh_salt
from sessions.storage.staff_tables import accounts, facilitations, places
from sessions.storage.tables import releases

Answered = Mapping[str, list[str]]
"""Form -> the bodies of its ballots."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A release. `result` is what is read, as canonical JSON; `counted` what counts of it, which nobody reads as it is.

    `id` tells nothing of the dialogue or of when it was.
    """

    id: str
    result: str = field(repr=False)
    counted: str = field(repr=False)


class Releases(Beside):
    """All releases, kept in memory once they were read: they never change."""

    def __init__(self, thread: OwnedThread, connection: Connection, org: Sealer, keys: KeyRing) -> None:
        super().__init__(thread, connection, org)
        self._keys = keys
        self._known: dict[str, Kept] = {}

    def keeping(
        self,
        dialogue: str,
        result: Mapping[str, object],
        forms: Iterable[str],
        counted: Callable[[str, Answered], Mapping[str, object]],
    ) -> Also:
        """A row, for an Append. `counted` is given the place of whoever leads, and all ballots of the forms."""
        wanted = tuple(forms)

        def run(connection: Connection) -> None:
            sealer = self._keys.sealer(dialogue)
            answered = {form: reading.ballots_of(connection, sealer, dialogue, form) for form in wanted}
            key, told = os.urandom(16).hex(), counted(_place_of(connection, dialogue), answered)
            row = {
                "id": key, "dialogue_hash": self._of(dialogue), "result": self._sealed(key, "result", result),
                "counted": self._sealed(key, "counted", {"key": os.urandom(16).hex(), **told}),
            }  # fmt: skip
            connection.execute(insert(releases).values(row))

        return run

    def all(self) -> tuple[Kept, ...]:
        """Every release, in an order that tells nothing."""
        ids = [row.id for row in self._rows(select(releases.c.id).order_by(releases.c.id))]
        if missing := [known for known in ids if known not in self._known]:
            fresh = select(releases) if len(missing) > 500 else select(releases).where(releases.c.id.in_(missing))
            self._known |= {row.id: self._opened(row) for row in self._rows(fresh) if row.id not in self._known}
        return tuple(self._known[known] for known in ids)

    def of(self, dialogue: str) -> Kept | None:
        """What this dialogue's group released, if anything."""
        row = self._row(select(releases).where(releases.c.dialogue_hash == self._of(dialogue)))
        return self._opened(row) if row else None

    def _of(self, dialogue: str) -> bytes:
        return self._hash("release of", dialogue)

    def _sealed(self, key: str, part: str, told: Mapping[str, object]) -> bytes:
        return self._org.seal(Opened(fresh_salt(), canonical(dict(told))), "release", key, part)

    def _opened(self, row: Row[tuple[str, bytes, bytes, bytes]]) -> Kept:
        result, counted = (
            self._org.open(getattr(row, part), "release", row.id, part).text for part in ("result", "counted")
        )
        return Kept(row.id, result, counted)


def _place_of(connection: Connection, dialogue: str) -> str:
    """The place of whoever began the dialogue; the organisation's own where they belong to none."""
    leads = (facilitations.c.dialogue_id == dialogue, facilitations.c.relation == Relation.LEADS.value)
    own = select(accounts.c.place_id).join(facilitations, facilitations.c.account_id == accounts.c.id).where(*leads)
    root = select(places.c.id).where(places.c.parent_id.is_(None))
    found = connection.execute(own).scalar() or connection.execute(root).scalar()
    return str(found or "")


def read(text: str) -> dict[str, object]:
    """Canonical JSON as it was sealed."""
    told: dict[str, object] = json.loads(text)
    return told
