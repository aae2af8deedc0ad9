"""Doors and seats: which dialogue a join code opens, and whose seat a token is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from sessions.storage.appends import Also
from sessions.storage.beside import Beside, row_of
from sessions.storage.tables import dialogues, doors, seat_tokens


@dataclass(frozen=True, slots=True)
class SeatRef:
    """Whose token it is: a seat of a dialogue, and the kind of screen or person it was given to."""

    dialogue: str
    seat: str
    kind: str


class Doors(Beside):
    """Join codes and seat tokens.

    `opening`, `closing`, `giving`, `taking` and `archiving` make rows, for an Append's `also` or for `write`.
    """

    def opening(self, code: str, dialogue: str) -> Also:
        """A door with this code. It must be one that no other door has, or nothing is stored."""
        return row_of(insert(doors).values(code_hash=self._hash("code", code), dialogue_id=dialogue))

    def closing(self, dialogue: str) -> Also:
        """All doors of the dialogue gone: its codes open nothing any more."""
        return row_of(delete(doors).where(doors.c.dialogue_id == dialogue))

    def giving(self, token: str, seat: SeatRef) -> Also:
        """A token for a seat, besides those it has."""
        hashed = self._hash("seat", token)
        return row_of(
            insert(seat_tokens).values(token_hash=hashed, dialogue_id=seat.dialogue, seat=seat.seat, kind=seat.kind)
        )

    def taking(self, dialogue: str, seat: str | None = None) -> Also:
        """A seat's tokens gone, or those of all seats."""
        statement = delete(seat_tokens).where(seat_tokens.c.dialogue_id == dialogue)
        return row_of(statement if seat is None else statement.where(seat_tokens.c.seat == seat))

    def archiving(self, dialogue: str) -> Also:
        """The dialogue has ended: it is no longer among those that the storage names as running."""
        return row_of(update(dialogues).where(dialogues.c.id == dialogue).values(archived=True))

    def behind(self, code: str) -> str | None:
        """The dialogue that `code` opens, if any."""
        row = self._row(select(doors).where(doors.c.code_hash == self._hash("code", code)))
        return None if row is None else row.dialogue_id

    def seat_of(self, token: str) -> SeatRef | None:
        """Whose seat `token` is, if anyone's."""
        row = self._row(select(seat_tokens).where(seat_tokens.c.token_hash == self._hash("seat", token)))
        return None if row is None else SeatRef(row.dialogue_id, row.seat, row.kind)
