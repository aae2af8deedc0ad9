"""What happened to paper slips."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class SlipClaimed:
    """A person said that this slip is theirs: what was written on it is that person's from now on."""

    slip: SeatId
    owner: SeatId


SlipEvent = SlipClaimed
