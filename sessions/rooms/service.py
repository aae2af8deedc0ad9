"""What the edges ask of the rooms: a command from a seat, a seat from the door."""

from __future__ import annotations

from collections.abc import Callable

from dialogue.commands import Command, ReleaseResult, TakeSeat
from dialogue.vocabulary import DialogueId, Role, SeatId, Words
from sessions.rooms import leaving
from sessions.rooms.alongside import WALL, kind_of
from sessions.rooms.answers import SEAT_GONE, SERVER_ERROR, TOO_MANY, Accepted, Answer, Refused
from sessions.rooms.asked import Asked, canonical_body, read_asked
from sessions.rooms.ids import new_command_id, new_token, now_ms
from sessions.rooms.limits import Buckets
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.returning import Returns
from sessions.rooms.schemas import command_name
from sessions.storage.doors import SeatRef

DOOR = SeatId("door")
SERVER = SeatId("server")


class Service:
    """Commands and admissions, within their limits."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self.returns = Returns(rooms)
        self._buckets = Buckets()
        self._readings = Buckets(burst=30, rate=2.0)
        self.draining = False
        self.rights_ended: Callable[[str], None] = lambda account: None  # the live layer closes what it had opened
        self.darkened: Callable[[Place], None] = lambda place: None  # and the flipcharts that nothing opens any more

    def darken(self, place: Place) -> None:
        """The flipcharts that were opened with the code go dark; those of an account or a seat stay lit."""
        doors = self.rooms.storage.doors
        doors.write(doors.unlit(place.room.id))
        self.darkened(place)

    def command(self, place: Place, seat: SeatId, envelope: object) -> Answer:
        """The answer to an envelope {id, type, data} from this seat. Never raises."""
        if self.draining:
            return SERVER_ERROR
        if not self._buckets.take(seat, now_ms()):
            return TOO_MANY
        asked = read_asked(seat, envelope)
        if isinstance(asked, Refused):
            return asked
        if seat == place.room.committed.facilitator:
            # Nobody is offered the lead of one who leads over HTTP. Of all others it would tell whose an unsigned word
            # is: they would seem to be back just as it comes.
            place.presence.heard(seat, now_ms())
        if isinstance(asked.command, ReleaseResult):
            self.end_objections(place)
        return place.room.ask(asked)

    def end_objections(self, place: Place) -> None:
        """Notes that nobody can object any more to what would leave the room, once it is so."""
        if (command := leaving.due(place.room.committed, now_ms())) is not None:
            self.of_the_server(place, command)

    def of_the_server(self, place: Place, command: Command) -> Answer:
        """The answer to what the server itself asks for, having no fields: a facilitator is gone, or time is over."""
        return self.by(place, SERVER, command)

    def by(self, place: Place, seat: SeatId, command: Command) -> Answer:
        """The answer to what a page asks for a seat, once: a command without fields."""
        if self.draining:
            return SERVER_ERROR
        return place.room.ask(Asked(seat, new_command_id(), command, canonical_body(command_name(type(command)), {})))

    def may_read(self, reader: str) -> bool:
        """Whether this reader may have everything once more: a screen asks when it lost count, not for fun."""
        return self._readings.take(reader, now_ms())

    def admit(
        self,
        place: Place,
        join_id: str,
        pseudonym: str,
        role: Role,
        *,
        leads_others: bool = False,
        shared: bool = False,
        knocks: bool = False,
    ) -> tuple[Answer, str]:
        """A seat for someone at the door, and the token that opens it. The same join id gives the same seat.

        `shared`: they come from a shared computer. `knocks`: somebody has to let them in, whatever the door says.
        """
        token = new_token()
        command = TakeSeat(Words(pseudonym), role, leads_others, shared, knocks)
        # Whether they have to knock is not theirs to say: the same form is the same form.
        said = {"pseudonym": pseudonym, "role": role.value, "leads_others": leads_others, "shared": shared}
        body = canonical_body("take_seat", said)
        answer = place.room.ask(Asked(DOOR, join_id, command, body, token=token))
        if isinstance(answer, Accepted) and not _is_theirs(place, SeatId(answer.receipt)):
            # An old form sent again, after its seat was given up or taken away: that seat is nobody's any more.
            return SEAT_GONE, token
        if isinstance(answer, Accepted) and self.rooms.storage.doors.seat_of(token, now_ms()) is None:
            # The form was sent twice: the seat is there already, its token went with the lost answer. Whoever has done
            # anything there since did get it, and a form that a browser still has is nobody's key.
            kind = kind_of(shared=shared)
            if not self._nobody_was_there(place, SeatId(answer.receipt), kind):
                return SEAT_GONE, token
            self._give(token, place.room.id, answer.receipt, kind)
        if shared:
            place.untouched.heard(token, now_ms())
        return answer, token

    def _nobody_was_there(self, place: Place, seat: SeatId, kind: str) -> bool:
        """Whether the seat is as it was when it was given: its token neither covered, nor dropped, nor taken to another
        device, and its holder has not agreed to the rules yet."""
        doors = self.rooms.storage.doors
        untouched = doors.generation_of(place.room.id, seat) == 0 and doors.holds(place.room.id, seat, kind)
        known = place.room.committed.seats.get(seat)
        return untouched and (known is None or not known.agreed)

    def wall_token(self, place: Place) -> str:
        """A token for a flipchart on another machine."""
        token = new_token()
        # Of no seat: the wall stays lit when whoever led as it was hung up is removed after handing back the lead.
        self._give(token, place.room.id, WALL, WALL)
        return token

    def _give(self, token: str, dialogue: DialogueId, seat: str, kind: str) -> None:
        doors = self.rooms.storage.doors
        doors.write(doors.giving(token, SeatRef(dialogue, seat, kind), now_ms()))


def _is_theirs(place: Place, seat: SeatId) -> bool:
    """Whether somebody sits there or waits to."""
    state = place.room.committed
    return seat in state.knocking or (seat in state.seats and not state.seats[seat].gone)
