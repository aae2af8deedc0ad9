"""What changes outside the record together with a command: join codes and seat tokens, in the same transaction.

And what the server draws by lot for a command: the code of a door, the numbers of paper slips.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue.commands import (
    CloseDialogue,
    CloseDoor,
    EndSitting,
    LeaveDialogue,
    OpenDoor,
    PrintSlips,
    ReleaseResult,
    RemoveSeat,
    TakeSeat,
    TurnAway,
)
from dialogue.rules.slips import MOST_SLIPS
from dialogue.vocabulary import DialogueId, Words
from sessions.rooms.asked import Asked
from sessions.rooms.ids import new_code, new_number, now_ms, return_code
from sessions.storage.doors import Doors, Return, SeatRef


def with_rows(asked: Asked, dialogue: DialogueId, fresh: str, doors: Doors, digest: Callable[[bytes], bytes]) -> Asked:
    """The command completed by what the server makes, and the rows that go with it. `digest`: the dialogue's own."""
    match asked.command:
        case OpenDoor():
            code = asked.keeps or new_code()
            # A new code while the door is open shuts somebody out: what the old one lit goes dark as well.
            dark = (doors.unlit(dialogue),) if asked.renews else ()
            rows = (doors.closing(dialogue), doors.opening(code, dialogue), *dark)
            return replace(asked, command=replace(asked.command, code=Words(code)), also=rows)
        case PrintSlips(count):
            # More than are needed: one drawn twice is passed over.
            numbers = tuple(new_number() for _ in range(4 * min(max(count, 0), MOST_SLIPS)))
            return replace(asked, command=PrintSlips(count, numbers))
        case CloseDoor() | EndSitting():
            return replace(asked, also=(doors.closing(dialogue),))
        case CloseDialogue() | ReleaseResult():
            return replace(asked, also=(doors.closing(dialogue), doors.unlit(dialogue)))
        case TakeSeat(shared=shared) if asked.token is not None:
            given = doors.giving(asked.token, SeatRef(dialogue, fresh, kind_of(shared=shared)), now_ms())
            returning = doors.returning(return_code(digest, fresh, 0), Return(dialogue, fresh, 0))
            return replace(asked, also=(given, returning))
        case RemoveSeat(seat) | TurnAway(seat):
            return replace(asked, also=(doors.taking(dialogue, seat),))
        case LeaveDialogue():
            return replace(asked, also=(doors.taking(dialogue, asked.seat),))
        case _:
            return asked


SEAT = "seat"
SHARED = "shared"  # a seat's token, on a computer that people use one after another
COVERED = "covered"  # the same, where nobody has touched it for a while
WALL = "wall"


def kind_of(*, shared: bool) -> str:
    """What a new token of a seat is, by the computer that it is given to."""
    return SHARED if shared else SEAT
