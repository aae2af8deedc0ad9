"""Asking for paper slips: numbered at random, folded, shuffled, entered by someone who is nobody's superior here."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class PrintSlips:
    """Make so many slips. Their numbers are drawn by the server and handed in with the command."""

    count: int
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimSlip:
    """Someone said aloud that a slip is theirs, to narrate it: its words are that person's from now on."""

    slip: SeatId
    owner: SeatId


SlipCommand = PrintSlips | ClaimSlip
