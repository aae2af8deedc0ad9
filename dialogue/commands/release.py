"""Asking about what may leave the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import COMMENT
from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class OpenRelease:
    """Lay before the group what would leave the room. `days`: how long anyone may object, if all agree to fewer."""

    days: int = 7


@dataclass(frozen=True, slots=True)
class TakeBackRelease:
    """Stop it; nothing leaves."""


@dataclass(frozen=True, slots=True)
class WordPassage:
    """Word a passage for leaving: its owner in other words, or the facilitator without what would tell on somebody."""

    passage: ItemId
    text: Annotated[Words, COMMENT]


@dataclass(frozen=True, slots=True)
class AnswerRelease:
    """What this person keeps back of all, which of their own passages may leave, and whether fewer days are enough.

    Always all of it, so that nothing tells an objection from any other answer.
    """

    kept_back: tuple[ItemId, ...] = ()
    agreed: tuple[ItemId, ...] = ()
    fewer_days: bool = False
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class EndObjections:
    """The time for objections is over (the server asks, by its clock)."""


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """Let what nobody kept back leave the room, and close the dialogue. Irreversible."""


ReleaseCommand = OpenRelease | TakeBackRelease | WordPassage | AnswerRelease | EndObjections | ReleaseResult
