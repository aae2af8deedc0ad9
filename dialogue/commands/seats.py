"""Asking about the place: open the door, take a seat, agree, leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import NETWORK_NAME, NETWORK_PASSWORD, PSEUDONYM
from dialogue.vocabulary import DoorMode, Role, SeatId, Words


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Let people join. The code is handed in by the server: a new one, and an earlier one opens no more; or that which
    the door had before it was closed in this sitting.

    `latecomers_knock`: once the group has left the opening, whoever comes is let in one by one, whatever the mode.
    """

    code: Words
    mode: DoorMode = DoorMode.OPEN
    latecomers_knock: bool = False


@dataclass(frozen=True, slots=True)
class CloseDoor:
    """Let nobody else join."""


@dataclass(frozen=True, slots=True)
class SetDoor:
    """Change who comes in by the open door; its code stays."""

    mode: DoorMode
    latecomers_knock: bool


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Join under a pseudonym, or knock. Asked by the door, not by a seat, for the person who comes in.

    `shared`: at a computer that several people use; those who lead may write for them too. `knocks`: to be let in by
    those who lead whatever the door's mode is, since the server has seen too many wrong codes.
    """

    pseudonym: Annotated[Words, PSEUDONYM]
    role: Role = Role.PARTICIPANT
    leads_others: bool = False
    shared: bool = False
    knocks: bool = False


@dataclass(frozen=True, slots=True)
class AdmitSeat:
    """Let somebody in who knocks."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class TurnAway:
    """Do not let somebody in who knocks."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatSomeone:
    """Seat a participant without a device; the facilitator writes for them and they are counted like everyone."""

    pseudonym: Annotated[Words, PSEUDONYM]
    leads_others: bool = False


@dataclass(frozen=True, slots=True)
class LeaveDialogue:
    """Leave one's seat, or go away from the door at which one knocks."""


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    """Remove someone's seat."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class MarkPresence:
    """Mark a seat absent from the room, or present again."""

    seat: SeatId
    absent: bool


@dataclass(frozen=True, slots=True)
class AgreeToRules:
    """Say "I agree" to the rules of the dialogue; `owner` when said aloud by a person without a device."""

    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class CountHeads:
    """Note how many people of the group are in the room, counted by eye; None forgets it."""

    count: int | None


@dataclass(frozen=True, slots=True)
class NoteWifi:
    """Note the room's wireless network, for the wall and the join card; an empty name and password forget it."""

    name: Annotated[Words, NETWORK_NAME]
    password: Annotated[Words, NETWORK_PASSWORD]


SeatCommand = (
    OpenDoor
    | CloseDoor
    | SetDoor
    | TakeSeat
    | AdmitSeat
    | TurnAway
    | SeatSomeone
    | LeaveDialogue
    | RemoveSeat
    | MarkPresence
    | AgreeToRules
    | CountHeads
    | NoteWifi
)
