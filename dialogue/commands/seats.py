"""Asking about the place: open the door, take a seat, agree, leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import PSEUDONYM
from dialogue.vocabulary import Role, SeatId, Words


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Let people join. The code is made by the server and handed in with the command."""

    code: Words


@dataclass(frozen=True, slots=True)
class CloseDoor:
    """Let nobody else join."""


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Join under a pseudonym. Asked by the door, not by a seat, for the person who comes in."""

    pseudonym: Annotated[Words, PSEUDONYM]
    role: Role = Role.PARTICIPANT
    leads_others: bool = False


@dataclass(frozen=True, slots=True)
class SeatSomeone:
    """Seat a participant without a device; the facilitator writes for them and they are counted like everyone."""

    pseudonym: Annotated[Words, PSEUDONYM]
    leads_others: bool = False


@dataclass(frozen=True, slots=True)
class LeaveDialogue:
    """Leave one's seat."""


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


SeatCommand = OpenDoor | CloseDoor | TakeSeat | SeatSomeone | LeaveDialogue | RemoveSeat | MarkPresence | AgreeToRules
