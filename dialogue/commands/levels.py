"""Asking for another level: which way next (strategy), how we work together (meta), and back to the matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import COMMENT, REASON, STATEMENT
from dialogue.vocabulary import SeatId, Words


@dataclass(frozen=True, slots=True)
class MarkStrategy:
    """Say that the talk is about which way to go next."""

    text: Annotated[Words, STATEMENT]


@dataclass(frozen=True, slots=True)
class ResumeContent:
    """Back from strategy to the matter."""


@dataclass(frozen=True, slots=True)
class CallMeta:
    """Call a dialogue about how we work together, named or anonymous. Nobody can refuse it.

    It begins when the present speaker has finished, at once when nobody speaks.
    """

    named: bool = False
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class AssignChair:
    """Let this participant chair the meta-dialogue; None for the facilitator."""

    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class WriteMetaNote:
    """Note what was said in the meta-dialogue; kept apart from the record of the matter."""

    text: Annotated[Words, COMMENT]


@dataclass(frozen=True, slots=True)
class EndMeta:
    """Say what we change, and resume where we were. `share_notes` when the group agreed that its notes may leave."""

    what_we_change: Annotated[Words, REASON]
    share_notes: bool = False


LevelCommand = MarkStrategy | ResumeContent | CallMeta | AssignChair | WriteMetaNote | EndMeta
