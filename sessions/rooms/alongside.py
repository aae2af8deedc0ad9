"""What changes outside the record together with a command: join codes and seat tokens, in the same transaction."""

from __future__ import annotations

from dataclasses import replace

from dialogue.commands import CloseDialogue, CloseDoor, LeaveDialogue, OpenDoor, RemoveSeat, TakeSeat
from dialogue.vocabulary import DialogueId, Words
from sessions.rooms.asked import Asked
from sessions.rooms.ids import new_code
from sessions.storage.doors import Doors, SeatRef


def with_rows(asked: Asked, dialogue: DialogueId, fresh: str, doors: Doors) -> Asked:
    """The command completed by what the server makes, and the rows that go with it."""
    match asked.command:
        case OpenDoor():
            code = new_code()
            rows = (doors.closing(dialogue), doors.opening(code, dialogue))
            return replace(asked, command=OpenDoor(Words(code)), also=rows)
        case CloseDoor() | CloseDialogue():
            return replace(asked, also=(doors.closing(dialogue),))
        case TakeSeat() if asked.token is not None:
            return replace(asked, also=(doors.giving(asked.token, SeatRef(dialogue, fresh, SEAT)),))
        case RemoveSeat(seat):
            return replace(asked, also=(doors.taking(dialogue, seat),))
        case LeaveDialogue():
            return replace(asked, also=(doors.taking(dialogue, asked.seat),))
        case _:
            return asked


SEAT = "seat"
WALL = "wall"
