"""What the edges ask of the rooms: a command from a seat, a seat from the door."""

from __future__ import annotations

from dialogue.commands import TakeSeat
from dialogue.vocabulary import DialogueId, Role, SeatId, Words
from sessions.rooms.alongside import SEAT, WALL
from sessions.rooms.answers import SERVER_ERROR, TOO_MANY, Accepted, Answer, Refused
from sessions.rooms.asked import Asked, canonical_body, read_asked
from sessions.rooms.ids import new_token, now_ms
from sessions.rooms.limits import Buckets
from sessions.rooms.registry import Place, Rooms
from sessions.storage.doors import SeatRef

DOOR = SeatId("door")


class Service:
    """Commands and admissions, within their limits."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self._buckets = Buckets()
        self._readings = Buckets(burst=30, rate=2.0)
        self.draining = False

    def command(self, place: Place, seat: SeatId, envelope: object) -> Answer:
        """The answer to an envelope {id, type, data} from this seat. Never raises."""
        if self.draining:
            return SERVER_ERROR
        if not self._buckets.take(seat, now_ms()):
            return TOO_MANY
        asked = read_asked(seat, envelope)
        if isinstance(asked, Refused):
            return asked
        return place.room.ask(asked)

    def may_read(self, reader: str) -> bool:
        """Whether this reader may have everything once more: a screen asks when it lost count, not for fun."""
        return self._readings.take(reader, now_ms())

    def admit(self, place: Place, join_id: str, pseudonym: str, role: Role) -> tuple[Answer, str]:
        """A seat for someone at the door, and the token that opens it. The same join id gives the same seat."""
        token = new_token()
        command = TakeSeat(Words(pseudonym), role)
        body = canonical_body("take_seat", {"pseudonym": pseudonym, "role": role.value})
        answer = place.room.ask(Asked(DOOR, join_id, command, body, token=token))
        if isinstance(answer, Accepted) and self.rooms.storage.doors.seat_of(token) is None:
            # The form was sent twice: the seat is there already, its token went with the lost answer.
            self._give(token, place.room.id, answer.receipt, SEAT)
        return answer, token

    def wall_token(self, place: Place) -> str:
        """A token for a flipchart on another machine."""
        token = new_token()
        self._give(token, place.room.id, place.room.committed.facilitator, WALL)
        return token

    def _give(self, token: str, dialogue: DialogueId, seat: str, kind: str) -> None:
        doors = self.rooms.storage.doors
        doors.write(doors.giving(token, SeatRef(dialogue, seat, kind)))
