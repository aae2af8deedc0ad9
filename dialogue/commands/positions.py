"""Taking positions on one exact wording of the answer: privately, shown together, never counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_COMMENT
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, Position, SeatId, Words


@dataclass(frozen=True, slots=True)
class TakePosition:
    """Say privately where one stands on this wording; replaceable until shown.

    A reservation and a disagreement need words, "not yet clear" may have some.
    """

    answer: ItemId
    position: Position
    text: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN
    signed: bool = False
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ShowPositions:
    """Show the positions together, as the doubts, reservations and dissents in their owners' words. Irreversible."""


PositionCommand = TakePosition | ShowPositions
