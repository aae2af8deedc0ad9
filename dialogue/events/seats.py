"""What happened to the dialogue as a place: it was created, its door opened, people took and left seats."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.method import Plan
from dialogue.vocabulary import DialogueId, DoorMode, Role, SeatId, Words


@dataclass(frozen=True, slots=True)
class DialogueCreated:
    """The first event. Method, plan and disclosure threshold are frozen here."""

    dialogue: DialogueId
    method: str
    method_version: int
    plan: Plan
    threshold: int
    facilitator: SeatId
    pseudonym: Words
    title: Words
    question: Words
    rules: Words
    limits: Words
    purpose: Words


@dataclass(frozen=True, slots=True)
class DoorOpened:
    """People may join with this code."""

    code: Words
    mode: DoorMode
    latecomers_knock: bool


@dataclass(frozen=True, slots=True)
class DoorClosed:
    """The code is no longer valid."""


@dataclass(frozen=True, slots=True)
class DoorSet:
    """Who comes in by the door from now on."""

    mode: DoorMode
    latecomers_knock: bool


@dataclass(frozen=True, slots=True)
class Knocked:
    """A person asked to be let in. The seat is theirs once those who lead have admitted them."""

    seat: SeatId
    role: Role
    pseudonym: Words
    leads_others: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A person who knocked was not let in."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class KnockGivenUp:
    """A person who knocked went away."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A person joined, by device or, written for by the facilitator, without one; `shared`: at a shared computer."""

    seat: SeatId
    role: Role
    pseudonym: Words
    device: bool
    leads_others: bool
    shared: bool = False


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """A person left on their own."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatRemoved:
    """The facilitator removed a seat."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class PresenceMarked:
    """The facilitator marked a seat absent from the room, or present again."""

    seat: SeatId
    absent: bool


@dataclass(frozen=True, slots=True)
class AgreementGiven:
    """A person said "I agree" to the rules, having seen the limits of confidentiality."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class HeadsCounted:
    """So many people of the group are in the room; None when that is no longer known."""

    count: int | None


@dataclass(frozen=True, slots=True)
class WifiNoted:
    """The room's wireless network; empty when it is to be shown no more."""

    name: Words
    password: Words


SeatEvent = (
    DialogueCreated
    | DoorOpened
    | DoorClosed
    | DoorSet
    | Knocked
    | TurnedAway
    | KnockGivenUp
    | SeatTaken
    | SeatLeft
    | SeatRemoved
    | PresenceMarked
    | AgreementGiven
    | HeadsCounted
    | WifiNoted
)
