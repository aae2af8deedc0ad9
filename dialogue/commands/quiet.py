"""Asking for quiet writing: what is written meanwhile appears together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BeginQuietWriting:
    """From now on titles, wordings, own versions and doubts are hidden from all but their owners."""


@dataclass(frozen=True, slots=True)
class ShowQuietWriting:
    """Show all of it together, in no one's order. Irreversible."""


QuietCommand = BeginQuietWriting | ShowQuietWriting
