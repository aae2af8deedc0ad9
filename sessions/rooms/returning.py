"""Coming back: the return code of a seat, for whoever changes device or shares one; and what closes the older screens.

A return code has 40 bits like a join code and is used once. It is worked out from the seat and a number that grows
with each use, so that it can be shown again and nothing but its hash is kept (decision 0017).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogue.rules.names import resembles
from dialogue.vocabulary import DialogueId, SeatId
from sessions.rooms.alongside import COVERED, SEAT, SHARED, kind_of
from sessions.rooms.credentials import SEAT_COOKIE, token_of
from sessions.rooms.ids import new_token, now_ms, return_code
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.untouched import COVERED_AFTER_MS, FREE_AFTER_MS
from sessions.storage.doors import Return, SeatRef

Left = Callable[[Place, SeatId, str | None], None]
"""Told that screens of a seat are to close: those that were opened with a token, or with any."""


class Returns:
    """The return codes of all seats. `left` is told when a seat's older screens are to close."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._doors = rooms.storage.doors
        self.left: list[Left] = []

    def code(self, place: Place, seat: SeatId) -> str:
        """The seat's return code of now; one is made where a seat is older than these codes."""
        generation = self._doors.generation_of(place.room.id, seat)
        code = return_code(place.room.digest, seat, generation or 0)
        if generation is None and not place.room.committed.closed:
            self._doors.write(self._doors.returning(code, Return(place.room.id, seat, 0)))
        return code

    def was_used(self, place: Place, seat: SeatId) -> bool:
        """Whether an earlier return code of this seat was used, which opens nothing any more."""
        return bool(self._doors.generation_of(place.room.id, seat))

    def seat_behind(self, code: str) -> tuple[Place, SeatId] | None:
        """Whose return code it is, where that seat may be come back to."""
        leads = self._doors.leads_to(code)
        place = self._rooms.place(DialogueId(leads.dialogue)) if leads else None
        if leads is None or place is None:
            return None
        state, seat = place.room.committed, SeatId(leads.seat)
        if state.closed:
            return None
        waits = seat in state.knocking
        return (place, seat) if waits or (seat in state.seats and not state.seats[seat].gone) else None

    def come_back(
        self, code: str, pseudonym: str | None = None, *, shared: bool = False
    ) -> tuple[Place, SeatId, str] | None:
        """Uses the code: place, seat and the one token that opens it from now on; None where it leads nowhere.

        With `pseudonym`, only for whoever has that name here: codes are being guessed just now. `shared`: on a computer
        that people use one after another. Whoever leads is asked for no code there: theirs is not shown to them.
        """
        found = self.seat_behind(code)
        if found is None or (pseudonym is not None and not _is_called(*found, pseudonym)):
            return None
        place, seat = found
        leads = self._doors.leads_to(code)
        if leads is None:
            return None
        known = place.room.committed.seats.get(seat)
        kind = kind_of(shared=shared and not (known and known.facilitates))
        token, after = new_token(), return_code(place.room.digest, seat, leads.generation + 1)
        if not self._doors.come_back(code, after, token, SeatRef(place.room.id, seat, kind), now_ms()):
            return None
        place.untouched.heard(token, now_ms())
        for tell in self.left:
            tell(place, seat, None)
        return place, seat, token

    def leave(self, place: Place, cookies: Mapping[str, str]) -> bool:
        """Whoever shares this computer goes from it: its token opens nothing any more, their seat stays.

        Whether it opened a seat here, or would have once uncovered.
        """
        token = cookies.get(SEAT_COOKIE)
        found = token_of(self._rooms.storage, place, cookies, SEAT, SHARED, COVERED)
        if token is None or found is None:
            return False
        self._doors.drop(token)
        for tell in self.left:
            tell(place, found, token)
        return True

    def cover(self, cookies: Mapping[str, str]) -> bool:
        """The token opens nothing until `uncover`: nobody has touched a shared computer for a while."""
        return self._doors.turn(cookies.get(SEAT_COOKIE, ""), COVERED, SHARED)

    def heard(self, place: Place, cookies: Mapping[str, str]) -> None:
        """A request came. Where a shared computer had no line and was not heard of for a while, it is covered first:
        its page was closed, or slept, and whoever comes now may be somebody else."""
        seat = token_of(self._rooms.storage, place, cookies, SHARED)
        if seat is None:
            return
        token, now = cookies.get(SEAT_COOKIE, ""), now_ms()
        idle = place.untouched.idle(token, now)
        # A knock opens nothing yet, and whoever has knocked was shown no code.
        if idle < COVERED_AFTER_MS or seat in place.room.committed.knocking:
            place.untouched.heard(token, now)
        elif self.cover(cookies):
            place.untouched.heard(token, now - idle + COVERED_AFTER_MS)
            for tell in self.left:
                tell(place, seat, token)

    def is_free(self, place: Place, cookies: Mapping[str, str]) -> bool:
        """Whether the place has been covered for so long that the next person may begin."""
        return place.untouched.idle(cookies.get(SEAT_COOKIE, ""), now_ms()) >= FREE_AFTER_MS

    def uncover(self, place: Place, code: str, cookies: Mapping[str, str]) -> bool:
        """The covered token opens its seat again, for whoever has the seat's return code. It is not used up by that."""
        seat = token_of(self._rooms.storage, place, cookies, COVERED)
        if seat is None or self.code(place, seat) != code:
            return False
        token = cookies.get(SEAT_COOKIE, "")
        place.untouched.heard(token, now_ms())
        return self._doors.turn(token, SHARED, COVERED)


def _is_called(place: Place, seat: SeatId, pseudonym: str) -> bool:
    state = place.room.committed
    known = state.seats.get(seat) or state.knocking.get(seat)
    return known is not None and resembles(known.pseudonym, pseudonym)
