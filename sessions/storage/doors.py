"""Doors and seats: which dialogue a join code opens, whose seat a token is, and where a return code leads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Delete, delete, insert, select, update

from dialogue.archive import day_of
from sessions.runtime import OwnedThread
from sessions.storage.appends import Also
from sessions.storage.beside import Beside, row_of
from sessions.storage.sealing import Sealer
from sessions.storage.tables import dialogues, doors, return_codes, seat_tokens

TOKEN_LASTS_DAYS: Final = 7  # since the day on which it was last used; as long as its cookie
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class SeatRef:
    """Whose token it is: a seat of a dialogue, and the kind of screen or person it was given to."""

    dialogue: str
    seat: str
    kind: str
    used_day: str = field(default="", compare=False)  # in UTC; filled in where it was found


@dataclass(frozen=True, slots=True)
class Return:
    """Where a return code leads. `generation` grows by one with each use: a code is used once."""

    dialogue: str
    seat: str
    generation: int


class Doors(Beside):
    """Join codes, seat tokens and return codes.

    `opening`, `closing`, `giving`, `returning`, `taking` and `archiving` make rows, for an Append's `also` or for
    `write`.
    """

    def __init__(self, thread: OwnedThread, connection: Connection, org: Sealer) -> None:
        super().__init__(thread, connection, org)
        # All codes that ever might open something since the start: what is not among them needs no look at the disk,
        # and whoever guesses thousands a minute keeps nobody else from it. Those that are used up stay; they are few.
        self._perhaps: set[bytes] = {
            row.code_hash for table in (doors, return_codes) for row in self._rows(select(table.c.code_hash))
        }

    def opening(self, code: str, dialogue: str) -> Also:
        """A door with this code. It must be one that no other door has, or nothing is stored."""
        hashed = self._hash("code", code)
        self._perhaps.add(hashed)
        return row_of(insert(doors).values(code_hash=hashed, dialogue_id=dialogue))

    def closing(self, dialogue: str) -> Also:
        """All doors of the dialogue gone: its codes open nothing any more."""
        return row_of(delete(doors).where(doors.c.dialogue_id == dialogue))

    def giving(self, token: str, seat: SeatRef, at: int) -> Also:
        """A token for a seat, besides those it has. What nobody has used for TOKEN_LASTS_DAYS is cleared away."""
        row = {
            "token_hash": self._hash("seat", token), "dialogue_id": seat.dialogue, "seat": seat.seat,
            "kind": seat.kind, "used_day": day_of(at),
        }  # fmt: skip
        statements = (_unused(at), insert(seat_tokens).values(row))

        def run(connection: Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        return run

    def clear(self, at: int) -> None:
        """Tokens that nobody has used for TOKEN_LASTS_DAYS gone."""
        self._run(_unused(at))

    def returning(self, code: str, leads: Return) -> Also:
        """A return code for a seat that has none."""
        return row_of(insert(return_codes).values(self._return_row(code, leads)))

    def taking(self, dialogue: str, seat: str | None = None) -> Also:
        """A seat's tokens and return code gone, or those of all seats."""
        statements = [
            delete(table).where(table.c.dialogue_id == dialogue, *(() if seat is None else (table.c.seat == seat,)))
            for table in (seat_tokens, return_codes)
        ]

        def run(connection: Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        return run

    def unlit(self, dialogue: str) -> Also:
        """The flipcharts that were hung up by a code gone dark."""
        wall = (seat_tokens.c.dialogue_id == dialogue, seat_tokens.c.kind == "wall")
        return row_of(delete(seat_tokens).where(*wall))

    def archiving(self, dialogue: str) -> Also:
        """The dialogue has ended: it is no longer among those that the storage names as running."""
        return row_of(update(dialogues).where(dialogues.c.id == dialogue).values(archived=True))

    def might_open(self, code: str) -> bool:
        """Whether this was ever given out, as a join code or a return code; without a look at the disk."""
        return self._hash("code", code) in self._perhaps or self._hash("return", code) in self._perhaps

    def behind(self, code: str) -> str | None:
        """The dialogue that `code` opens, if any."""
        hashed = self._hash("code", code)
        row = self._row(select(doors).where(doors.c.code_hash == hashed)) if hashed in self._perhaps else None
        return None if row is None else row.dialogue_id

    def seat_of(self, token: str, at: int) -> SeatRef | None:
        """Whose seat `token` is, if anyone's; not once nobody has used it for TOKEN_LASTS_DAYS."""
        known = seat_tokens.c.token_hash == self._hash("seat", token)
        row = self._row(select(seat_tokens).where(known, seat_tokens.c.used_day >= _oldest(at)))
        return None if row is None else SeatRef(row.dialogue_id, row.seat, row.kind, row.used_day)

    def used(self, token: str, seat: SeatRef, at: int) -> None:
        """The token, found to be this seat's, lasts as long again. Noted once a day: this runs with every request."""
        if seat.used_day != day_of(at):
            known = seat_tokens.c.token_hash == self._hash("seat", token)
            self._run(update(seat_tokens).where(known).values(used_day=day_of(at)))

    def holds(self, dialogue: str, seat: str, kind: str) -> bool:
        """Whether the seat has a token of this kind."""
        known = (seat_tokens.c.dialogue_id == dialogue, seat_tokens.c.seat == seat, seat_tokens.c.kind == kind)
        return self._row(select(seat_tokens.c.kind).where(*known).limit(1)) is not None

    def drop(self, token: str) -> None:
        """This one token is nobody's any more; whoever had it comes back with the seat's return code."""
        self._run(delete(seat_tokens).where(seat_tokens.c.token_hash == self._hash("seat", token)))

    def turn(self, token: str, to: str, *kinds: str) -> bool:
        """The token becomes one of another kind, where it is of one of these; whether it was."""
        known = (seat_tokens.c.token_hash == self._hash("seat", token)) & seat_tokens.c.kind.in_(kinds)
        return bool(self._run(update(seat_tokens).where(known).values(kind=to)))

    def generation_of(self, dialogue: str, seat: str) -> int | None:
        """Which return code the seat has now; None where it has none."""
        known = (return_codes.c.dialogue_id == dialogue) & (return_codes.c.seat == seat)
        row = self._row(select(return_codes.c.generation).where(known))
        return None if row is None else int(row.generation)

    def leads_to(self, code: str) -> Return | None:
        """Where a return code leads, if anywhere."""
        hashed = self._hash("return", code)
        if hashed not in self._perhaps:
            return None
        row = self._row(select(return_codes).where(return_codes.c.code_hash == hashed))
        return None if row is None else Return(row.dialogue_id, row.seat, row.generation)

    def come_back(self, code: str, after: str, token: str, seat: SeatRef, at: int) -> bool:
        """The code is used: the seat's tokens go, `token` opens it, and `after` is its next return code.

        False, and nothing changed, when it was used or taken away meanwhile: of two who come, one gets in.
        """
        return self._thread.call(self._come_back_there, code, after, token, seat, at)

    def _come_back_there(self, code: str, after: str, token: str, seat: SeatRef, at: int) -> bool:
        with self._connection.begin():
            known = return_codes.c.code_hash == self._hash("return", code)
            row = self._connection.execute(select(return_codes).where(known)).first()
            if row is None or (row.dialogue_id, row.seat) != (seat.dialogue, seat.seat):
                return False
            self.taking(seat.dialogue, seat.seat)(self._connection)
            self.giving(token, seat, at)(self._connection)
            self.returning(after, Return(seat.dialogue, seat.seat, row.generation + 1))(self._connection)
        return True

    def _return_row(self, code: str, leads: Return) -> dict[str, object]:
        hashed = self._hash("return", code)
        self._perhaps.add(hashed)
        return {
            "code_hash": hashed,
            "dialogue_id": leads.dialogue,
            "seat": leads.seat,
            "generation": leads.generation,
        }


def _oldest(at: int) -> str:
    """The first day (UTC) of those on which a token that still opens something was used."""
    return day_of(at - TOKEN_LASTS_DAYS * _DAY_MS)


def _unused(at: int) -> Delete:
    return delete(seat_tokens).where(seat_tokens.c.used_day < _oldest(at))
