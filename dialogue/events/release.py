"""What happened to what may leave the room."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import Choices, ItemId, SeatId, Tick, Words


@dataclass(frozen=True, slots=True)
class ReleaseOpened:
    """What would leave the room was laid before the group; `days` are enough if all agree, else seven."""

    days: int


@dataclass(frozen=True, slots=True)
class ReleaseTakenBack:
    """It was stopped before anything left."""


@dataclass(frozen=True, slots=True)
class PassageWorded:
    """A passage got the words in which it would leave."""

    passage: ItemId
    text: Words
    writer: SeatId


@dataclass(frozen=True, slots=True)
class ReleaseAnswered:
    """A person said what may leave. The event is the same whatever they said."""

    seat: SeatId
    kept_back: Choices
    agreed: Choices
    fewer_days: Tick


@dataclass(frozen=True, slots=True)
class ObjectionsEnded:
    """The time in which anyone could object is over."""


@dataclass(frozen=True, slots=True)
class ResultReleased:
    """These passages left the room, in the words laid before the group."""

    passages: tuple[ItemId, ...]


ReleaseEvent = ReleaseOpened | ReleaseTakenBack | PassageWorded | ReleaseAnswered | ObjectionsEnded | ResultReleased
